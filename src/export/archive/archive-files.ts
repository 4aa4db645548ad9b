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

/** Keys of a line of `reports.ndjson`. */
const keys: Readonly<Record<string, string>> = {
  id: 'Id of the report, as reportId in cells.csv',
  format: 'nianbao-report',
  version: 'Version of the format',
  report:
    'Name of the agency as the registry knows it, code of its region, year, scope and revision',
  agency: 'Name of the agency as printed',
  year: 'Year reported on as printed',
  scope: 'Whom the report is about as printed',
  title: 'Title as printed',
  titleYear: 'Year in the title',
  periodYear: 'Year of the period that the text states',
  editions: 'Edition of each table',
  blockEditions: 'Edition of each block of a table',
  activeDisclosure: 'Table two by the keys of the 2021 edition; null where no number is stated',
  activeDisclosure2019: 'Table two by the keys of the 2019 edition, where it is printed in that',
  requests: 'Table three: requests by row and kind of applicant, outcomes by their key',
  appeals: 'Table four: reconsideration and litigation by result',
  sections: 'Texts of the sections; personal data are masked',
  statements: 'Figures that passages of prose state',
  publishedOn: 'Day of publication as printed',
  unifiedSocialCreditCode: 'Unified social credit code as printed',
  findings: 'What the checks and the reader found, each with its cells',
  cells: 'Every cell: status, value, text as printed, and its place in the document',
};

/** The data dictionary: every column of `cells.csv`, every key of `reports.ndjson`. */
export const dictionary = (): string => {
  const records: CsvRecord[] = [
    ...archiveCellColumns.map((name) => [archiveFiles.cells, name, meanings[name]]),
    ...Object.entries(keys).map(([name, meaning]) => [archiveFiles.reports, name, meaning]),
  ];
  return BYTE_ORDER_MARK + csvLines([['file', 'column', 'meaning'], ...records]);
};

export const readme = (
  { year, region }: { year: number; region: string | null },
  reports: number,
): string =>
  [
    `政府信息公开工作年度报告 ${year} 年度（${region === null ? '全国' : `地区 ${region}`}，${reports} 份已公布的报告）`,
    `Annual reports on open government information for ${year}, ${region === null ? 'the country' : `region ${region}`}: ${reports} published reports`,
    '',
    `${archiveFiles.reports}  每行一份报告（JSON） / one report a line, as GET /reports/<id>.json`,
    `${archiveFiles.cells}  每行一个单元格 / one cell a line, comma-separated, UTF-8`,
    `${archiveFiles.dictionary}  数据字典 / what columns and keys mean`,
    `${archiveFiles.manifest}  各文件的 SHA-256 / SHA-256 and size of each file`,
    '',
    '空白不是零：未载明数字的单元格，value 为空。',
    'A blank is no nought: where a cell states no number, value is empty.',
    '',
  ].join('\r\n');
