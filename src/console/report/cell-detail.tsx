import { addressKey } from '../../format/form.js';
import { cellLabel } from '../../format/cell-label.js';
import { readCell } from '../overview/total';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import { FindingLink } from './findings';
import type { ReportModel } from './model';

/** What the document prints in the chosen cell, and where. */
export function CellDetail({ model }: { readonly model: ReportModel }) {
  const { words, text } = useView();
  const address = readCell(text('cell'));
  const cell = address ? model.cells.get(addressKey(address)) : undefined;
  const findings = address ? (model.about.get(addressKey(address)) ?? []) : [];
  return (
    <aside className="detail" aria-live="polite" aria-label={words.cell}>
      {address ? (
        <>
          <p className="title">{cellLabel(address, words.language)}</p>
          <dl className="facts">
            <dt>{words.value}</dt>
            <dd>{count(cell?.value, words)}</dd>
            <dt>{words.raw}</dt>
            <dd>{cell?.raw ?? '—'}</dd>
            <dt>{words.status}</dt>
            <dd>{words.cellStatus[cell?.status ?? 'ABSENT']}</dd>
            <dt>{words.place}</dt>
            <dd>{cell?.locator ?? '—'}</dd>
            {findings.length > 0 && (
              <>
                <dt>{words.related}</dt>
                <dd>
                  {findings.map((each) => (
                    <FindingLink key={each.number} numbered={each} />
                  ))}
                </dd>
              </>
            )}
          </dl>
        </>
      ) : (
        <p>{words.cellHint}</p>
      )}
    </aside>
  );
}
