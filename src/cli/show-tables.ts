import { addressKey, type Block, type Language, type TableName } from '../format/form.js';
import { editionOfYear, formOf } from '../format/forms.js';
import { rowLabel } from '../format/cell-label.js';
import { tablePlace } from '../format/place.js';
import type { FilledCell, FilledForm, Finding } from '../format/report.js';

/** The three tables as text, cells that a finding names between [ and ], what was not stated as ·. */
export function showTables(
  form: FilledForm,
  findings: readonly Finding[],
  language: Language,
): string {
  const marked = new Set(
    findings.filter((f) => f.severity !== 'INFO').flatMap((f) => f.cells.map(addressKey)),
  );
  const cells = new Map(form.cells.map((c) => [addressKey(c), c]));
  return blocksAsRead(form)
    .map((block) => showBlock(block, cells, marked, language))
    .join('\n');
}

/** The blocks in the edition that the report uses for each. */
function blocksAsRead(form: FilledForm): Block[] {
  const fallback =
    form.editions.requests ?? form.editions.activeDisclosure ?? editionOfYear(form.year ?? 2021);
  const present = new Set(form.cells.map((c) => `${c.table}/${c.row}`));
  const editions = [fallback, fallback === 'E2021' ? 'E2019' : 'E2021'] as const;
  const blocks = editions.flatMap((e) => formOf(e).blocks);
  const seen = new Set<string>();
  const used = blocks.filter((block) => {
    const edition = form.blockEditions[block.key] ?? fallback;
    const isUsed =
      edition === block.edition && block.rows.some((r) => present.has(`${block.table}/${r.key}`));
    if (!isUsed || seen.has(block.key)) return false;
    seen.add(block.key);
    return true;
  });
  return used.toSorted((a, b) => TABLES.indexOf(a.table) - TABLES.indexOf(b.table));
}

const TABLES: readonly TableName[] = ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'];

function showBlock(
  block: Block,
  cells: ReadonlyMap<string, FilledCell>,
  marked: ReadonlySet<string>,
  language: Language,
): string {
  const name = language === 'ZH' ? 'zh' : 'en';
  const head = ['', ...block.columns.map((c) => c.label[name])];
  const rows = block.rows.map((row) => [
    shorten(rowLabel(block.table, row.key, language)),
    ...block.columns.map((column) => {
      const address = {
        table: block.table,
        row: row.key,
        column: block.single ? null : column.key,
      };
      const text = printed(cells.get(addressKey(address)));
      return marked.has(addressKey(address)) ? `[${text}]` : text;
    }),
  ]);
  const title = `  ${tablePlace(block.table)[language]}${block.heading ? ` ${block.heading[name]}` : ''}`;
  return [title, ...align([head, ...rows])].join('\n');
}

const LONGEST_LABEL = 28;

const shorten = (label: string): string =>
  label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label;

const printed = (cell: FilledCell | undefined): string =>
  cell?.status === 'READ' || cell?.status === 'ENTERED'
    ? (cell.value ?? '·')
    : cell?.raw?.trim() || '·';

function align(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((r) => width(r[i] ?? ''))));
  return rows.map((row) => {
    const cells = row.map((text, i) => {
      const gap = ' '.repeat((widths[i] ?? 0) - width(text));
      return i === 0 ? text + gap : gap + text;
    });
    return `    ${cells.join('  ')}`;
  });
}

/** Columns of a terminal: Chinese characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\u1100-\u115f\u2e80-\uffdc]/.test(character) ? 2 : 1;
  return columns;
}
