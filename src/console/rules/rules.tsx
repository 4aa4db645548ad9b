import { useEffect } from 'react';
import { RulesDocument, type RulesQuery } from '../gql';
import { Answered } from '../parts/answered';
import { SeverityBadge } from '../parts/badge';
import { Behind } from '../parts/behind';
import { DataTable, plainTable, type TableColumn } from '../parts/data-table';
import { useTitle } from '../parts/title';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';

type Rule = RulesQuery['checks'][number];

/** The catalogue of checks: what each says, the relation, and what it rests on. */
export default function Rules() {
  const { words, text } = useView();
  const zh = words.language === 'ZH';
  const answer = useAnswer(RulesDocument, {});
  const chosen = text('rule');
  const shown = answer.data !== undefined;
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
    { key: 'basis', title: words.basis, value: ({ basis }) => basis },
  ];
  return (
    <>
      <h1>{words.rules}</h1>
      <Answered answer={answer}>
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
