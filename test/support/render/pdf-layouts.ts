import type { Dice } from './dice.js';
import { flowOf } from './report.js';
import type { DrawnReport } from './report.js';
import { Pages } from './pdf/pages.js';
import type { PageLayout } from './pdf/pages.js';
import { writePdf } from './pdf/write-pdf.js';

const NUMBERS: readonly ((page: number) => string)[] = [
  (page) => String(page),
  (page) => `— ${page} —`,
  (page) => `- ${page} -`,
  (page) => `第 ${page} 页`,
];

/** A page of A4 as offices set them. */
function layoutOf(dice: Dice): PageLayout {
  const size = dice.pick([8, 9, 10]);
  const lying = dice.chance(0.15);
  return {
    width: lying ? 842 : 595,
    height: lying ? 595 : 842,
    margin: dice.pick([50, 60, 72]),
    size,
    leading: size * dice.pick([1.2, 1.4, 1.7]),
    padding: dice.pick([2, 3, 4]),
    rules: dice.pick(['all', 'all', 'all', 'none', 'horizontal']),
    cutsRows: dice.chance(0.5),
    headsAgain: dice.chance(0.3),
    pageNumber: dice.chance(0.7) ? dice.pick(NUMBERS) : null,
    running: dice.chance(0.15) ? '示例县农业农村局政府信息公开' : null,
    rotate: dice.chance(0.1) ? dice.pick([90, 180, 270]) : 0,
    turned: dice.chance(0.1),
    filledLines: dice.chance(0.4),
    figures: dice.pick(['centre', 'centre', 'right', 'left']),
    overflows: dice.chance(0.05),
  };
}

/** The report as a PDF with text. */
export function asPdf(report: DrawnReport, dice: Dice, change: Partial<PageLayout> = {}): Buffer {
  const layout = { ...layoutOf(dice), ...change };
  const pages = new Pages(layout);
  flowOf(report).forEach((part, i) => {
    if (typeof part !== 'string') pages.table(part);
    else if (i === 0) pages.heading(part);
    else pages.paragraph(part);
  });
  return writePdf(pages.result(), dice.chance(0.5) ? report.title : '');
}

/** The pages of the report printed two by two beside each other on sheets of twice the width. */
export function asPdfInTwoColumns(report: DrawnReport, dice: Dice, layout: PageLayout): Buffer {
  const pages = new Pages(layout);
  flowOf(report).forEach((part) => {
    if (typeof part === 'string') pages.paragraph(part);
    else pages.table(part);
  });
  const sheets = pages.result();
  const pairs = sheets.filter((_, i) => i % 2 === 0).map((left, i) => [left, sheets[2 * i + 1]]);
  const wide = pairs.map(([left, right]) => ({
    ...left!,
    width: 2 * layout.width,
    texts: [...left!.texts, ...(right?.texts ?? []).map((t) => ({ ...t, x: t.x + layout.width }))],
    lines: [
      ...left!.lines,
      ...(right?.lines ?? []).map((l) => ({
        ...l,
        x0: l.x0 + layout.width,
        x1: l.x1 + layout.width,
      })),
    ],
  }));
  return writePdf(wide, dice.chance(0.5) ? report.title : '');
}
