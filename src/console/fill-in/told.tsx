import { addressKey, type CellAddress } from '../../format/form.js';
import { cellLabel } from '../../format/cell-label.js';
import type { Severity } from '../gql';
import { readCell } from '../overview/total';
import { SeverityBadge } from '../parts/badge';
import { PlaceLink } from '../parts/place-link';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import { entryId } from './entry-cell';

/** A finding of the checks that run here, or of the server. */
export interface ToldFinding {
  readonly check: string;
  readonly severity: Severity;
  readonly zh: string;
  readonly en: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly cells: readonly CellAddress[];
}

export const addressesOf = (cells: readonly string[]): CellAddress[] =>
  cells.flatMap((text) => readCell(text) ?? []);

/** Leads to the cell where it is typed. */
function EntryLink({ address }: { readonly address: CellAddress }) {
  const { words } = useView();
  const jump = () => {
    const target = document.getElementById(entryId(address));
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  };
  return (
    <button type="button" className="plain link" onClick={jump}>
      {cellLabel(address, words.language)}
    </button>
  );
}

/** What the checks say of what has been typed so far. */
export function ToldFindings({ findings }: { readonly findings: readonly ToldFinding[] }) {
  const { words } = useView();
  if (findings.length === 0) return <p role="status">{words.office.nothingWrong}</p>;
  return (
    <ol className="findings">
      {findings.map((finding, i) => (
        <li key={i} className="finding">
          <p className="headline">
            <SeverityBadge severity={finding.severity} />
            <PlaceLink to="/rules" with={{ rule: finding.check }}>
              {finding.check}
            </PlaceLink>
          </p>
          <p>{words.language === 'ZH' ? finding.zh : finding.en}</p>
          {finding.left !== null && (
            <p>
              {words.left} {count(finding.left, words)} · {words.right}{' '}
              {count(finding.right, words)}
            </p>
          )}
          <p className="links">
            {finding.cells.slice(0, 12).map((address) => (
              <EntryLink key={addressKey(address)} address={address} />
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}
