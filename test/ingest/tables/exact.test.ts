import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../../src/format/form.js';
import type { FilledCell } from '../../../src/format/report.js';
import { readPage } from '../../../src/ingest/ingest.js';
import type { Page } from '../../../src/ingest/page.js';
import { lookAgain } from '../../../src/ingest/second-look/look-again.js';
import { readExactly } from '../../../src/ingest/tables/exact.js';
import { readTables } from '../../../src/ingest/tables/read-tables.js';
import type { TableReading } from '../../../src/ingest/tables/read-tables.js';
import { consistentValues } from '../../support/consistent-values.js';
import { asTable, reportPage } from '../../support/report-page.js';

const docs = new URL('../../fixtures/corpus/docs/', import.meta.url);
const pageOf = (html: string): Promise<Page> => readPage(Buffer.from(html));
const weighed = (page: Page): TableReading => lookAgain(page, readTables(page, 2024));
/** A table that is printed and wholly blank: the weighing reader does not see that it is there. */
const unseen = (cell: FilledCell): FilledCell =>
  cell.status === 'BLANK' ? { ...cell, status: 'ABSENT', raw: null, locator: null } : cell;

describe('pages that print the form to the letter', () => {
  it.each(readdirSync(docs).filter((f) => /\.(html|docx|xlsx)$/.test(f)))(
    '%s is read as the weighing reader reads it, if at all',
    async (name) => {
      const page = await readPage(readFileSync(new URL(name, docs)));
      const exact = readExactly(page);
      if (exact && name.includes('empty')) {
        expect(exact.cells.map(unseen)).toEqual(weighed(page).cells.map(unseen));
        expect(exact.cells.filter((c) => c.status === 'ABSENT')).toEqual([]);
      } else if (exact) expect({ ...exact }).toEqual(weighed(page));
      else expect(name).not.toMatch(/^(bad01|cclk|dongchen|gen09__html|guangming)/);
    },
  );

  it.each(['E2021', 'E2019'] as const)(
    'of edition %s, consistent or not',
    async (edition: Edition) => {
      const title = `云岭县水利局${edition === 'E2021' ? 2024 : 2020}年政府信息公开工作年度报告`;
      const plain = consistentValues(5, edition);
      const value: typeof plain = (row, column, n) =>
        column === 'amountYuan' ? '0' : plain(row, column, n);
      const wrong: typeof plain = (row, column, n) =>
        row === 'GRANTED' && column === 'total' ? '999' : value(row, column, n);
      for (const values of [value, wrong]) {
        const page = await pageOf(reportPage({ edition, value: values, title }));
        const exact = readExactly(page);
        expect(exact).not.toBeNull();
        expect({ ...exact }).toEqual(weighed(page));
      }
    },
  );

  const value = consistentValues(5, 'E2021');
  const changed = (from: string, to: string): Promise<Page> =>
    pageOf(reportPage({ value }).replace(from, to));

  it.each([
    ['a label is misspelled', '3.补正后申请内容仍不明确', '3.补正后申请仍不明确'],
    ['a head is another', '现行有效件数', '对外公开总数量'],
    [
      'heads stand in another order',
      '<td>科研机构</td><td>社会公益组织</td>',
      '<td>社会公益组织</td><td>科研机构</td>',
    ],
    ['a number has a unit', '<td>规章</td><td>', '<td>规章</td><td>约'],
    ['a number is spelled oddly', '<td>规章</td><td>', '<td>规章</td><td>O</td><td hidden>'],
    ['a row is missing', '<tr><td>行政强制</td>', '<tr hidden><td>行政强制</td>'],
    [
      'a cell spans two columns',
      '<td colspan="2">（一）予以公开</td><td>',
      '<td colspan="2">（一）予以公开</td><td colspan=2>',
    ],
  ])('are not taken for it where %s', async (_, from, to) => {
    const page = await changed(from, to);
    expect(readExactly(page)).toBeNull();
  });

  it('may leave cells blank, or hold marks and thousands, but no figures without their total', async () => {
    const one = (of: string, text: string): Promise<Page> =>
      pageOf(
        reportPage({
          value: (row, column, n) =>
            row === 'GRANTED' && column === of ? text : value(row, column, n),
        }),
      );
    for (const text of ['', '/', '1,234', '12件']) {
      const page = await one('naturalPerson', text);
      const exact = readExactly(page);
      expect(exact, text).not.toBeNull();
      expect({ ...exact }, text).toEqual(weighed(page));
    }
    expect(readExactly(await one('total', ''))).toBeNull();
  });

  it('are not taken for it where a table stands twice, or another beside', async () => {
    const twice = reportPage({ value, table: (rows) => asTable(rows) + asTable(rows) });
    expect(readExactly(await pageOf(twice))).toBeNull();
    const beside = '<table><tr><td>1<td>2<tr><td>3<td>4</table>';
    expect(readExactly(await pageOf(reportPage({ value, frame: (a) => a + beside })))).toBeNull();
    const lines = '<p>信息内容</p><p>规章</p><p>3</p>';
    expect(readExactly(await pageOf(reportPage({ value, frame: (a) => a + lines })))).toBeNull();
  });
});
