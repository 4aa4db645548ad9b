import { cellListColumns } from '../../format/cell-list.js';
import { BYTE_ORDER_MARK, csvLines, type CsvRecord } from '../write/csv.js';

/** What stands in a yearly archive, and what its columns mean. */

export const archiveFiles = {
  reports: 'reports.ndjson',
  cells: 'cells.csv',
  dictionary: 'dictionary.csv',
  readme: 'README.txt',
  manifest: 'manifest.json',
} as const;

/** A line of `cells.csv` begins with what names its report. */
export const archiveCellColumns = [
  'reportId',
  'regionCode',
  'revision',
  ...cellListColumns,
] as const;

const meanings: Readonly<Record<(typeof archiveCellColumns)[number], string>> = {
  reportId: 'Id of the report, the same in every file and over the API',
  regionCode: 'Code of the region of the agency in the year of the report (GB/T 2260)',
  revision: 'Number of the revision, 1 for the first',
  agency: 'Name of the agency',
  year: 'Year reported on',
  scope:
    'Whom the report is about: ORGAN, GOVERNMENT_LEVEL, REGION_CONSOLIDATED, SYSTEM_CONSOLIDATED',
  edition: 'Edition of the form of the cell: E2019, E2021',
  table: 'Table of the form: ACTIVE_DISCLOSURE (二), REQUESTS (三), APPEALS (四)',
  row: 'Machine name of the row',
  column: 'Machine name of the column; empty where the row has one cell',
  label: 'Row and column as the form words them',
  status:
    'How the cell was read: READ, BLANK, MARK (a sign for nothing), UNREADABLE, ABSENT, ENTERED (by a person)',
  value: 'The number that the cell states; empty where it states none, which is never a nought',
  raw: 'The text as printed',
};

/** The data dictionary: every column of `cells.csv`. */
export const dictionary = (): string => {
  const records: CsvRecord[] = archiveCellColumns.map((name) => [
    archiveFiles.cells,
    name,
    meanings[name],
  ]);
  return BYTE_ORDER_MARK + csvLines([['file', 'column', 'meaning'], ...records]);
};

export const readme = (year: number, reports: number): string =>
  [
    `政府信息公开工作年度报告 ${year} 年度（${reports} 份已公布的报告）`,
    `Annual reports on open government information for ${year}: ${reports} published reports`,
    '',
    `${archiveFiles.reports}  每行一份报告（JSON） / one report a line, as GET /reports/<id>.json`,
    `${archiveFiles.cells}  每行一个单元格 / one cell a line, comma-separated, UTF-8`,
    `${archiveFiles.dictionary}  数据字典 / what the columns mean`,
    `${archiveFiles.manifest}  各文件的 SHA-256 / SHA-256 and size of each file`,
    '',
    '空白不是零：未载明数字的单元格，value 为空。',
    'A blank is no nought: where a cell states no number, value is empty.',
    '',
  ].join('\r\n');

/** A file of an archive as its manifest tells it. */
export interface ArchivedFile {
  name: string;
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
}

export interface ArchiveManifest {
  format: 'nianbao-archive';
  version: 1;
  year: number;
  reports: number;
  files: readonly ArchivedFile[];
}
