import { runChecks } from '../../src/checks/run.js';
import type { Database } from '../../src/entities/database.js';
import type { ReportInput } from '../../src/filing/report-input.js';
import { cellsOf } from '../../src/format/form.js';
import type { CellAddress } from '../../src/format/form.js';
import { editionOfYear, formOf } from '../../src/format/forms.js';
import { addressKey } from '../../src/format/form.js';
import type { FilledForm } from '../../src/format/report.js';

/** A form of the year's edition that prints 0 in every cell but those given, by `addressKey`. */
export const formOfYear = (
  year: number,
  figures: Readonly<Record<string, string | null>> = {},
): FilledForm => {
  const edition = editionOfYear(year);
  const { blocks } = formOf(edition);
  const valueOf = (address: CellAddress): string | null => {
    const given = figures[addressKey(address)];
    return given === undefined ? '0' : given;
  };
  return {
    agency: '周口市公安局',
    year,
    scope: 'ORGAN',
    title: `周口市公安局 ${year} 年政府信息公开工作年度报告`,
    publishedOn: `${year + 1}-01-20`,
    unifiedSocialCreditCode: null,
    titleYear: year,
    periodYear: year,
    editions: { activeDisclosure: edition, requests: edition, appeals: edition },
    blockEditions: Object.fromEntries(blocks.map(({ key }) => [key, edition])),
    cells: blocks.flatMap((block) =>
      [...cellsOf(block)].map(({ table, row, column }) => {
        const value = valueOf({ table, row, column });
        return {
          table,
          row,
          column,
          status: value === null ? ('BLANK' as const) : ('READ' as const),
          value,
          raw: value ?? '',
          locator: 'table 1 row 1 column 1',
        };
      }),
    ),
    sections: [{ ordinal: 1, heading: '总体情况', text: '无' }],
    statements: [],
    findings: [],
  };
};

/** What filing takes, checked without any other report. */
export const inputOf = (
  form: FilledForm,
  agencyId: string,
  overrides: Partial<ReportInput> = {},
): ReportInput => ({
  form,
  ...runChecks(form, {}),
  agencyId,
  year: form.year ?? 2024,
  scope: form.scope ?? 'ORGAN',
  status: 'PUBLISHED',
  source: null,
  publishedOn: null,
  sample: false,
  ...overrides,
});

let made = 0;

/** Stores an agency; its region must exist. */
export const createAgency = async (
  database: Database,
  regionCode: string | null = null,
): Promise<string> => {
  const name = `试验机关${++made}`;
  const [row] = await database.query<{ id: string }>(
    `insert into agency (name, normalised_name, kind, level, region_code) values ($1, $1, 'DEPARTMENT', 'PREFECTURE', $2)
     returning id`,
    [name, regionCode],
  );
  return row!.id;
};
