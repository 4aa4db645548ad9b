import type { ClipboardEvent } from 'react';
import { cellLabel } from '../../format/cell-label.js';
import { addressKey, type CellAddress, type ValueKind } from '../../format/form.js';
import type { Severity } from '../gql';
import { useView } from '../state/view';
import { numberOf } from './figures';

interface Props {
  readonly address: CellAddress;
  readonly kind: ValueKind;
  readonly text: string | undefined;
  /** Last year's figure. */
  readonly before: string | undefined;
  readonly severity: Severity | null;
  /** Texts for this cell, and, of a block that was pasted, for those right of it and below. */
  readonly onType: (texts: ReadonlyMap<string, string>) => void;
}

export const entryId = (address: CellAddress): string => `entry-${addressKey(address)}`;

/** Where a block of cells from a sheet goes, when it is pasted into one. */
function pasted(event: ClipboardEvent<HTMLInputElement>): Map<string, string> | null {
  const text = event.clipboardData.getData('text/plain').replace(/\r?\n$/, '');
  if (!/[\t\n]/.test(text)) return null;
  const rows = [...(event.currentTarget.closest('table')?.rows ?? [])]
    .map((row) => [...row.querySelectorAll('input')])
    .filter((inputs) => inputs.length > 0);
  const first = rows.findIndex((inputs) => inputs.includes(event.currentTarget));
  const left = rows[first]?.indexOf(event.currentTarget) ?? 0;
  const texts = new Map<string, string>();
  text.split(/\r?\n/).forEach((line, r) =>
    line.split('\t').forEach((each, c) => {
      const key = rows[first + r]?.[left + c]?.dataset['key'];
      if (key !== undefined) texts.set(key, each.trim());
    }),
  );
  return texts;
}

/** A cell to type in, with last year's figure below. */
export function EntryCell({ address, kind, text, before, severity, onType }: Props) {
  const { words } = useView();
  const key = addressKey(address);
  const wrong = text !== undefined && numberOf(text, kind) === undefined;
  const look = wrong ? 'error' : (severity?.toLowerCase() ?? '');
  return (
    <>
      <input
        id={entryId(address)}
        data-key={key}
        className={look === '' ? 'entry' : `entry ${look}`}
        inputMode="decimal"
        autoComplete="off"
        aria-label={cellLabel(address, words.language)}
        aria-invalid={wrong || severity === 'ERROR'}
        value={text ?? ''}
        onChange={({ target }) => onType(new Map([[key, target.value]]))}
        onPaste={(event) => {
          const texts = pasted(event);
          if (!texts) return;
          event.preventDefault();
          onType(texts);
        }}
      />
      {before !== undefined && (
        <small className="before" title={words.office.lastYear}>
          {before}
        </small>
      )}
    </>
  );
}
