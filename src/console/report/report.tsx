import { Alert } from 'antd';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { cellLabel } from '../../format/cell-label.js';
import type { TableName } from '../../format/form.js';
import { tableTitles } from '../../format/table-titles.js';
import { FormTable } from '../form/form-table';
import { ReportDocument } from '../gql';
import { Answered } from '../parts/answered';
import { Behind } from '../parts/behind';
import { PlaceLink } from '../parts/place-link';
import { useTitle } from '../parts/title';
import { useAnswer } from '../state/answer';
import type { PlainTable } from '../state/table-text';
import { useView } from '../state/view';
import { say } from '../words/labels';
import type { Words } from '../words/zh';
import { CellDetail } from './cell-detail';
import { Corrections } from './corrections';
import { Findings } from './findings';
import { Original } from './original';
import {
  address,
  blocksOfReport,
  hasTable,
  modelOf,
  type ReportModel,
  type ReportNode,
} from './model';
import { ReportCellButton } from './report-cell';
import { Revisions } from './revisions';
import { Sections } from './sections';
import { Source } from './source';

const tables: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

const titleOf = (report: ReportNode, words: Words): string =>
  report.title ?? `${report.agency.name} ${words.yearOf(report.year)}`;

const cellTable = ({ report }: ReportModel, words: Words): PlainTable => ({
  head: [words.cell, words.value, words.raw, words.status, words.place],
  rows: report.cells.map((cell) => [
    cellLabel(address(cell), words.language),
    cell.value,
    cell.raw,
    cell.status,
    cell.locator,
  ]),
});

function Tables({ model }: { readonly model: ReportModel }) {
  const { words } = useView();
  return tables.map((table) =>
    hasTable(model, table) ? (
      <FormTable
        key={table}
        table={table}
        blocks={blocksOfReport(model, table)}
        render={(address) => <ReportCellButton model={model} address={address} />}
      />
    ) : (
      <p key={table} className="note">
        {say(tableTitles[table], words.language)}: {words.missingTable}
      </p>
    ),
  );
}

function Identity({ report }: { readonly report: ReportNode }) {
  const { words } = useView();
  return (
    <>
      <nav className="path" aria-label={words.agencyPage}>
        {report.region && (
          <PlaceLink to="/" with={{ region: report.region.code, year: report.year }}>
            {report.region.fullName}
          </PlaceLink>
        )}
        <PlaceLink to={`/agency/${report.agency.id}`}>{report.agency.name}</PlaceLink>
        <span aria-current="page">{words.yearOf(report.year)}</span>
      </nav>
      <h1>{titleOf(report, words)}</h1>
      <p className="coverage">
        <span>{words.scopes[report.scope]}</span>
        <span>{words.revision(report.revision)}</span>
        <span>
          {words.publishedOn} {report.publishedOn ?? '—'}
        </span>
      </p>
      {report.stale && <Alert type="info" title={words.stale} />}
    </>
  );
}

function Page({ report, id }: { readonly report: ReportNode; readonly id: string }) {
  const { words } = useView();
  const model = useMemo(() => modelOf(report), [report]);
  const title = titleOf(report, words);
  useTitle(title);
  return (
    <>
      <Identity report={report} />
      <Behind
        id="report"
        name={`${report.agency.name}-${report.year}`}
        document={ReportDocument}
        variables={{ id }}
        data={report}
        table={() => cellTable(model, words)}
        what={`${title}（${words.revision(report.revision)}${report.publishedOn ? `，${report.publishedOn}` : ''}）`}
        workbook={`/reports/${id}.xlsx`}
        basis={report.source ? `SHA-256 ${report.source.sha256}. ` : ''}
      />
      <div className="beside-tables">
        <div>
          <Tables model={model} />
        </div>
        <div className="aside">
          <CellDetail model={model} />
          <Original model={model} />
          <Findings model={model} />
        </div>
      </div>
      <Sections model={model} />
      <Revisions id={id} />
      <Corrections model={model} />
      <Source model={model} />
    </>
  );
}

/** A report as printed on the form, with what the checks found. */
export default function ReportPage() {
  const { words } = useView();
  const { id = '' } = useParams();
  const answer = useAnswer(ReportDocument, { id });
  return (
    <Answered answer={answer}>
      {({ node }) =>
        node?.__typename === 'Report' ? (
          <Page report={node} id={id} />
        ) : (
          <Alert type="warning" title={words.notFoundReport} role="alert" />
        )
      }
    </Answered>
  );
}
