import { addressKey, type CellAddress } from '../../format/form.js';
import { cellText } from '../overview/total';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import { gravest, type ReportModel } from './model';

/** A cell with its figure as it was read; wrong ones are marked and name their findings. */
export function ReportCellButton({
  model,
  address,
}: {
  readonly model: ReportModel;
  readonly address: CellAddress;
}) {
  const { words, text, change } = useView();
  const cell = model.cells.get(addressKey(address));
  const findings = model.about.get(addressKey(address)) ?? [];
  const severity = gravest(findings);
  const name = cellText(address);
  const status = cell?.status ?? 'ABSENT';
  const stated = cell?.value !== null && cell?.value !== undefined;
  const shown = stated ? count(cell.value, words) : status === 'BLANK' ? '' : (cell?.raw ?? '');
  const chosen = text('cell') === name;
  const numbers = findings.map(({ number }) => number).join(',');
  return (
    <button
      type="button"
      id={`cell-${name}`}
      className={[
        'cell',
        status.toLowerCase(),
        severity?.toLowerCase() ?? '',
        chosen ? 'chosen' : '',
      ]
        .filter((each) => each !== '')
        .join(' ')}
      // Arrow keys reach every cell; the tab key those with a finding, and the first of a table.
      tabIndex={chosen || severity !== null || address.row === 'received' ? 0 : -1}
      aria-pressed={chosen}
      title={stated ? '' : words.cellStatus[status]}
      onClick={() => change({ cell: name, finding: null })}
    >
      {shown}
      {!stated && <span className="unseen">{words.cellStatus[status]}</span>}
      {severity !== null && (
        <sup>
          <span className="unseen">{words.wrongCell} </span>
          {numbers}
        </sup>
      )}
    </button>
  );
}
