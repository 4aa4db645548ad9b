import fc from 'fast-check';
import type { ValueKind } from '../../src/format/form.js';
import { cellsOf, addressKey } from '../../src/format/form.js';
import { forms } from '../../src/format/forms.js';
import type { FilledCell, FilledForm } from '../../src/format/report.js';
import { readValue } from '../../src/ingest/tables/value.js';
import { randomForm } from '../filing/random-form.js';

/** Random forms as readers and people make them: every figure is one that its cell may hold. */

const kinds = new Map<string, ValueKind>(
  forms.flatMap(({ blocks }) =>
    blocks.flatMap((block) => [...cellsOf(block)].map((c) => [addressKey(c), c.kind] as const)),
  ),
);

/** What stands in cells that no number can be read from. */
const UNREADABLE = ['约3件', '见附件', '12件左右', '3至5'];

/** A count of 3.5 and the like stands in no cell that was read; some figures are a person's. */
const readable = (cell: FilledCell, i: number): FilledCell => {
  if (cell.status === 'UNREADABLE' && i % 2 === 0) {
    return { ...cell, raw: UNREADABLE[(i / 2) % UNREADABLE.length]! };
  }
  if (cell.value === null) return i % 7 === 0 ? { ...cell, status: 'ENTERED' } : cell;
  const kind = kinds.get(addressKey(cell))!;
  const { status, value } = readValue(cell.value, kind);
  const kept = status === 'READ' ? value : String(i);
  return { ...cell, value: kept, status: i % 11 === 0 ? 'ENTERED' : 'READ' };
};

/** The lists of sections and the title are those of a document: six texts, no words that are part of the form. */
export const readableForm: fc.Arbitrary<FilledForm> = randomForm.map((form) => ({
  ...form,
  agency: '示例县农业农村局',
  year: 2022,
  title: '示例县农业农村局2022年政府信息公开工作年度报告',
  sections: [
    { ordinal: 1, heading: '总体情况', text: '全年主动公开政府信息 128 条。' },
    { ordinal: 6, heading: '其他需要报告的事项', text: '无。' },
  ],
  cells: form.cells.map(readable),
}));
