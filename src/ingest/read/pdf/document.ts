import { IngestError } from '../../ingest-error.js';
import { heaps, loadEngine, withMemory, type Engine } from './engine.js';
import type { Box, PdfPage } from './geometry.js';
import { mainQuarter, readGlyphs } from './glyphs.js';
import { readShapes } from './shapes.js';
import { turnFor } from './turn.js';

const MAX_PAGES = 200;

export interface PdfContent {
  pages: PdfPage[];
  /** Of the document's properties. */
  title: string;
  /** Characters that stand aslant and were left out. */
  slanted: number;
}

/**
 * The characters, ruling lines, fills and pictures of every page, upright. Scripts, actions and attachments are not looked at.
 * @throws IngestError ENCRYPTED_FILE, CORRUPT_FILE, FILE_TOO_LARGE (over 200 pages)
 */
export async function readPdfContent(bytes: Uint8Array): Promise<PdfContent> {
  const e = await loadEngine();
  return withMemory(e, bytes.length, (pointer) => {
    heaps(e).HEAPU8.set(bytes, pointer);
    const document = e.FPDF_LoadMemDocument(pointer, bytes.length, '');
    if (document === 0) throw openError(e.FPDF_GetLastError());
    try {
      const pages = readPages(e, document);
      return {
        pages: pages.map((p) => p.page),
        title: metaTitle(e, document),
        slanted: pages.reduce((n, p) => n + p.slanted, 0),
      };
    } finally {
      e.FPDF_CloseDocument(document);
    }
  });
}

interface PageReading {
  page: PdfPage;
  slanted: number;
}

function readPages(e: Engine, document: number): PageReading[] {
  const count = e.FPDF_GetPageCount(document);
  if (count > MAX_PAGES) {
    throw new IngestError(
      'FILE_TOO_LARGE',
      `The PDF has ${count} pages; at most ${MAX_PAGES} are read.`,
    );
  }
  if (count === 0) throw new IngestError('CORRUPT_FILE', 'The PDF has no page.');
  return Array.from({ length: count }, (_, i) => readPage(e, document, i));
}

function readPage(e: Engine, document: number, index: number): PageReading {
  const page = openPage(e, document, index);
  const text = e.FPDFText_LoadPage(page);
  try {
    // Boxes are given in the page's own space, whatever rotation it is shown with; most text is upright when read.
    const own = pageBox(e, page);
    const quarters = text === 0 ? 0 : mainQuarter(e, text);
    const turn = turnFor(own, quarters);
    const { glyphs, unmapped, slanted } =
      text === 0 ? { glyphs: [], unmapped: 0, slanted: 0 } : readGlyphs(e, text, turn, quarters);
    const { x1: width, y1: height } = turn(own);
    const shapes = readShapes(e, page, turn);
    return { page: { number: index + 1, width, height, glyphs, unmapped, ...shapes }, slanted };
  } finally {
    if (text !== 0) e.FPDFText_ClosePage(text);
    e.FPDF_ClosePage(page);
  }
}

const FREE_TEXT = 3;
const WIDGET = 20;
const PRINTED = 1;

/** Loads a page; what is written into the fields of a form or typed onto the page becomes part of it. */
function openPage(e: Engine, document: number, index: number): number {
  const page = e.FPDF_LoadPage(document, index);
  if (page === 0) throw badPage(index);
  if (!hasTypedText(e, page)) return page;
  e.FPDFPage_Flatten(page, PRINTED);
  e.FPDF_ClosePage(page);
  const flat = e.FPDF_LoadPage(document, index);
  if (flat === 0) throw badPage(index);
  return flat;
}

function hasTypedText(e: Engine, page: number): boolean {
  const count = Math.min(e.FPDFPage_GetAnnotCount(page), 2_000);
  for (let i = 0; i < count; i++) {
    const annotation = e.FPDFPage_GetAnnot(page, i);
    const type = e.FPDFAnnot_GetSubtype(annotation);
    e.FPDFPage_CloseAnnot(annotation);
    if (type === WIDGET || type === FREE_TEXT) return true;
  }
  return false;
}

const badPage = (index: number): IngestError =>
  new IngestError(
    'CORRUPT_FILE',
    `Page ${index + 1} of the PDF cannot be read.`,
    `page ${index + 1}`,
  );

/** The part of the page's own space that is shown. */
function pageBox(e: Engine, page: number): Box {
  return withMemory(e, 16, (p) => {
    if (e.FPDF_GetPageBoundingBox(page, p)) {
      // An FS_RECTF: left, top, right, bottom.
      const [x0 = 0, y1 = 0, x1 = 0, y0 = 0] = heaps(e).HEAPF32.slice(p >> 2, (p >> 2) + 4);
      return { x0, y0, x1, y1 };
    }
    return { x0: 0, y0: 0, x1: e.FPDF_GetPageWidthF(page), y1: e.FPDF_GetPageHeightF(page) };
  });
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
