import type { Edition } from '../../../src/format/form.js';
import type { Dice } from './dice.js';
import { figuresOf, printedFigures } from './figures.js';
import { figureQuirks, labelQuirks, tableQuirks } from './quirks.js';
import type { Draft, Quirk } from './quirks.js';
import { drawReport } from './report.js';

/** A report with random figures and quirks, and what it says. */
export interface RandomReport extends Draft {
  year: number;
  /** Names of its quirks. */
  quirks: string[];
}

const EDITIONS: readonly (readonly [Edition, number])[] = [
  ['E2019', 2020],
  ['E2021', 2024],
];

/** Tables two, three and four each in their edition: real reports mix them. */
function plain(dice: Dice, quirks: string[]): RandomReport {
  const [edition, year] = dice.pick(EDITIONS);
  const own = figuresOf(edition, dice.below(1e9));
  const report = drawReport(edition, year, printedFigures(own));
  const says = new Map<string, string | null>(own);
  if (dice.chance(0.15)) {
    const other: Edition = edition === 'E2019' ? 'E2021' : 'E2019';
    const figures = figuresOf(other, dice.below(1e9));
    report.parts[0] = drawReport(other, year, printedFigures(figures)).parts[0]!;
    for (const key of says.keys()) if (key.startsWith('ACTIVE')) says.delete(key);
    for (const [key, v] of figures) if (key.startsWith('ACTIVE')) says.set(key, v);
    quirks.push('tables of two editions');
  }
  return { ...report, year, says, quirks };
}

/** A report as its form prints it, or with up to three quirks. */
export function randomReport(dice: Dice): RandomReport {
  const quirks: string[] = [];
  const report = plain(dice, quirks);
  const add = (kinds: Readonly<Record<string, Quirk>>, share: number): void => {
    if (!dice.chance(share)) return;
    const [name, quirk] = dice.pick(Object.entries(kinds));
    quirks.push(name);
    quirk(report, dice);
  };
  add(figureQuirks, 0.6);
  add(labelQuirks, 0.6);
  add(tableQuirks, 0.4);
  return report;
}
