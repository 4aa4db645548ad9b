import type { ChunkItem, Item, LabelItem, OtherItem, ValueCell } from './items.js';
import { labelsOfRun } from './label-runs.js';
import type { Token } from './token.js';
import { withoutTornLabels } from './torn-labels.js';

/** Printed pieces → labels, other texts and chunks of numbers, in reading order. */
export function itemsOf(tokens: readonly Token[]): Item[] {
  const pieces = withoutTornLabels(tokens.filter((t) => t.class !== 'ASIDE'));
  const labels = readLabels(pieces);
  const items: Item[] = [];
  for (let i = 0; i < pieces.length;) {
    const end = rowEnd(pieces, i);
    if (pieces[i]?.rowKnown) pushRow(items, pieces.slice(i, end), labels);
    else pushRun(items, pieces.slice(i, end), labels);
    i = end;
  }
  const last = items.at(-1);
  if (last?.kind === 'chunk') last.atEnd = true;
  return items;
}

/** The labels found, by the first piece of each; pieces that continue a label map to null. */
type Labels = ReadonlyMap<Token, readonly (LabelItem | OtherItem)[]>;

function readLabels(pieces: readonly Token[]): Labels {
  const found = new Map<Token, (LabelItem | OtherItem)[]>();
  let run: Token[] = [];
  const close = (): void => {
    for (const item of labelsOfRun(run)) {
      item.tokens.forEach((token, i) => {
        const there = found.get(token) ?? [];
        if (i === 0) there.push(item);
        found.set(token, there);
      });
    }
    run = [];
  };
  for (const piece of pieces) {
    if (piece.class === 'VALUE') close();
    else if (piece.class !== 'BLANK') run.push(piece);
  }
  close();
  return found;
}

/** Behind the last piece of the printed row, or of the stretch whose rows are not known. */
function rowEnd(pieces: readonly Token[], from: number): number {
  const first = pieces[from];
  let end = from + 1;
  while (end < pieces.length && first?.rowKnown === pieces[end]?.rowKnown) {
    if (first?.rowKnown && pieces[end]?.row !== first.row) break;
    end++;
  }
  return end;
}

const isGood = (item: LabelItem | OtherItem): item is LabelItem =>
  item.kind === 'label' && (item.heading.length > 0 || (item.candidates[0]?.cost ?? 1) < 0.35);

const isAnyLabel = (items: readonly (LabelItem | OtherItem)[] | undefined): boolean =>
  items?.some((i) => i.kind === 'label') ?? false;

/** A printed row: labels, then its numbers; a good label among the numbers begins anew. */
function pushRow(items: Item[], row: readonly Token[], labels: Labels): void {
  const firstValue = row.findIndex((t) => t.class === 'VALUE');
  const firstLabel = row.findIndex((t) => isAnyLabel(labels.get(t)));
  // Numbers in front of the row's first label are those of a column 序号.
  let at = firstLabel > firstValue && firstValue >= 0 ? firstLabel : 0;
  let cells: ValueCell[] = [];
  let labelEnd = 0;
  let seen = false;
  // Without any label, a text may stand in the place of the first number.
  const bare = firstLabel < 0 && firstValue >= 0;
  const close = (): void => {
    if (cells.some((c) => c.class !== 'BLANK') || (seen && cells.length > 0)) {
      items.push(chunkOf(cells, labelEnd));
    }
    cells = [];
  };
  for (; at < row.length; at++) {
    const token = row[at];
    if (!token) continue;
    const found = labels.get(token);
    const among = cells.some((c) => c.class !== 'BLANK');
    const begins = among ? found?.some(isGood) : isAnyLabel(found) || (!seen && !bare);
    if (found && begins) {
      if (among) close();
      else cells = [];
      items.push(...found);
      seen ||= isAnyLabel(found);
      labelEnd = token.columnEnd;
    } else if (found?.length === 0 && !among && !bare) {
      cells = [];
      labelEnd = token.columnEnd;
    } else {
      cells.push(cellOf(token));
    }
  }
  close();
}

/** Pieces without known rows: labels and, between them, runs of numbers. */
function pushRun(items: Item[], run: readonly Token[], labels: Labels): void {
  let cells: ValueCell[] = [];
  const close = (): void => {
    if (cells.length > 0) items.push(chunkOf(cells, null));
    cells = [];
  };
  for (const token of run) {
    const found = labels.get(token);
    const word = token.class === 'WORDS' && !isAnyLabel(found) && cells.length > 0;
    if (found && !word) {
      close();
      items.push(...found);
    } else {
      cells.push(cellOf(token));
    }
  }
  close();
}

const cellOf = (token: Token): ValueCell => ({
  class: token.class === 'VALUE' || token.class === 'BLANK' ? token.class : 'TEXT',
  text: token.text,
  token,
});

const chunkOf = (cells: readonly ValueCell[], labelEnd: number | null): ChunkItem => ({
  kind: 'chunk',
  cells,
  tokens: cells.map((c) => c.token),
  filled: cells.filter((c) => c.class !== 'BLANK').length,
  labelEnd,
});
