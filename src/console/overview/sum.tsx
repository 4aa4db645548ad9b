import type { CellAddress } from '../../format/form.js';
import { useView } from '../state/view';
import { count } from '../words/numbers';
import { cellText } from './total';

interface Props {
  readonly address: CellAddress;
  readonly value: number | string | null;
}

/** A sum: choosing it shows what each report gave to it. */
export function Sum({ address, value }: Props) {
  const { words, text, change } = useView();
  if (value === null) return <span>—</span>;
  const sum = cellText(address);
  return (
    <button
      type="button"
      className={text('sum') === sum ? 'sum chosen' : 'sum'}
      title={words.openContributions}
      onClick={() => change({ sum, from: null })}
    >
      {count(value, words)}
    </button>
  );
}
