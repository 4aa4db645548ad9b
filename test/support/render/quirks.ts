import { aliases } from '../../../src/format/aliases.js';
import { addressKey } from '../../../src/format/form.js';
import type { Dice } from './dice.js';
import { gridOf, label } from './printed.js';
import type { DrawnCell, DrawnTable } from './printed.js';
import type { DrawnReport } from './report.js';

/** A report in the making: as it is printed, and what each figure of it says. */
export interface Draft extends DrawnReport {
  /** By address; null where the print states no number. */
  says: Map<string, string | null>;
}

/** A way in which published reports differ from the form. */
export type Quirk = (draft: Draft, dice: Dice) => void;

const cellsIn = (draft: Draft): DrawnCell[] => draft.parts.flatMap((p) => p.table.rows.flat());
const figuresIn = (draft: Draft): DrawnCell[] => cellsIn(draft).filter((c) => c.address);
const labelsIn = (draft: Draft): DrawnCell[] =>
  cellsIn(draft).filter((c) => !c.address && c.text !== '');
const isMoney = (c: DrawnCell): boolean =>
  c.address?.row === 'administrativeFeesWan' || c.address?.column === 'amountYuan';
const isCount = (c: DrawnCell): boolean => /^\d+$/.test(c.text) && !isMoney(c);

const eachFigure =
  (share: number, change: (cell: DrawnCell, dice: Dice) => string): Quirk =>
  (draft, dice) => {
    for (const c of figuresIn(draft)) if (dice.chance(share)) c.text = change(c, dice);
  };
const counts = (share: number, change: (text: string, dice: Dice) => string): Quirk =>
  eachFigure(share, (c, dice) => (isCount(c) ? change(c.text, dice) : c.text));
const eachLabel =
  (share: number, change: (text: string, dice: Dice) => string): Quirk =>
  (draft, dice) => {
    for (const c of labelsIn(draft)) if (dice.chance(share)) c.text = change(c.text, dice);
  };
const unsaid =
  (mark: (dice: Dice) => string): Quirk =>
  (draft, dice) => {
    const text = mark(dice);
    for (const c of figuresIn(draft)) {
      if (c.text !== '0' || dice.chance(0.1)) continue;
      c.text = text;
      draft.says.set(addressKey(c.address!), null);
    }
  };

const fullWidth = (text: string): string =>
  text.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)));
const thousands = (text: string): string => text.replace(/\B(?=(\d{3})+$)/g, ',');

/** The numbers of a report, written otherwise. */
export const figureQuirks: Readonly<Record<string, Quirk>> = {
  'noughts left blank': unsaid(() => ''),
  'noughts marked': unsaid((dice) => dice.pick(['/', '-', '—', '无', '——'])),
  'units behind counts': counts(0.5, (t) => `${t}件`),
  'marks between thousands': counts(1, thousands),
  'digits of full width': counts(0.5, fullWidth),
  'noughts behind the point': counts(0.1, (t) => `${t}.0`),
  'spaces around': counts(0.5, (t, dice) => (dice.chance(0.5) ? ` ${t}` : `${t}　`)),
  'notes behind numbers': counts(0.03, (t, dice) => `${t}（其中修订 ${dice.below(9)} 件）`),
  'changes in words': (draft) => {
    for (const c of figuresIn(draft)) {
      if (c.address?.column !== 'change') continue;
      if (/^-\d/.test(c.text)) c.text = `减${c.text.slice(1)}`;
      else if (/^[1-9]/.test(c.text)) c.text = `增${c.text}`;
    }
  },
  'signs before changes': (draft) => {
    for (const c of figuresIn(draft)) {
      if (c.address?.column === 'change' && /^[1-9]/.test(c.text)) c.text = `+${c.text}`;
    }
  },
  'money with its unit': (draft) => {
    for (const c of figuresIn(draft)) {
      if (c.address?.row === 'administrativeFeesWan' && /\d$/.test(c.text))
        c.text = `${c.text}万元`;
    }
  },
};

const wrapped = (text: string, dice: Dice): string => {
  const at = 1 + dice.below(Math.max(1, text.length - 1));
  return text.length < 3 ? text : `${text.slice(0, at)}\n${text.slice(at)}`;
};
const shortened = (text: string, dice: Dice): string => {
  const ways = aliases.filter((a) => a.of === text && a.as.length > 2);
  return ways.length === 0 ? text : dice.pick(ways).as;
};
const misspelt = (text: string, dice: Dice): string => {
  if (text.length < 8) return text;
  const at = 3 + dice.below(text.length - 5);
  return text.slice(0, at) + (dice.chance(0.5) ? text[at]! : '') + text.slice(at);
};
const narrow = (text: string): string =>
  text.replaceAll('（', '(').replaceAll('）', ')').replaceAll('“', '"').replaceAll('”', '"');

/** The labels of a report, written otherwise. */
export const labelQuirks: Readonly<Record<string, Quirk>> = {
  'labels broken over lines': eachLabel(0.4, wrapped),
  'short labels spaced out': eachLabel(0.8, (t) => (t.length === 2 ? `${t[0]!} ${t[1]!}` : t)),
  'labels in other words': eachLabel(1, shortened),
  'labels misspelt': eachLabel(0.1, misspelt),
  'brackets of half width': eachLabel(1, narrow),
  'dots for commas in numbering': eachLabel(1, (t) => t.replace(/^(\d)\./, '$1、')),
  'numbering lost': eachLabel(1, (t) => t.replace(/^\d\./, '')),
  'instructions in labels': eachLabel(0.2, (t) => (t === '规章' ? `${t}（县级无此项）` : t)),
  'vertical labels': eachLabel(0.5, (t) =>
    /^[三（]/.test(t) && t.length < 12 ? Array.from(t).join('\n') : t,
  ),
  'spaces within labels': eachLabel(0.3, (t, dice) => wrapped(t, dice).replace('\n', ' ')),
};

/** The table with one column more at its left or right, all of it empty. */
function widen(table: DrawnTable, left: boolean): void {
  const grid = gridOf(table);
  table.rows.forEach((row, r) => {
    const pad = label('');
    if (left) row.unshift(pad);
    else if (grid[r]?.every((p) => p !== null)) row.push(pad);
  });
  table.columns++;
}

/** Labels over several rows printed in each of them. */
function repeatSpans(table: DrawnTable, text: (cell: DrawnCell) => string): void {
  const grid = gridOf(table);
  const first = table.rows.findIndex((r) => r.some((c) => c.address));
  table.rows = grid.map((row, r) => {
    if (r < first) return table.rows[r]!;
    const cells: DrawnCell[] = [];
    row.forEach((place, c) => {
      if (!place || place.cell === row[c - 1]?.cell) return;
      const own = place.begins ? place.cell : { ...place.cell, text: text(place.cell) };
      cells.push(place.cell.rowSpan > 1 ? { ...own, rowSpan: 1 } : own);
    });
    return cells;
  });
}

const anyTable = (draft: Draft, dice: Dice): DrawnTable => dice.pick(draft.parts).table;

/** The tables of a report, drawn otherwise. */
export const tableQuirks: Readonly<Record<string, Quirk>> = {
  'a caption within the table': (draft, dice) => {
    const table = anyTable(draft, dice);
    const text = dice.pick(['单位：件', '填报单位：示例县农业农村局　　2024年度', '（2024年度）']);
    table.rows.unshift([label(text, table.columns)]);
  },
  'a note below the table': (draft, dice) => {
    const table = anyTable(draft, dice);
    table.rows.push([label('备注：以上数据截至12月31日。', table.columns)]);
  },
  'labels over several rows printed in each': (draft) =>
    repeatSpans(draft.parts[1]!.table, (c) => c.text),
  'labels over several rows in the first alone': (draft) =>
    repeatSpans(draft.parts[1]!.table, () => ''),
  'an empty column': (draft, dice) => widen(anyTable(draft, dice), dice.chance(0.5)),
  'an empty row': (draft, dice) => {
    const table = draft.parts[0]!.table;
    const at = 2 + dice.below(table.rows.length - 2);
    table.rows.splice(
      at,
      0,
      Array.from({ length: table.columns }, () => label('')),
    );
  },
  'table two cut into its blocks': (draft) => {
    const [two, ...others] = draft.parts;
    const starts = two!.table.rows.flatMap((r, i) =>
      r.length === 1 && /第/.test(r[0]!.text) ? [i] : [],
    );
    if (starts.length < 2) return;
    const pieces = starts.map((from, i) => ({
      heading: i === 0 ? two!.heading : '',
      table: { ...two!.table, rows: two!.table.rows.slice(i === 0 ? 0 : from, starts[i + 1]) },
    }));
    draft.parts = [...pieces, ...others];
  },
  'titles as rows of the tables': (draft) => {
    for (const p of draft.parts) {
      if (p.heading === '') continue;
      p.table.rows.unshift([label(p.heading, p.table.columns)]);
      p.heading = '';
    }
  },
};
