import { addressKey, cellsOf, type Edition } from '../../format/form.js';
import { blocksOf, forms } from '../../format/forms.js';
import type { FilledCell, FilledForm } from '../../format/report.js';
import type { TotalGroup } from '../../rollup/shapes.js';
import { rowsOf } from '../../rollup/table-rows.js';

/** Whose total it is, as its title says. */
export interface TotalOf {
  name: string;
  /** Null where it is of several years. */
  year: number | null;
}

/**
 * A total as the form: a sum that nobody stated is blank, and the first section says what the sums rest on.
 * Table two is drawn as the 2021 edition prints it, whose rows totals have.
 * @returns null where the outcomes of table three are of no one edition
 */
export function totalsForm({ coverage, tables }: TotalGroup, of: TotalOf): FilledForm | null {
  const figures = new Map(
    rowsOf(tables).flatMap(({ table, row, figures: columns }) =>
      Object.entries(columns).map(([column, value]) => [
        addressKey({ table, row, column: column === '' ? null : column }),
        value === null ? null : String(value),
      ]),
    ),
  );
  const requests = editionWith([...figures].flatMap(([key, value]) => (value === null ? [] : key)));
  if (requests === null) return null;
  const editions = { activeDisclosure: 'E2021', requests, appeals: 'E2021' } as const;
  const blocks = [
    ...blocksOf(editions.activeDisclosure, 'ACTIVE_DISCLOSURE'),
    ...blocksOf(editions.requests, 'REQUESTS'),
    ...blocksOf(editions.appeals, 'APPEALS'),
  ];
  const cells = blocks.flatMap((block) =>
    [...cellsOf(block)].map(({ table, row, column }): FilledCell => {
      const value = figures.get(addressKey({ table, row, column })) ?? null;
      const status = value === null ? 'BLANK' : 'READ';
      return { table, row, column, status, value, raw: value ?? '', locator: null };
    }),
  );
  const { unstatedCells: unstated } = coverage;
  const left = unstated.activeDisclosure + unstated.requests + unstated.appeals;
  const text = `以下各表为${coverage.reports}份报告的合计，涉及${coverage.agencies}个机关；${left}个未载明数字的单元格未计入。`;
  return {
    ...{ agency: of.name, year: of.year, scope: 'ORGAN', titleYear: of.year, periodYear: of.year },
    title: `${of.name}${of.year === null ? '' : `${of.year}年`}政府信息公开工作年度报告汇总`,
    ...{ publishedOn: null, unifiedSocialCreditCode: null, statements: [], findings: [] },
    sections: [{ ordinal: 1, heading: '总体情况', text }],
    editions,
    blockEditions: Object.fromEntries(blocks.map(({ key, edition }) => [key, edition])),
    cells,
  };
}

/** The newest edition whose table three has every one of the cells that it has in any. */
function editionWith(keys: readonly string[]): Edition | null {
  const cellsIn = ({ edition }: { edition: Edition }): Set<string> =>
    new Set(blocksOf(edition, 'REQUESTS').flatMap((block) => [...cellsOf(block)].map(addressKey)));
  const asked = keys.filter((key) => key.startsWith('REQUESTS/'));
  const fitting = [...forms].reverse().find((form) => {
    const known = cellsIn(form);
    return asked.every((key) => known.has(key));
  });
  return fitting?.edition ?? null;
}
