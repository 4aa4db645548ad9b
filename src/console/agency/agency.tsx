import { Alert } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { breaks, BreakNote } from '../charts/breaks';
import { Chart } from '../charts/chart';
import { AgencyDocument } from '../gql';
import { Answered } from '../parts/answered';
import { SeverityBadge } from '../parts/badge';
import { Behind } from '../parts/behind';
import { DataTable, plainTable } from '../parts/data-table';
import { PlaceLink } from '../parts/place-link';
import { useTitle } from '../parts/title';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';
import type { AgencyNode } from './ledger';
import { LedgerTable } from './ledger-table';
import { yearColumns } from './years';

type Named = readonly { readonly id: string; readonly name: string }[];

function Agencies({ agencies }: { readonly agencies: Named }) {
  return agencies.map(({ id, name }) => (
    <PlaceLink key={id} to={`/agency/${id}`}>
      {name}
    </PlaceLink>
  ));
}

function Facts({ agency }: { readonly agency: AgencyNode }) {
  const { words } = useView();
  const { region, consolidatesInto, sectors, predecessors, successors } = agency;
  const zh = words.language === 'ZH';
  const place = (each: AgencyNode['region']): ReactNode =>
    each && (
      <PlaceLink to="/" with={{ region: each.code }}>
        {each.fullName}
      </PlaceLink>
    );
  const facts: [string, ReactNode][] = [
    [words.region, place(region)],
    [words.level, agency.level && words.levels[agency.level]],
    [words.kind, words.kinds[agency.kind]],
    [words.sector, sectors.map((each) => (zh ? each.zh : each.en)).join('、')],
    [words.consolidatesInto, place(consolidatesInto)],
    [words.code, agency.unifiedSocialCreditCode],
    [words.aliases, agency.aliases.join('、')],
    [words.predecessors, predecessors.length > 0 && <Agencies agencies={predecessors} />],
    [words.successors, successors.length > 0 && <Agencies agencies={successors} />],
  ];
  return (
    <dl className="facts">
      {facts
        .filter(([, fact]) => Boolean(fact))
        .map(([name, fact]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

function AgencyFindings({ agency }: { readonly agency: AgencyNode }) {
  const { words } = useView();
  const found = agency.reports.nodes.flatMap((report) =>
    report.findings.map((finding, i) => ({ report, finding, number: i + 1 })),
  );
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{words.findings}</h2>
      {found.length === 0 && <p>{words.noFindings}</p>}
      <ol className="findings">
        {found.map(({ report, finding, number }) => (
          <li key={finding.id} className="finding">
            <SeverityBadge severity={finding.severity} />{' '}
            <PlaceLink to={`/report/${report.id}`} with={{ finding: number }}>
              {report.year} · {finding.check.code}
            </PlaceLink>{' '}
            {words.language === 'ZH' ? finding.zh : finding.en}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Page({ agency }: { readonly agency: AgencyNode }) {
  const view = useView();
  const { words } = view;
  useTitle(agency.name);
  const reports = agency.reports.nodes;
  const own = reports.filter(({ scope }) => scope === (reports[0]?.scope ?? 'ORGAN'));
  const oldestFirst = [...own].sort((a, b) => a.year - b.year);
  const columns = yearColumns(view);
  const series = (['received', 'completed', 'carriedOut'] as const).map((row) => ({
    name: columns.find(({ key }) => key === row)?.title ?? row,
    values: oldestFirst.map(({ requests }) => requests[row].total),
  }));
  const years = oldestFirst.map(({ year }) => year);
  return (
    <>
      <h1>{agency.name}</h1>
      <Facts agency={agency} />
      <PlaceLink to="/compare" with={{ items: `a.${agency.id}` }}>
        {words.addCompare}
      </PlaceLink>
      <section aria-labelledby="years">
        <h2 id="years">{words.years}</h2>
        <Behind
          id="agency"
          name={agency.name}
          document={AgencyDocument}
          variables={{ id: agency.id }}
          data={agency}
          table={() => plainTable(columns, reports)}
          what={agency.name}
          basis=""
        />
        <DataTable caption={words.years} columns={columns} lines={reports} keyOf={({ id }) => id} />
        <Chart label={words.chartOf(words.years)} years={years} series={series} breaks={breaks} />
        <BreakNote years={years} />
      </section>
      <LedgerTable reports={own} />
      <AgencyFindings agency={agency} />
    </>
  );
}

/** An agency: its years in one page, what became of it, and what one year hands on to the next. */
export default function AgencyPage() {
  const { words } = useView();
  const { id = '' } = useParams();
  const answer = useAnswer(AgencyDocument, { id });
  return (
    <Answered answer={answer}>
      {({ agency }) =>
        agency ? <Page agency={agency} /> : <Alert type="warning" title={words.notFoundAgency} />
      }
    </Answered>
  );
}
