import { describe, expect, it } from 'vitest';
import { IngestError } from '../../../src/ingest/ingest-error.js';
import type { Grid, Page } from '../../../src/ingest/page.js';
import { readHtml } from '../../../src/ingest/read/html.js';

const body = (html: string): Page => readHtml(`<!DOCTYPE html><html><body>${html}</body></html>`);
const paragraphs = (html: string): string[] =>
  body(html).blocks.flatMap((b) => (b.kind === 'paragraph' ? [b.text] : []));
const grids = (html: string): Grid[] => body(html).blocks.filter((b) => b.kind === 'grid');
/** Cells as `row,column text`. */
const cells = (html: string): string[] =>
  grids(html).flatMap((g) => g.cells.map((c) => `${c.row},${c.column} ${c.text}`));
const codeOf = (html: string): string => {
  try {
    readHtml(html);
  } catch (error) {
    if (error instanceof IngestError) return error.code;
  }
  return 'read';
};

describe('paragraphs of a page', () => {
  it('stand in reading order, white space as a browser shows it', () => {
    expect(paragraphs('<p>一、\n  总体情况</p>text&nbsp;here<div>a<br>b</div>')).toEqual([
      '一、 总体情况',
      'text here',
      'a',
      'b',
    ]);
  });

  it('join labels and numbers that are split over spans', () => {
    expect(paragraphs('<p><span>本机关</span><span>不掌握</span> <b>1</b><i>2</i></p>')).toEqual([
      '本机关不掌握 12',
    ]);
  });

  it('keep parts apart that a style sets apart', () => {
    expect(
      paragraphs(
        '<span style="display:block">规章</span><span style="display: inline-block">3</span>4',
      ),
    ).toEqual(['规章', '3', '4']);
  });

  it('leave out code, hidden elements, struck-out text and controls', () => {
    const hidden =
      '<script>1</script><style>2</style><noscript>3</noscript><template>4</template><p hidden>5</p>' +
      '<p style="DISPLAY : none">6</p><select><option>7</option></select><del>8</del><!-- 9 -->';
    expect(paragraphs(`${hidden}<p>10</p>`)).toEqual(['10']);
  });

  it('never glue a raised figure to the number before it', () => {
    expect(paragraphs('<p>3<sup>2</sup></p>')).toEqual(['3^2']);
    expect(paragraphs('<p>3<sup>①</sup>4<sup>[2]</sup></p>')).toEqual(['34']);
  });

  it('keep <中华人民共和国…格式> as text', () => {
    expect(paragraphs('<p>印发 <中华人民共和国政府信息公开工作年度报告格式> 的通知</p>')).toEqual([
      '印发 <中华人民共和国政府信息公开工作年度报告格式> 的通知',
    ]);
    expect(paragraphs('<p>依据<b条例>的</p>')).toEqual(['依据<b条例>的']);
  });

  it('know headings', () => {
    expect(body('<h1>报告</h1><h3>一</h3>').blocks).toMatchObject([
      { headingLevel: 1, locator: 'paragraph 1' },
      { headingLevel: 3, locator: 'paragraph 2' },
    ]);
  });

  it('leave navigation, breadcrumbs and footers to the hints', () => {
    const page = body(
      '<div class="main-nav">首页 政务公开</div><div class="position">当前位置：首页 > 年报 > 2023年</div>' +
        '<div class="content">正文</div><footer>主办：周口市公安局</footer>',
    );
    expect(page.blocks.map((b) => (b.kind === 'paragraph' ? b.text : ''))).toEqual(['正文']);
    expect(page.hints.furniture).toContain('主办：周口市公安局');
  });

  it('keep what is called furniture but holds the report', () => {
    expect(paragraphs('<div class="nav side"><p>一、总体情况</p></div>')).toEqual(['一、总体情况']);
  });

  it('collect titles, meta elements and links to attachments', () => {
    const page = readHtml(
      '<head><title>年报_网站</title><meta name="PubDate" content="2024-01-20"></head>' +
        '<a href="a.docx">附件</a><a href="/x.html">other</a>',
    );
    expect(page.hints.titles).toEqual(['年报_网站']);
    expect(page.hints.meta).toEqual({ pubdate: '2024-01-20' });
    expect(page.hints.links).toEqual([{ text: '附件', href: 'a.docx' }]);
  });
});

describe('tables that are lines of text', () => {
  const rows = ['规章', '行政许可', '行政处罚'];
  it.each([
    ['bars', rows.map((r) => `<p>${r} | 0 | 12</p>`).join('')],
    ['bars between breaks', `<p>${rows.map((r) => `${r} | 0 | 12`).join('<br>')}</p>`],
    ['tabs', `<pre>${rows.map((r) => `${r}\t0\t12`).join('\n')}</pre>`],
    ['gaps', rows.map((r) => `<p>${r}&nbsp;&nbsp; 0&nbsp;&nbsp; 12</p>`).join('')],
  ])('have their cells between %s', (_, html) => {
    const read = grids(html).flatMap((g) => g.cells.map((c) => c.text));
    expect(read.filter((t) => t !== '')).toEqual(rows.flatMap((r) => [r, '0', '12']));
    expect(grids(html)[0]?.cells[0]?.locator).toMatch(/^paragraph 1 column 1$/);
  });

  const printed = ['规章', '0', '0', '', '12', '行政处罚'];
  it.each([
    ['paragraphs', printed.map((t) => `<p>${t || '&nbsp;'}</p>`).join('')],
    ['items', `<ul>${printed.map((t) => `<li>${t}</li>`).join('')}</ul>`],
    ['breaks', `<p>${printed.join('<br>')}</p>`],
    ['named elements', printed.map((t) => `<div class="td">${t}</div>`).join('')],
  ])('keep empty cells that are %s', (_, html) => {
    expect(paragraphs(html)).toEqual(printed);
  });

  it('are not looked for in the gaps of a page with real tables', () => {
    const cells = '<tr><td>a<td>b'.repeat(12);
    expect(paragraphs(`<p>一</p><p>&nbsp;</p><p>二</p><table>${cells}</table>`)).toEqual([
      '一',
      '二',
    ]);
  });

  it('stand between the paragraphs and real tables of the page in their order', () => {
    const html = `<p>一</p>${rows.map((r) => `<p>${r}|0</p>`).join('')}<p>二</p><table><tr><td>a<td>b</table><p>三</p>`;
    expect(body(html).blocks.map((b) => (b.kind === 'grid' ? b.cells.length : b.text))).toEqual([
      '一',
      6,
      '二',
      2,
      '三',
    ]);
  });
});

describe('tables of a page', () => {
  it('have their cells where row and column spans put them', () => {
    expect(
      cells(
        '<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d<td>e<td>f</table>',
      ),
    ).toEqual(['0,0 a', '0,2 b', '1,2 c', '2,0 d', '2,1 e', '2,2 f']);
  });

  it('end row spans with their row group, and take rowspan=0 to its end', () => {
    const [grid] = grids(
      '<table><thead><tr><td rowspan=9>a<td>b</thead><tbody><tr><td rowspan=0>c<td>d<tr><td>e</tbody></table>',
    );
    expect(grid?.cells.map((c) => [c.text, c.row, c.column, c.rowSpan])).toEqual([
      ['a', 0, 0, 1],
      ['b', 0, 1, 1],
      ['c', 1, 0, 2],
      ['d', 1, 1, 1],
      ['e', 2, 1, 1],
    ]);
  });

  it('read a foot that stands before the body as the last row', () => {
    expect(
      cells('<table><tfoot><tr><td>总计<td>3</tfoot><tbody><tr><td>a<td>3</tbody></table>'),
    ).toEqual(['0,0 a', '0,1 3', '1,0 总计', '1,1 3']);
  });

  it('keep paragraphs of a cell as lines', () => {
    expect(cells('<table><tr><td><p>本年新</p><p>制作数量</p><td>1<br>2</table>')).toEqual([
      '0,0 本年新\n制作数量',
      '0,1 1\n2',
    ]);
  });

  it('leave out rows and cells that are not shown', () => {
    expect(
      cells(
        '<table><tr style="display:none"><td>x<td>y</tr><tr><td>a<td hidden>9<td>b</tr></table>',
      ),
    ).toEqual(['0,0 a', '0,1 b']);
  });

  it('have no columns to rely on where heads and figures cover different widths', () => {
    const figures = `<tr>${'<td>0'.repeat(6)}`;
    const known = (head: string): boolean | undefined =>
      grids(`<table><tr>${head}</tr>${figures}</table>`)[0]?.columnsKnown;
    expect(known('<td colspan=3>a<td colspan=3>b')).toBe(true);
    expect(known('<td colspan=2>a<td colspan=3>b')).toBe(false);
    expect(known('<td>a<td>b')).toBe(false);
  });

  it('read values of input fields', () => {
    expect(
      cells('<table><tr><td>规章<td><input value="3"><input type=hidden value=4></table>'),
    ).toEqual(['0,0 规章', '0,1 3']);
  });

  it('name the place of each cell as a person counts', () => {
    const [, second] = grids(
      '<table><tr><td>a<td>b</table><table><tr><td>c<td>d<tr><td>e<td>f</table>',
    );
    expect(second?.cells.at(-1)?.locator).toBe('table 2 row 2 column 2');
  });

  it('are found inside tables that only lay out the page', () => {
    const inner = '<table><tr><td>规章<td>0</table>';
    const page = body(
      `<table><tr><td>left</td><td><p>一、总体情况</p>${inner}<p>二</p></td></tr></table>`,
    );
    expect(
      page.blocks.map((b) => (b.kind === 'grid' ? `grid ${b.rows}x${b.columns}` : b.text)),
    ).toEqual(['left', '一、总体情况', 'grid 1x2', '二']);
  });

  it('take a table of one cell as part of the cell around it', () => {
    expect(cells('<table><tr><td><table><tr><td>规章</table><td>7</table>')).toEqual([
      '0,0 规章',
      '0,1 7',
    ]);
  });

  it('take the cells of a table that divides a cell exactly', () => {
    const inner = '<table><tr><td>1<td><td>3</table>';
    expect(cells(`<table><tr><td>规章<td colspan=3>${inner}<td>4</table>`)).toEqual([
      '0,0 规章',
      '0,1 1',
      '0,2 ',
      '0,3 3',
      '0,4 4',
    ]);
    const rows = '<table><tr><td>1<td>2<tr><td>3<td>4</table>';
    expect(cells(`<table><tr><td colspan=2 rowspan=2>${rows}<td>a<tr><td>b</table>`)).toEqual([
      '0,0 1',
      '0,1 2',
      '0,2 a',
      '1,0 3',
      '1,1 4',
      '1,2 b',
    ]);
  });

  it('are cut from the running text that stands in the same table', () => {
    const prose = '本年度工作。'.repeat(60);
    const page = body(
      `<table><tr><td colspan=2>${prose}</tr><tr><td>规章<td>0</tr><tr><td colspan=2>${prose}</tr></table>`,
    );
    expect(page.blocks.map((b) => b.kind)).toEqual(['paragraph', 'grid', 'paragraph']);
    expect(page.blocks[1]).toMatchObject({
      cells: [{ locator: 'table 1 row 2 column 1', row: 0 }, {}],
    });
  });
});

describe('limits of a page', () => {
  const span = (attribute: string): string => `<table><tr><td ${attribute}>a<td>b</table>`;

  it('refuse tables beyond 200 columns, 2,000 rows or 200,000 cells before a grid is made', () => {
    expect(codeOf(span('colspan="100000"'))).toBe('TABLE_TOO_LARGE');
    expect(codeOf(span('colspan=199'))).toBe('read');
    expect(codeOf(span('colspan=200'))).toBe('TABLE_TOO_LARGE');
    expect(codeOf(span('rowspan="65534"'))).toBe('read');
    expect(codeOf(`<table>${'<tr><td>a<td>b'.repeat(2_001)}</table>`)).toBe('TABLE_TOO_LARGE');
    const wide = `<tr>${'<td rowspan=1999>a'.repeat(150)}</tr>`;
    expect(codeOf(`<table>${wide}${'<tr><td>'.repeat(1_998)}</table>`)).toBe('TABLE_TOO_LARGE');
  });

  it('refuse nesting beyond 512 before a tree is built', () => {
    expect(codeOf('<div>'.repeat(100_000))).toBe('NESTING_TOO_DEEP');
    expect(codeOf('<b>'.repeat(600))).toBe('NESTING_TOO_DEEP');
    expect(codeOf('<table><tr><td>'.repeat(600))).toBe('NESTING_TOO_DEEP');
    expect(codeOf(`${'<div>'.repeat(500)}a${'</div>'.repeat(500)}`)).toBe('read');
  });

  it('are not reached by tags that were left open as HTML allows, or that stand in comments and code', () => {
    expect(codeOf('<p>a<li>b<tr><td>c'.repeat(2_000).replace(/<tr><td>/g, ''))).toBe('read');
    expect(
      codeOf(`<!-- ${'<div>'.repeat(1_000)} --><script>${'"<div>"'.repeat(1_000)}</script>`),
    ).toBe('read');
    expect(codeOf('<div></span></div>'.repeat(2_000))).toBe('read');
    expect(codeOf('<div title="a>b<div>"></div>'.repeat(2_000))).toBe('read');
  });

  it('refuse an element with thousands of attributes', () => {
    const attributes = Array.from({ length: 5_000 }, (_, i) => `a${i}=1`).join(' ');
    expect(codeOf(`<div ${attributes}>`)).toBe('NESTING_TOO_DEEP');
  });

  it('refuse pages of more than 10 MB', () => {
    expect(codeOf(`<p>${'a'.repeat(10 * 1024 * 1024)}</p>`)).toBe('FILE_TOO_LARGE');
  });
});
