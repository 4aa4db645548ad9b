import { useEffect } from 'react';
import { CheckHitsDocument, RulesDocument, type CheckHitsQuery, type RulesQuery } from '../gql';
import { Answered } from '../parts/answered';
import { SeverityBadge } from '../parts/badge';
import { Behind } from '../parts/behind';
import { DataTable, plainTable, type TableColumn } from '../parts/data-table';
import { RegionChoice } from '../parts/region-choice';
import { useTitle } from '../parts/title';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';
import { percent } from '../words/numbers';
import type { Words } from '../words/zh';
import { exampleOf } from './example-of';

type Rule = RulesQuery['checks'][number];
type Hits = CheckHitsQuery['checkHits'];

/** Years that have a column of their own. */
const YEARS = 4;

/** A column a year: in how many of the reports each check found something. */
function hitColumns(hits: Hits, words: Words): TableColumn<Rule>[] {
  const years = [...new Set(hits.map(({ year }) => year))].sort((a, b) => b - a).slice(0, YEARS);
  const reports = new Map(hits.map(({ year, reports: n }) => [year, n]));
  const found = new Map(hits.map(({ check, year, hits: n }) => [`${check.code} ${year}`, n]));
  const of = (rule: Rule, year: number): number => found.get(`${rule.code} ${year}`) ?? 0;
  return years.map((year) => ({
    key: `year${year}`,
    title: words.hitsOf(year, reports.get(year) ?? 0),
    value: (rule) => of(rule, year),
    cell: (rule) => {
      const n = of(rule, year);
      return n === 0 ? '—' : `${n} (${percent(n / (reports.get(year) ?? n))})`;
    },
    numeric: true,
  }));
}

/** The catalogue of checks: what each says, the relation, and what it rests on. */
export default function Rules() {
  const { words, text, change } = useView();
  const zh = words.language === 'ZH';
  const answer = useAnswer(RulesDocument, {});
  const region = text('region');
  const hits = useAnswer(CheckHitsDocument, {
    filter: region === null ? {} : { regions: [region] },
  });
  const chosen = text('rule');
  // Columns that came later would push the others aside.
  const waits = hits.data === undefined && hits.error === null;
  const shown = answer.data !== undefined && !waits;
  useTitle(words.rules);
  useEffect(() => {
    if (chosen === null || !shown) return;
    document.getElementById(`rule-${chosen}`)?.scrollIntoView({ block: 'center' });
  }, [chosen, shown]);
  const columns: TableColumn<Rule>[] = [
    {
      key: 'code',
      title: words.rule,
      value: ({ code }) => code,
      cell: ({ code }) => (
        <span id={`rule-${code}`} className={chosen === code ? 'badge chosen' : ''}>
          {code}
        </span>
      ),
    },
    {
      key: 'severity',
      title: words.severityName,
      value: ({ severity }) => words.severity[severity],
      cell: ({ severity }) => <SeverityBadge severity={severity} />,
    },
    { key: 'title', title: words.title, value: (rule) => (zh ? rule.zhTitle : rule.enTitle) },
    {
      key: 'formula',
      title: words.formula,
      value: (rule) => (zh ? rule.zhFormula : rule.enFormula),
    },
    {
      key: 'example',
      title: words.example,
      value: ({ code }) => exampleOf(code)?.[words.language],
    },
    { key: 'basis', title: words.basis, value: ({ basis }) => basis },
    ...hitColumns(hits.data?.checkHits ?? [], words),
  ];
  return (
    <>
      <h1>{words.rules}</h1>
      <div className="filters">
        <label className="filter">
          <span>{words.hitsWhere}</span>
          <RegionChoice
            code={region}
            name={region ?? undefined}
            onChoose={(code) => change({ region: code })}
          />
        </label>
      </div>
      <Answered answer={waits ? { ...answer, data: undefined } : answer}>
        {({ checks }) => (
          <>
            <Behind
              id="rules"
              name="checks"
              document={RulesDocument}
              variables={{}}
              data={answer.data}
              table={() => plainTable(columns, checks)}
              what={words.rules}
              basis=""
            />
            <DataTable
              caption={words.rules}
              columns={columns}
              lines={checks}
              keyOf={({ code }) => code}
            />
          </>
        )}
      </Answered>
    </>
  );
}
