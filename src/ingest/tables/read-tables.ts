import type { Block, Edition, TableName } from '../../format/form.js';
import { cellsOf } from '../../format/form.js';
import { editionOfYear, forms } from '../../format/forms.js';
import type { FilledCell, Finding, TableEditions } from '../../format/report.js';
import type { Page } from '../page.js';
import { TIE } from './attempt.js';
import { itemsOf } from './build-items.js';
import { doubt } from './doubts.js';
import { instancesOf, pickInstance } from './instances.js';
import type { Item } from './items.js';
import { titleIds } from './lexicon.js';
import { incomplete, readBlocks } from './read-block.js';
import type { BlockReading, Candidate } from './read-block.js';
import { blockKeys, segmentsOf } from './segments.js';
import { tokensOf } from './stream.js';

/** What a page says in its tables two, three and four. */
export interface TableReading {
  /** Every cell of every block in the edition the page uses for it, in printed order; ABSENT where it is not there. */
  cells: readonly FilledCell[];
  /** Edition of each block that was found. */
  blockEditions: Readonly<Record<string, Edition>>;
  editions: TableEditions;
  findings: readonly Finding[];
  /** Indexes of the page's blocks that belong to tables; the rest is prose. */
  usedBlocks: ReadonlySet<number>;
}

/** Ways to read a block in the editions that have it, the best first. */
interface Choice {
  key: string;
  candidates: readonly Candidate[];
  findings: readonly Finding[];
}

/**
 * Reads the tables of a page.
 * @param hintYear year of the report where it is known: decides the edition where the page does not
 * @throws IngestError TABLE_TOO_LARGE
 */
export function readTables(page: Page, hintYear: number | null): TableReading {
  const segments = segmentsOf(itemsOf(tokensOf(page)));
  const used = new Set<number>();
  const choices: Choice[] = [];
  for (const key of blockKeys) {
    const instances = instancesOf(key, segments);
    if (instances.length === 0) continue;
    instances
      .flat()
      .filter((item) => !isTitle(item))
      .forEach((item) => item.tokens.forEach((t) => used.add(t.block)));
    choices.push(choiceOf(key, instances));
  }
  return assemble(choices, hintYear, used);
}

const isTitle = (item: Item): boolean =>
  item.kind === 'label' && titleIds.has(item.candidates[0]?.id ?? -1);

const editionsOfBlock = new Map(
  blockKeys.map((key) => [key, forms.flatMap((f) => f.blocks).filter((b) => b.key === key)]),
);
const blocksNamed = (key: string): readonly Block[] => editionsOfBlock.get(key) ?? [];

function choiceOf(key: string, instances: readonly (readonly Item[])[]): Choice {
  const blocks = blocksNamed(key);
  return { key, ...pickInstance(instances.map((items) => readBlocks(blocks, items))) };
}

function assemble(
  choices: readonly Choice[],
  hintYear: number | null,
  usedBlocks: ReadonlySet<number>,
): TableReading {
  const findings: Finding[] = [];
  const decided = new Map<string, BlockReading>();
  const tied: Choice[] = [];
  for (const choice of choices) {
    const [best, second] = choice.candidates;
    if (!best) continue;
    if (second && second.cost - best.cost < TIE) tied.push(choice);
    else decided.set(choice.key, best.read());
  }
  const byYear = hintYear === null ? null : editionOfYear(hintYear);
  for (const choice of tied) {
    const edition = nearestEdition(choice.key, decided) ?? byYear ?? 'E2021';
    const candidates = choice.candidates.filter(
      (c) => c.cost - (choice.candidates[0]?.cost ?? 0) < TIE,
    );
    const reading = (candidates.find((c) => c.block.edition === edition) ?? candidates[0])?.read();
    if (!reading) continue;
    decided.set(choice.key, reading);
    const stated = reading.cells.filter((c) => c.value !== null);
    if (stated.length > 0 && differ(candidates.map((c) => c.read()))) {
      const seen = {
        ZH: `按 ${edition.slice(1)} 版读取`,
        EN: `read as the ${edition.slice(1)} edition`,
      };
      findings.push(doubt('EDITION', stated, seen));
    }
  }
  for (const choice of choices) findings.push(...choice.findings);
  for (const reading of decided.values()) findings.push(...reading.findings);
  const cells = blockKeys.flatMap((key) => cellsOfKey(key, decided, byYear));
  findings.push(...lostBlocks(cells));
  return {
    cells,
    blockEditions: Object.fromEntries([...decided].map(([key, r]) => [key, r.block.edition])),
    editions: editionsOf(decided),
    findings,
    usedBlocks,
  };
}

/** Blocks of a table of which nothing is there, though another block of it states something. */
function lostBlocks(cells: readonly FilledCell[]): Finding[] {
  const stated = new Set(cells.filter((c) => c.value !== null).map((c) => c.table));
  return blockKeys.flatMap((key) => {
    const rows = new Set(blocksNamed(key).flatMap((b) => b.rows.map((r) => `${b.table}/${r.key}`)));
    const own = cells.filter((c) => rows.has(`${c.table}/${c.row}`));
    const isLost = own.every((c) => c.status === 'ABSENT' && stated.has(c.table));
    return isLost ? incomplete(own) : [];
  });
}

/** True where the editions read different cells. */
const differ = (readings: readonly BlockReading[]): boolean => {
  const told = readings.map((r) =>
    r.cells.map((c) => `${c.row}/${c.column ?? ''}/${c.value ?? ''}`).join(),
  );
  return new Set(told).size > 1;
};

/** Edition of the nearest block that is decided, of the same table before others. */
function nearestEdition(key: string, decided: ReadonlyMap<string, BlockReading>): Edition | null {
  const at = blockKeys.indexOf(key);
  const table = blocksNamed(key)[0]?.table;
  const ranked = [...decided.values()]
    .filter((r) => blocksNamed(r.block.key).length > 1 || r.block.table === table)
    .map((r) => ({
      edition: r.block.edition,
      distance: Math.abs(blockKeys.indexOf(r.block.key) - at) + (r.block.table === table ? 0 : 10),
    }))
    .filter((r) => isTelling(decided, r.edition))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.edition ?? null;
}

/** Table four is the same in both editions: found in the first of them, it tells nothing. */
const isTelling = (decided: ReadonlyMap<string, BlockReading>, edition: Edition): boolean =>
  [...decided.values()].some((r) => r.block.edition === edition && r.block.table !== 'APPEALS');

function cellsOfKey(
  key: string,
  decided: ReadonlyMap<string, BlockReading>,
  byYear: Edition | null,
): readonly FilledCell[] {
  const found = decided.get(key);
  if (found) return found.cells;
  const edition = nearestEdition(key, decided) ?? byYear ?? 'E2021';
  const block = blocksNamed(key).find((b) => b.edition === edition);
  if (!block) return [];
  return [...cellsOf(block)].map(({ table, row, column }) => ({
    table,
    row,
    column,
    status: 'ABSENT' as const,
    value: null,
    raw: null,
    locator: null,
  }));
}

function editionsOf(decided: ReadonlyMap<string, BlockReading>): TableEditions {
  const of = (table: TableName): Edition | null => {
    const found = [...decided.values()].filter((r) => r.block.table === table);
    if (found.length === 0) return null;
    return found.some((r) => r.block.edition === 'E2019') ? 'E2019' : 'E2021';
  };
  return {
    activeDisclosure: of('ACTIVE_DISCLOSURE'),
    requests: of('REQUESTS'),
    appeals: of('APPEALS'),
  };
}
