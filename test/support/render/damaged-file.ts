import { damages } from './damage.js';
import type { Dice } from './dice.js';
import { saysByPlace } from './judge.js';
import type { Printer } from './printers.js';
import type { RandomReport } from './random-report.js';

/** A file that was damaged, and what can still be asked of its reading. */
export interface DamagedFile {
  how: string;
  bytes: Buffer;
  /** Addresses whose figures it no longer states for sure. */
  lost: ReadonlySet<string>;
  /** What it prints by place, where that differs. */
  placed: ReadonlyMap<string, string | null>;
}

const CUT = 'the file cut';

/** The report printed with a cell, a label or a row of one table lost, doubled, merged or moved, or as the first part of its file. */
export function damagedFile(report: RandomReport, print: Printer, dice: Dice): DamagedFile {
  const how = dice.pick([...Object.keys(damages), CUT, CUT]);
  if (how === CUT) {
    const bytes = print(report, dice);
    const cut = bytes.subarray(0, Math.floor(bytes.length * (0.3 + dice.below(700) / 1000)));
    return { how, bytes: cut, lost: new Set(report.says.keys()), placed: new Map() };
  }
  const part = dice.pick(
    report.parts.filter((p) => p.table.rows.some((r) => r.some((c) => c.address))),
  );
  const { table, lost } = damages[how]!(part.table, () => dice.below(2 ** 30) / 2 ** 30);
  const placed = saysByPlace(part.table, table, report.says);
  part.table = table;
  return { how, bytes: print(report, dice), lost, placed };
}
