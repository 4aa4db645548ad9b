import { cornerNote } from '../../format/aliases.js';
import { itemHead } from '../../format/edition-2021.js';
import type { Block, TableName } from '../../format/form.js';
import { blocksOf, forms } from '../../format/forms.js';
import type { FilledForm } from '../../format/report.js';
import { Figures, label, placed, type DrawnTable, type Piece } from './drawn.js';

/** The tables of the form in the editions that a report uses, as the form prints them. */

const TABLES: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

type Drawable = Pick<FilledForm, 'cells' | 'blockEditions' | 'editions'>;

/** Tables two, three and four, each of which the document has a cell. */
export function tablesOf(form: Drawable): DrawnTable[] {
  const figures = new Figures(form);
  return TABLES.flatMap((table) => {
    const blocks = blocksIn(form, table);
    return blocks.some((block) => figures.has(block)) ? [draw[table](blocks, figures)] : [];
  });
}

/** The blocks of a table, each in the edition in which the report prints it. */
function blocksIn(form: Drawable, table: TableName): Block[] {
  const keys = new Set(forms.flatMap(({ blocks }) => blocks).map(({ key }) => key));
  return [...keys].flatMap((key) => {
    const edition = form.blockEditions[key];
    return edition ? blocksOf(edition, table).filter((block) => block.key === key) : [];
  });
}

const draw: Readonly<
  Record<TableName, (blocks: readonly Block[], figures: Figures) => DrawnTable>
> = { ACTIVE_DISCLOSURE: tableTwo, REQUESTS: tableThree, APPEALS: tableFour };

const WIDTH_OF_TWO = 4;

/** Four or five blocks below each other, each with its clause and heads; its last column fills the row. */
function tableTwo(blocks: readonly Block[], figures: Figures): DrawnTable {
  const rows: Piece[][] = [];
  for (const block of blocks) {
    const spanOf = (i: number): number =>
      i < block.columns.length - 1 ? 1 : WIDTH_OF_TWO - block.columns.length;
    rows.push([label(block.heading?.zh ?? '', WIDTH_OF_TWO)]);
    rows.push([
      label(itemHead.zh),
      ...block.columns.map((column, i) => label(column.label.zh, spanOf(i))),
    ]);
    for (const row of block.rows) {
      rows.push([
        label(row.label.zh),
        ...block.columns.map((column, i) => figures.piece(block, row, column, spanOf(i))),
      ]);
    }
  }
  return placed('ACTIVE_DISCLOSURE', WIDTH_OF_TWO, 0, rows);
}

/** Three columns of labels and seven of figures under three rows of heads. */
function tableThree([block]: readonly Block[], figures: Figures): DrawnTable {
  if (!block) throw new Error('table three has no block');
  const [person, ...others] = block.columns;
  const legal = others.slice(0, -1);
  const total = others.at(-1);
  const [applicants, legalPersons] = legal[0]?.under ?? [];
  const rows: Piece[][] = [
    [label(cornerNote, 3, 3), label(applicants?.zh ?? '', block.columns.length)],
    [
      label(person?.label.zh ?? '', 1, 2),
      label(legalPersons?.zh ?? '', legal.length),
      label(total?.label.zh ?? '', 1, 2),
    ],
    legal.map((column) => label(column.label.zh)),
  ];
  block.rows.forEach((row, r) => {
    rows.push([
      ...groupsOver(block, r),
      label(row.label.zh, 3 - row.under.length),
      ...block.columns.map((column) => figures.piece(block, row, column)),
    ]);
  });
  return placed('REQUESTS', 3 + block.columns.length, 3, rows);
}

/** Labels over several rows that begin in this one. */
function groupsOver({ rows }: Block, at: number): Piece[] {
  return (rows[at]?.under ?? []).flatMap((group, depth) => {
    if (rows[at - 1]?.under[depth]?.zh === group.zh) return [];
    const span = rows.filter(({ under }) => under[depth]?.zh === group.zh).length;
    return [label(group.zh, 1, span)];
  });
}

/** One row of fifteen figures under three rows of heads. */
function tableFour([block]: readonly Block[], figures: Figures): DrawnTable {
  if (!block) throw new Error('table four has no block');
  const [review, ...suits] = block.rows;
  const heads = block.columns.map((column) => column.label.zh);
  const width = heads.length;
  return placed('APPEALS', width * block.rows.length, 3, [
    [
      label(review?.label.zh ?? '', width),
      label(suits[0]?.under[0]?.zh ?? '', width * suits.length),
    ],
    [...heads.map((head) => label(head, 1, 2)), ...suits.map((s) => label(s.label.zh, width))],
    suits.flatMap(() => heads.map((head) => label(head))),
    block.rows.flatMap((row) => block.columns.map((column) => figures.piece(block, row, column))),
  ]);
}
