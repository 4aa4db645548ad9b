import { columnPlace, placeOf, placeWithTable, rowPlace, tablePlace } from '../format/place.js';
import type { FilledCell } from '../format/report.js';
import type { CellChange } from './diagnosis.js';
import type { Bilingual } from './definition.js';
import { countOf } from './cells.js';
import { inBoth, listed } from './finding.js';
import type { SumRelation } from './relations.js';

/** Sentences about sums, in the words of the form. */

const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The row or column a relation runs along: 三（四）1.… for A1, 表四 行政复议 for A4, 三（七）总计 · 自然人 for A2. */
export const linePlace = (relation: SumRelation): Bilingual => {
  const { table, edition, name } = relation;
  if (name.row !== undefined) {
    const row = rowPlace(table, name.row);
    if (table === 'REQUESTS') return row;
    return inBoth((l) => `${tablePlace(table)[l]} ${row[l]}`);
  }
  const column = name.column ?? '';
  if (relation.rule.right.length === 1) {
    return placeOf({ table, row: relation.rule.right[0] ?? '', column });
  }
  const label = columnPlace(table, column, edition);
  return inBoth((l) => `${tablePlace(table)[l]} · ${label[l]}`);
};

const addends = (relation: SumRelation, side: readonly FilledCell[]): Bilingual => {
  const { table, edition, name } = relation;
  if (side.length > 4 && name.row !== undefined) {
    const many = NUMERALS[side.length] ?? String(side.length);
    return { ZH: `${many}类申请人`, EN: `the ${String(side.length)} kinds of applicants` };
  }
  if (side.length > 4) return { ZH: '（一）至（六）各项', EN: 'the rows (1) to (6)' };
  const labels = side.map((cell) =>
    name.row === undefined
      ? rowPlace(table, cell.row)
      : columnPlace(table, cell.column ?? '', edition),
  );
  const english = labels.map((l) => l.EN);
  return {
    ZH: labels.map((l) => l.ZH).join(labels.length > 2 ? '、' : ' 加 '),
    EN: `${english.slice(0, -1).join(', ')} and ${english.at(-1) ?? ''}`,
  };
};

const sideWords = (
  relation: SumRelation,
  side: readonly FilledCell[],
  value: number,
): Bilingual => {
  if (side.length === 1)
    return { ZH: `总计 ${String(value)}`, EN: `the total is ${String(value)}` };
  const names = addends(relation, side);
  return {
    ZH: `${names.ZH}${side.length === 2 ? ' ' : ''}合计 ${String(value)}`,
    EN: `${names.EN} add up to ${String(value)}`,
  };
};

const blankWords = (relation: SumRelation): Bilingual => {
  if (relation.blanks.length === 0) return { ZH: '', EN: '' };
  const names = listed(relation.blanks.map(placeWithTable), 4);
  return { ZH: `（${names.ZH}为空，未计）`, EN: ` (${names.EN} blank, not counted)` };
};

/** 三（一）予以公开：六类申请人合计 28，总计 29，相差 1。 */
export const relationSentence = (relation: SumRelation): Bilingual => {
  const place = linePlace(relation);
  const left = sideWords(relation, relation.left, relation.leftSum);
  const right = sideWords(relation, relation.right, relation.rightSum);
  const blanks = blankWords(relation);
  const difference = String(Math.abs(relation.leftSum - relation.rightSum));
  return {
    ZH: `${place.ZH}：${left.ZH}，${right.ZH}，相差 ${difference}${blanks.ZH}。`,
    EN: `${place.EN}: ${left.EN}, ${right.EN}; difference ${difference}${blanks.EN}.`,
  };
};

/** The other relations that one cause breaks, shortly: 三（七）总计 · 总计（176 与 175）. */
export const alsoBroken = (relations: readonly SumRelation[]): Bilingual => {
  if (relations.length === 0) return { ZH: '', EN: '' };
  const short = relations.map((r) => {
    const place = linePlace(r);
    const [left, right] = [String(r.leftSum), String(r.rightSum)];
    return {
      ZH: `${r.rule.check} ${place.ZH}（${left} 与 ${right}）`,
      EN: `${r.rule.check} ${place.EN} (${left} and ${right})`,
    };
  });
  const all = listed(short, 6);
  return { ZH: `同时不平：${all.ZH}。`, EN: ` Also broken: ${all.EN}.` };
};

/** What would make all of it hold. */
export const repairWords = (changes: readonly CellChange[]): Bilingual => {
  const each = changes.map(({ cell, by }) => {
    const from = countOf(cell);
    const to = String((from ?? 0) + by);
    const place = placeWithTable(cell);
    return {
      ZH: `${place.ZH}由${from === null ? '空' : ` ${String(from)} `}改为 ${to}`,
      EN: `${place.EN} from ${from === null ? 'blank' : String(from)} to ${to}`,
    };
  });
  const all = listed(each, 7);
  return { ZH: `${all.ZH}，各式即平。`, EN: ` All hold with ${all.EN}.` };
};
