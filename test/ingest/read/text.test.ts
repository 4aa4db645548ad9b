import { describe, expect, it } from 'vitest';
import type { Grid, Paragraph } from '../../../src/ingest/page.js';
import { readText } from '../../../src/ingest/read/text.js';

const gridsOf = (text: string): Grid[] =>
  readText(text).blocks.filter((b): b is Grid => b.kind === 'grid');
const paragraphsOf = (text: string): Paragraph[] =>
  readText(text).blocks.filter((b): b is Paragraph => b.kind === 'paragraph');
/** Rows of a table, cells apart by `¦`. */
const rowsOf = (grid: Grid | undefined): string[] =>
  Array.from({ length: grid?.rows ?? 0 }, (_, r) =>
    (grid?.cells ?? [])
      .filter((c) => c.row === r)
      .map((c) => c.text)
      .join('¦'),
  );

describe('a text', () => {
  it('keeps headings of Markdown with their level and lines with their number', () => {
    expect(paragraphsOf('# 报告\n\n正文')).toEqual([
      { kind: 'paragraph', text: '报告', headingLevel: 1, locator: 'line 1' },
      { kind: 'paragraph', text: '正文', headingLevel: null, locator: 'line 3' },
    ]);
  });

  it.each([
    ['tabs', '规章\t0\t\t3', '规章¦0¦¦3'],
    ['bars on both sides', '| 规章 | 0 |  | 3 |', '规章¦0¦¦3'],
    ['bars behind', '规章 | 0 | | 3 |', '规章¦0¦¦3'],
    ['wide bars', '｜规章｜0｜｜3｜', '规章¦0¦¦3'],
    ['drawn bars', '│ 规章 │ 0 │  │ 3 │', '规章¦0¦¦3'],
    ['marks of Markdown', '| **规章** | 0&nbsp; | a\\|b |', '规章¦0¦a|b'],
  ])('is cut at %s', (_, line, cells) => {
    expect(rowsOf(gridsOf(line)[0])).toEqual([cells]);
  });

  it.each([
    [
      'commas',
      '项目,件数,备注\n规章,1,\n"其他, 合计","1,234",2',
      ['项目¦件数¦备注', '规章¦1¦', '其他, 合计¦1,234¦2'],
    ],
    ['semicolons', '项目;件数\n规章;1', ['项目¦件数', '规章¦1']],
    ['wide gaps', '项目    件数\n规章    1', ['项目¦件数', '规章¦1']],
    ['ideographic spaces', '项目　件数\n规章　1', ['项目¦件数', '规章¦1']],
    ['single spaces', '项目 件数 总数\n规章 1 2', ['项目¦件数¦总数', '规章¦1¦2']],
  ])('is cut at %s where several lines agree', (_, text, rows) => {
    expect(rowsOf(gridsOf(text)[0])).toEqual(rows);
  });

  it('leaves out the rules that draw a table', () => {
    const drawn = '+----+---+\n| 规章 | 0 |\n+----+---+';
    expect(rowsOf(gridsOf(drawn)[0])).toEqual(['规章¦0']);
    expect(rowsOf(gridsOf('| 规章 | 0 |\n| --- | :-: |\n| 其他 | 1 |')[0])).toEqual([
      '规章¦0',
      '其他¦1',
    ]);
  });

  it('does not take prose for a table', () => {
    const prose = '2024年，主动公开128条，其中网站64条。\n\t乡镇  共开展培训 3 次，参加 30 人次。';
    expect(gridsOf(prose)).toEqual([]);
  });

  it('shows rows where lines hold several cells, and none with one cell a line', () => {
    expect(gridsOf('规章 | 0 | 0 |')[0]?.rowsKnown).toBe(true);
    expect(gridsOf('规章 |\n0 |\n0 |')[0]?.rowsKnown).toBe(false);
  });

  it('locates cells by line and column', () => {
    expect(gridsOf('标题\n规章 | 12 |')[0]?.cells[1]?.locator).toBe('line 2 column 6');
  });

  it.each([
    ['one cell a line', '规章\n1\n\n3\n行政规范性文件\n5\n6\n7', ['规章', '1', '', '3']],
    [
      'one cell a paragraph',
      '规章\n\n1\n\n\n\n3\n\n行政规范性文件\n\n5\n\n6',
      ['规章', '1', '', '3'],
    ],
  ])('keeps blank cells with %s', (_, text, first) => {
    expect(
      paragraphsOf(text)
        .slice(0, 4)
        .map((p) => p.text),
    ).toEqual(first);
  });

  it('does not take the marks between thousands for the commas of a table', () => {
    const text = '行政许可\n1,636,263\n\n行政处罚   1,234\n';
    const { blocks } = readText(text);
    const texts = blocks.flatMap((b) =>
      b.kind === 'grid' ? b.cells.map((c) => c.text) : [b.text],
    );
    expect(texts.filter((t) => t !== '')).toEqual(['行政许可', '1,636,263', '行政处罚', '1,234']);
  });

  it('does not part a number from the note in brackets behind it', () => {
    const { blocks } = readText('规章\n22（其中修订 16 件）\n');
    expect(blocks.map((b) => (b.kind === 'paragraph' ? b.text : '[table]'))).toEqual([
      '规章',
      '22（其中修订 16 件）',
    ]);
  });
});
