import type { CoveredFragment } from '../gql';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import type { Words } from '../words/zh';

/** What a total rests on, as sentences. */
export function coverageWords(coverage: CoveredFragment, words: Words): string[] {
  const { reports, expected, reportsWithErrors, unstatedCells } = coverage;
  const n = count(reports, words);
  return [
    expected === null ? words.coverageNoRoster(n) : words.coverageOf(n, count(expected, words)),
    words.coverageErrors(count(reportsWithErrors, words)),
    words.coverageUnstated(count(unstatedCells, words)),
  ];
}

/** Stands beside every total. */
export function CoverageLine({ coverage }: { readonly coverage: CoveredFragment }) {
  const { words } = useView();
  return (
    <p className="coverage">
      <strong>{words.coverage}</strong>
      {coverageWords(coverage, words).map((sentence) => (
        <span key={sentence}>{sentence}</span>
      ))}
    </p>
  );
}
