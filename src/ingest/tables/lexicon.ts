import { aliases, cornerNote } from '../../format/aliases.js';
import { itemHead } from '../../format/edition-2021.js';
import type { Block, Label } from '../../format/form.js';
import { forms } from '../../format/forms.js';
import { tableTitles } from '../../format/table-titles.js';
import { labelText } from './label-text.js';
import type { LabelText } from './label-text.js';

/** What a label is to the tables: a row or column of some block, its heading, or printed beside them. */
export interface LegalLabel {
  id: number;
  zh: string;
  /** Keys of the blocks that print it. */
  blocks: ReadonlySet<string>;
  /** The label and its aliases, the label first. */
  spellings: readonly LabelText[];
  /** False for heading, head of the first column, corner note: they hold no place of a cell. */
  isPlace: boolean;
}

interface Draft {
  blocks: Set<string>;
  isPlace: boolean;
}

const TABLE_TWO = forms
  .flatMap((f) => f.blocks)
  .filter((b) => b.table === 'ACTIVE_DISCLOSURE')
  .map((b) => b.key);

function collect(): LegalLabel[] {
  const drafts = new Map<string, Draft>();
  const add = (label: string, blocks: readonly string[], isPlace: boolean): void => {
    const draft = drafts.get(label) ?? { blocks: new Set(), isPlace };
    blocks.forEach((b) => draft.blocks.add(b));
    drafts.set(label, draft);
  };
  for (const block of forms.flatMap((f) => f.blocks)) {
    for (const label of placeLabels(block)) add(label.zh, [block.key], true);
  }
  add(itemHead.zh, TABLE_TWO, false);
  add(cornerNote, ['requests'], false);
  for (const [table, title] of Object.entries(tableTitles)) {
    const first = forms.flatMap((f) => f.blocks).find((b) => b.table === table);
    if (first) add(title.zh, [first.key], false);
  }
  return [...drafts].map(([zh, draft], id) => ({ id, zh, ...draft, spellings: spellingsOf(zh) }));
}

const placeLabels = (block: Block): readonly Label[] =>
  [...block.rows, ...block.columns].flatMap((line) => [...line.under, line.label]);

const spellingsOf = (zh: string): LabelText[] =>
  [zh, ...aliases.filter((a) => a.of === zh).map((a) => a.as)]
    .map(labelText)
    .filter((t) => t !== null);

/** Every label that a table of any edition may print. */
export const lexicon: readonly LegalLabel[] = collect();

const byText = new Map(lexicon.map((l) => [l.zh, l.id]));

/** Id of an official label. */
export function labelId(zh: string): number {
  const id = byText.get(zh);
  if (id === undefined) throw new Error(`no label ${zh}`);
  return id;
}

export const itemHeadId = labelId(itemHead.zh);

/** Headings of sections: they announce a table and are no part of it. */
export const titleIds: ReadonlySet<number> = new Set(
  Object.values(tableTitles).map((t) => labelId(t.zh)),
);
