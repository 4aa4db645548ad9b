import { IngestError } from '../../ingest-error.js';
import { heaps, loadEngine, withMemory, type Engine } from './engine.js';
import type { PdfPage } from './geometry.js';
import { mainAngle, readGlyphs } from './glyphs.js';
import { readRules } from './rules.js';
import { turnFor } from './turn.js';

const MAX_PAGES = 200;

export interface PdfContent {
  pages: PdfPage[];
  /** Of the document's properties. */
  title: string;
}

/**
 * The characters and ruling lines of every page, upright.
 * @throws IngestError ENCRYPTED_FILE, CORRUPT_FILE, FILE_TOO_LARGE (over 200 pages)
 */
export async function readPdfContent(bytes: Uint8Array): Promise<PdfContent> {
  const e = await loadEngine();
  return withMemory(e, bytes.length, (pointer) => {
    heaps(e).HEAPU8.set(bytes, pointer);
    const document = e.FPDF_LoadMemDocument(pointer, bytes.length, '');
    if (document === 0) throw openError(e.FPDF_GetLastError());
    try {
      return { pages: readPages(e, document), title: metaTitle(e, document) };
    } finally {
      e.FPDF_CloseDocument(document);
    }
  });
}

function readPages(e: Engine, document: number): PdfPage[] {
  const count = e.FPDF_GetPageCount(document);
  if (count > MAX_PAGES) {
    throw new IngestError(
      'FILE_TOO_LARGE',
      `The PDF has ${count} pages; at most ${MAX_PAGES} are read.`,
    );
  }
  return Array.from({ length: count }, (_, i) => readPage(e, document, i));
}

function readPage(e: Engine, document: number, index: number): PdfPage {
  const page = e.FPDF_LoadPage(document, index);
  if (page === 0) {
    throw new IngestError(
      'CORRUPT_FILE',
      `Page ${index + 1} of the PDF cannot be read.`,
      `page ${index + 1}`,
    );
  }
  const text = e.FPDFText_LoadPage(page);
  try {
    // Boxes are given in the page's own space, whatever rotation it is shown with; most text is upright when read.
    const rotated = (e.FPDFPage_GetRotation(page) & 1) === 1;
    const shown = { width: e.FPDF_GetPageWidthF(page), height: e.FPDF_GetPageHeightF(page) };
    const own = rotated ? { width: shown.height, height: shown.width } : shown;
    const quarters = text === 0 ? 0 : mainAngle(e, text);
    const turn = turnFor(own.width, own.height, quarters);
    const { glyphs, unmapped } =
      text === 0 ? { glyphs: [], unmapped: 0 } : readGlyphs(e, text, turn);
    const sideways = (quarters & 1) === 1;
    return {
      number: index + 1,
      width: sideways ? own.height : own.width,
      height: sideways ? own.width : own.height,
      glyphs,
      rules: readRules(e, page, turn),
      unmapped,
    };
  } finally {
    if (text !== 0) e.FPDFText_ClosePage(text);
    e.FPDF_ClosePage(page);
  }
}

function metaTitle(e: Engine, document: number): string {
  const length = e.FPDF_GetMetaText(document, 'Title', 0, 0);
  if (length <= 2 || length > 4_096) return '';
  return withMemory(e, length, (p) => {
    e.FPDF_GetMetaText(document, 'Title', p, length);
    return new TextDecoder('utf-16le').decode(heaps(e).HEAPU8.slice(p, p + length - 2));
  });
}

const PASSWORD = 4;
const SECURITY = 5;

const openError = (code: number): IngestError =>
  code === PASSWORD || code === SECURITY
    ? new IngestError('ENCRYPTED_FILE', 'The PDF is protected by a password.')
    : new IngestError('CORRUPT_FILE', 'The PDF is damaged and cannot be opened.');
