import { Select } from 'antd';
import { useView } from '../state/view';
import type { TableColumn } from './data-table';

/** The columns that are shown: those that the address does not hide. */
export const shownColumns = <Line,>(
  columns: readonly TableColumn<Line>[],
  hidden: readonly string[],
): TableColumn<Line>[] => columns.filter(({ key }, i) => i === 0 || !hidden.includes(key));

interface Props {
  readonly columns: readonly { readonly key: string; readonly title: string }[];
}

/** Chooses the columns of a table; the address names those that are hidden. */
export function ColumnsChoice({ columns }: Props) {
  const { words, list, change } = useView();
  const hidden = list('hide');
  const choice = columns.slice(1);
  return (
    <label className="filter">
      <span>{words.columns}</span>
      <Select
        mode="multiple"
        virtual={false}
        maxTagCount={1}
        aria-label={words.columns}
        value={choice.filter(({ key }) => !hidden.includes(key)).map(({ key }) => key)}
        options={choice.map(({ key, title }) => ({ value: key, label: title }))}
        onChange={(shown: string[]) =>
          change({ hide: choice.map(({ key }) => key).filter((key) => !shown.includes(key)) })
        }
      />
    </label>
  );
}
