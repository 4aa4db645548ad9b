import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/ingest/page.js';
import { readDocx } from '../../../src/ingest/read/docx.js';
import { readOdf } from '../../../src/ingest/read/odf.js';
import { readXlsx } from '../../../src/ingest/read/xlsx.js';
import { zip } from '../../support/office.js';

const printed = (page: Page) =>
  page.blocks.map((b) =>
    b.kind === 'paragraph'
      ? b.text
      : b.cells
          .filter((c) => c.text !== '')
          .map((c) => [c.text, c.row, c.column, c.rowSpan, c.columnSpan]),
  );
const office = (name: string) => readFileSync(`test/fixtures/office/${name}`);
const corpus = (name: string) => readFileSync(`test/fixtures/corpus/docs/${name}`);
const odf = (body: string, styles = '') =>
  zip([
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
    [
      'content.xml',
      `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s">${styles}<office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
    ],
  ]);

describe('an OpenDocument file', () => {
  it('of text reads like the Word file that it was made from', async () => {
    const word = await readDocx(corpus('bad03-grandTotal__docx.docx'));
    expect(printed(await readOdf(office('bad03-grandTotal.odt')))).toEqual(printed(word));
  });

  it('of sheets reads like the workbook that it was made from', async () => {
    const workbook = await readXlsx(corpus('bad05-forward__xlsx.xlsx'));
    expect(printed(await readOdf(office('bad05-forward.ods')))).toEqual(printed(workbook));
  });

  it('costs nothing for a million empty rows', async () => {
    const page = await readOdf(
      odf(
        '<table:table table:name="S"><table:table-row><table:table-cell office:value-type="float" office:value="12313.437"><text:p>12,313.44</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>',
      ),
    );
    expect(printed(page)).toEqual([[['12313.437', 0, 0, 1, 1]]]);
  });

  it('leaves out a hidden sheet and says so', async () => {
    const page = await readOdf(
      odf(
        '<table:table table:name="暗" table:style-name="h"><table:table-row><table:table-cell><text:p>7</text:p></table:table-cell></table:table-row></table:table>',
        '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>',
      ),
    );
    expect(page.blocks).toEqual([]);
    expect(page.notes.map((n) => n.code)).toEqual(['HIDDEN_SHEET']);
  });
});
