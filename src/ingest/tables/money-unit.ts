import type { Item } from './items.js';
import { unitOf } from './value.js';
import type { MoneyUnit } from './value.js';

const NAMED =
  /(?:单位|單位)\s*[:：为]?\s*(?:人民币)?\s*(亿元|億元|万元|萬元|元)|[(（]\s*(亿元|億元|万元|萬元|元)\s*[)）]/;

/** Unit of money that a head, a label or a note of the block names; null where none does. */
export function moneyUnitOf(items: readonly Item[]): MoneyUnit | null {
  for (const item of items) {
    if (item.kind === 'chunk') continue;
    const found = NAMED.exec(item.text);
    if (found) return unitOf((found[1] ?? found[2] ?? '').replace('萬', '万').replace('億', '亿'));
  }
  return null;
}
