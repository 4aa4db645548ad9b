import { Checkbox, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { reportScopes } from '../../format/report-scopes.js';
import { ChoicesDocument } from '../gql';
import { RegionChoice } from '../parts/region-choice';
import { useAnswer } from '../state/answer';
import { kinds, leastOf, levels, regionOf } from '../state/filter';
import { useView } from '../state/view';

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label className="filter">
      <span>{label}</span>
      {children}
    </label>
  );
}

interface Props {
  readonly years: readonly number[];
  readonly year: number | null;
  readonly regionName: string | undefined;
}

/** What the totals are of; every choice stands in the address. */
export function Filters({ years, year, regionName }: Props) {
  const view = useView();
  const { words, list, text, change } = view;
  const choices = useAnswer(ChoicesDocument, {});
  const sectors = choices.data?.sectors ?? [];
  const several = (name: string, label: string, options: { value: string; label: string }[]) => (
    <Labelled label={label}>
      <Select
        mode="multiple"
        allowClear
        virtual={false}
        aria-label={label}
        placeholder={words.all}
        value={list(name)}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(values: string[]) => change({ [name]: values, after: null, sum: null })}
      />
    </Labelled>
  );
  return (
    <form className="filters" aria-label={words.filters} onSubmit={(e) => e.preventDefault()}>
      <Labelled label={words.region}>
        <RegionChoice
          code={regionOf(view)}
          name={regionName}
          onChoose={(region) => change({ region, after: null, sum: null })}
        />
      </Labelled>
      <Labelled label={words.year}>
        <Select
          virtual={false}
          aria-label={words.year}
          value={year}
          options={[...years].reverse().map((each) => ({ value: each, label: String(each) }))}
          onChange={(value) => change({ year: value, after: null })}
        />
      </Labelled>
      {several(
        'sectors',
        words.sector,
        sectors.map(({ code, zh, en }) => ({
          value: code,
          label: words.language === 'ZH' ? zh : en,
        })),
      )}
      {several(
        'levels',
        words.level,
        levels.map((value) => ({ value, label: words.levels[value] })),
      )}
      {several(
        'kinds',
        words.kind,
        kinds.map((value) => ({ value, label: words.kinds[value] })),
      )}
      <Labelled label={words.scope}>
        <Select
          virtual={false}
          aria-label={words.scope}
          value={text('scope') ?? 'ORGAN'}
          options={reportScopes.map((value) => ({ value, label: words.scopes[value] }))}
          onChange={(value) => change({ scope: value === 'ORGAN' ? null : value, after: null })}
        />
      </Labelled>
      <Labelled label={words.minimum}>
        <InputNumber
          min={0}
          precision={0}
          aria-label={words.minimum}
          value={leastOf(view)}
          onChange={(value) => change({ min: value === null || value === 0 ? null : value })}
        />
      </Labelled>
      <Checkbox
        checked={text('sound') === '1'}
        onChange={(event) => change({ sound: event.target.checked ? 1 : null, after: null })}
      >
        {words.sound}
      </Checkbox>
    </form>
  );
}
