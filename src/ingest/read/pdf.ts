import { IngestError } from '../ingest-error.js';
import type { Grid, Page, Paragraph } from '../page.js';
import { cleanPage } from './pdf/clean.js';
import { readPdfContent } from './pdf/document.js';
import { withoutFurniture } from './pdf/furniture.js';
import type { PdfPage } from './pdf/geometry.js';
import { pdfNotes, type CleanPage } from './pdf/notes.js';
import { layersOf } from './pdf/layers.js';
import { pageBlocks } from './pdf/page-blocks.js';
import type { PageBlock, PageLine, PageTable } from './pdf/page-table.js';
import { paragraphs, type Margins } from './pdf/paragraphs.js';
import { regionsOf } from './pdf/regions.js';
import { stitchTables } from './pdf/stitch.js';

/** A page of a report carries hundreds of characters; a scan at most a stamp or a page number. */
const FEW_GLYPHS = 12;
/** Above this share of characters without a code the rest cannot be trusted either. */
const MANY_UNMAPPED = 0.2;

/**
 * A PDF with text → Page: tables as their ruling lines make them or, where there are none, as columns of characters;
 * tables and rows cut by page breaks joined. Locators are `page 3 box 72,101,120,115`.
 * @throws IngestError NO_TEXT_LAYER (a scan, or fonts without character codes), ENCRYPTED_FILE, CORRUPT_FILE, FILE_TOO_LARGE
 */
export async function readPdf(bytes: Uint8Array): Promise<Page> {
  const { pages, title, slanted } = await readPdfContent(bytes);
  refuseTextless(pages);
  const cleaned = pages.map((page): CleanPage => ({ page, ...cleanPage(page) }));
  const parts = cleaned.flatMap(({ page, glyphs }) =>
    layersOf(page, glyphs).map((layer) => ({
      number: page.number,
      height: layer.page.height,
      parts: regionsOf(layer.page, layer.glyphs).map(pageBlocks),
    })),
  );
  const plain = withoutFurniture(parts);
  const titles = title === '' ? [] : [title];
  return {
    blocks: pageOf(stitchTables(plain), marginsOf(plain)),
    notes: pdfNotes(cleaned, slanted),
    hints: { titles, meta: {}, links: [] },
  };
}

function refuseTextless(pages: readonly PdfPage[]): void {
  const glyphs = pages.reduce((n, p) => n + p.glyphs.length, 0);
  const unmapped = pages.reduce((n, p) => n + p.unmapped, 0);
  if (glyphs <= FEW_GLYPHS * pages.length) {
    throw new IngestError(
      'NO_TEXT_LAYER',
      `${pages.length} pages without text; it is a scan. Its figures have to be entered by a person, or ask for the original file.`,
      `${pages.length} pages`,
    );
  }
  if (unmapped > glyphs * MANY_UNMAPPED) {
    throw new IngestError(
      'NO_TEXT_LAYER',
      `${unmapped} of ${glyphs} characters on ${pages.length} pages are in fonts that do not tell which characters they show; the text cannot be read.`,
      `${pages.length} pages`,
    );
  }
}

/** Between which sides the document's text and tables are set. */
function marginsOf(parts: readonly (readonly PageBlock[])[]): Margins {
  const blocks = parts.flat();
  return {
    left: Math.min(...blocks.map((b) => b.x0)),
    right: Math.max(...blocks.map((b) => b.x1)),
  };
}

function pageOf(blocks: readonly PageBlock[], margins: Margins): (Paragraph | Grid)[] {
  const out: (Paragraph | Grid)[] = [];
  let lines: PageLine[] = [];
  const endLines = (): void => {
    if (lines.length > 0) out.push(...paragraphs(lines, margins));
    lines = [];
  };
  for (const block of blocks) {
    if (block.kind === 'line') lines.push(block);
    else {
      endLines();
      out.push(gridOf(block));
    }
  }
  endLines();
  return out;
}

const gridOf = (table: PageTable): Grid => ({
  kind: 'grid',
  cells: table.cells
    .map(({ text, row, column, rowSpan, columnSpan, locator }) => ({
      text,
      row,
      column,
      rowSpan,
      columnSpan,
      locator,
    }))
    .toSorted((a, b) => a.row - b.row || a.column - b.column),
  rows: table.rows,
  columns: table.xs.length - 1,
  columnsKnown: true,
  rowsKnown: true,
});
