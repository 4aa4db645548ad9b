import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/ingest/read/docx.js';
import { docx, paragraph, table } from '../../support/office.js';

const grids = async (body: string) =>
  (await readDocx(docx(body))).blocks.flatMap((b) => (b.kind === 'grid' ? [b] : []));
const texts = async (body: string) =>
  (await readDocx(docx(body))).blocks.map((b) => (b.kind === 'paragraph' ? b.text : '[table]'));

/** Lists 1 and 2 of 一、（一） 1.; list 3 begins anew at 5. Paragraphs of the style Outline stand in list 1. */
const LISTS = `<w:numbering xmlns:w="w">
  <w:abstractNum w:abstractNumId="7">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
    <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
</w:numbering>`;
const STYLES = `<w:styles xmlns:w="w">
  <w:style w:styleId="Outline"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="Title2"><w:basedOn w:val="Outline"/></w:style>
</w:styles>`;
const numbered = (text: string, list: number, level: number): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const styled = (text: string, style: string, properties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const withLists = async (body: string) =>
  (
    await readDocx(
      docx(body, '', [
        ['word/numbering.xml', LISTS],
        ['word/styles.xml', STYLES],
      ]),
    )
  ).blocks;

describe('numbers that Word prints by itself', () => {
  it('stand before their paragraphs, level by level', async () => {
    const blocks = await withLists(
      [
        styled('总体情况', 'Outline'),
        styled('主动公开', 'Title2'),
        numbered('予以公开', 1, 1),
        numbered('部分公开', 1, 1),
        numbered('属于国家秘密', 1, 2),
        numbered('要点', 1, 3),
        styled('无号', 'Outline', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        styled('收到和处理', 'Outline'),
        numbered('不予公开', 1, 1),
        numbered('重复申请', 3, 2),
        numbered('信访', 3, 2),
      ].join(''),
    );
    expect(blocks.map((b) => (b.kind === 'paragraph' ? b.text : ''))).toEqual([
      '一、总体情况',
      '二、主动公开',
      '（一）予以公开',
      '（二）部分公开',
      '1.属于国家秘密',
      '要点',
      '无号',
      '三、收到和处理',
      '（一）不予公开',
      '5.重复申请',
      '6.信访',
    ]);
  });

  it('never come before figures', async () => {
    const [grid] = await withLists(
      table([`<w:tc>${numbered('予以公开', 1, 2)}</w:tc><w:tc>${numbered('12件', 1, 2)}</w:tc>`]),
    );
    expect(grid?.kind === 'grid' ? grid.cells.map((c) => c.text) : []).toEqual([
      '1.予以公开',
      '12件',
    ]);
  });
});

describe('a Word document', () => {
  it('keeps merged cells at their grid columns', async () => {
    const [grid] = await grids(
      table([
        '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>头</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>右</w:t></w:r></w:p></w:tc>',
        '<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>',
      ]),
    );
    expect(grid?.cells.map((c) => [c.text, c.row, c.column, c.rowSpan, c.columnSpan])).toEqual([
      ['头', 0, 0, 1, 2],
      ['右', 0, 2, 2, 1],
      ['1', 1, 0, 1, 1],
      ['2', 1, 1, 1, 1],
    ]);
    expect(grid?.columns).toBe(3);
    expect(grid?.cells[3]?.locator).toBe('table 1 row 2 column 2');
  });

  it('joins the paragraphs of a cell with line breaks', async () => {
    const [grid] = await grids(
      table([
        '<w:tc><w:p><w:r><w:t>结果</w:t></w:r></w:p><w:p><w:r><w:t>维持</w:t></w:r></w:p></w:tc>',
      ]),
    );
    expect(grid?.cells[0]?.text).toBe('结果\n维持');
  });

  it('reads the accepted text of tracked changes and says so', async () => {
    const page = await readDocx(
      docx(
        '<w:p><w:r><w:t>收到</w:t></w:r><w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:ins><w:r><w:t>4</w:t></w:r></w:ins><w:r><w:t>件</w:t></w:r></w:p>',
      ),
    );
    expect(page.blocks).toMatchObject([{ text: '收到4件' }]);
    expect(page.notes.map((n) => n.code)).toEqual(['TRACKED_CHANGES']);
  });

  it('leaves out a row that was deleted under tracking', async () => {
    const [grid] = await grids(
      table([
        '<w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:tc>',
        '<w:tc><w:p><w:r><w:t>新</w:t></w:r></w:p></w:tc>',
      ]),
    );
    expect(grid?.cells.map((c) => [c.text, c.row])).toEqual([['新', 0]]);
  });

  it('dissolves a table that only frames other tables', async () => {
    const inner = table(['<w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc>']);
    expect(await texts(table([`<w:tc>${paragraph('二、情况')}${inner}<w:p/></w:tc>`]))).toEqual([
      '二、情况',
      '[table]',
    ]);
  });

  it('reads a table in a text box once', async () => {
    const inner = table(['<w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc>']);
    const box = `<w:txbxContent>${inner}</w:txbxContent>`;
    const anchor = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await texts(anchor)).toEqual(['[table]']);
  });

  it('prints tabs and line breaks, not tab stops', async () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr><w:r><w:t>规章</w:t><w:tab/><w:t>0</w:t><w:br/><w:t>x</w:t></w:r></w:p>';
    expect(await texts(body)).toEqual(['规章\t0\nx']);
  });

  it('makes a table of lines that tabs part, blank cells at their ends kept', async () => {
    const line = (...cells: string[]) =>
      `<w:p><w:r>${cells.map((c) => `<w:t>${c}</w:t>`).join('<w:tab/>')}</w:r></w:p>`;
    const [grid] = await grids(line('规章', '0', '') + line('', '1', '2'));
    expect(grid?.cells.map((c) => [c.text, c.row, c.column])).toEqual([
      ['规章', 0, 0],
      ['0', 0, 1],
      ['', 0, 2],
      ['', 1, 0],
      ['1', 1, 1],
      ['2', 1, 2],
    ]);
    expect(grid?.cells[1]?.locator).toBe('paragraph 1 column 4');
  });

  it('of a million spaces costs what its length costs', async () => {
    const started = performance.now();
    expect(await texts(paragraph(`规章${' '.repeat(1e6)}x`))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('does not read hidden text', async () => {
    const body =
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r><w:r><w:t>1</w:t></w:r></w:p>';
    const page = await readDocx(docx(body));
    expect(page.blocks).toMatchObject([{ text: '1' }]);
    expect(page.notes.map((n) => n.code)).toEqual(['HIDDEN_TEXT']);
  });

  it('refuses a document type declaration', async () => {
    await expect(readDocx(docx('', '<!DOCTYPE w:document SYSTEM "x.dtd">'))).rejects.toMatchObject({
      code: 'XML_DTD_FORBIDDEN',
    });
  });

  it('refuses 50,000 levels of elements', async () => {
    await expect(
      readDocx(docx('<w:sdt>'.repeat(5e4) + '</w:sdt>'.repeat(5e4))),
    ).rejects.toMatchObject({
      code: 'NESTING_TOO_DEEP',
    });
  });

  it('refuses a cell that spans a hundred million columns', async () => {
    const wide = '<w:tc><w:tcPr><w:gridSpan w:val="100000000"/></w:tcPr><w:p/></w:tc>';
    await expect(readDocx(docx(table([wide])))).rejects.toMatchObject({ code: 'TABLE_TOO_LARGE' });
  });

  it('of the sample report has tables of 14×4, 28×10 and 4×15 cells', async () => {
    const bytes = readFileSync('test/fixtures/corpus/docs/bad03-grandTotal__docx.docx');
    const page = await readDocx(bytes);
    const sizes = page.blocks.flatMap((b) => (b.kind === 'grid' ? [[b.rows, b.columns]] : []));
    expect(sizes).toEqual([
      [14, 4],
      [28, 10],
      [4, 15],
    ]);
    expect(page.hints.titles).toEqual(['东辰市自然资源和规划局2023年政府信息公开工作年度报告']);
  });
});
