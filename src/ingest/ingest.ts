import { absentCell } from '../format/printed-marks.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { decodeText } from './decode.js';
import { detectFormat, textFormat } from './detect.js';
import type { FileFormat } from './detect.js';
import { linesOf } from './facts/plain.js';
import { readFacts } from './facts/read-facts.js';
import { readSections } from './facts/sections.js';
import { splitTitle } from './facts/title-parts.js';
import { IngestError } from './ingest-error.js';
import { refuseOtherPapers } from './kind-of-paper.js';
import { LARGEST_FILE } from './limits.js';
import { lostTables } from './lost-tables.js';
import type { Page } from './page.js';
import { isCellList, readCellList } from './read/cell-list.js';
import { readHtml } from './read/html.js';
import { noteFindings } from './note-findings.js';
import { personalDataIn } from './personal-data-in.js';
import type { LegacyFormat } from './read/legacy.js';
import { readText } from './read/text.js';
import { lookAgain } from './second-look/look-again.js';
import { statementsOfSections } from './statements/of-sections.js';
import { readExactly } from './tables/exact.js';
import { readTables } from './tables/read-tables.js';

type BinaryReader = (bytes: Uint8Array) => Page | Promise<Page>;

const readDocx: BinaryReader = async (bytes) => (await import('./read/docx.js')).readDocx(bytes);
const readXlsx: BinaryReader = async (bytes) => (await import('./read/xlsx.js')).readXlsx(bytes);
const readOdf: BinaryReader = async (bytes) => (await import('./read/odf.js')).readOdf(bytes);

/** Through LibreOffice, where it is installed. */
const converted =
  (format: LegacyFormat): BinaryReader =>
  async (bytes) => {
    const { convertLegacy } = await import('./read/legacy.js');
    const result = await convertLegacy(bytes, format);
    return result.format === 'docx' ? readDocx(result.bytes) : readXlsx(result.bytes);
  };

/** Readers of binary formats, loaded when the first such file comes. */
const readers: Readonly<Partial<Record<FileFormat, BinaryReader>>> = {
  DOCX: readDocx,
  XLSX: readXlsx,
  PDF: async (bytes) => (await import('./read/pdf.js')).readPdf(bytes),
  ODT: readOdf,
  ODS: readOdf,
  MHT: async (bytes) => {
    const { pageOfMht } = await import('./read/mht.js');
    const page = pageOfMht(bytes);
    return readHtml(decodeText(page.bytes, page.charset).text);
  },
  DOC: converted('doc'),
  RTF: converted('rtf'),
  XLS: converted('xls'),
};

/** How formats without a reader are called, and what to do with them. */
const UNREAD: Readonly<Partial<Record<FileFormat, string>>> = {
  PPT: 'an old PowerPoint presentation',
  PPTX: 'a presentation',
  OLE2: 'an OLE2 compound file',
  OFD: 'an OFD document; export it as PDF',
  ZIP: 'a zip archive; unpack it first',
  ARCHIVE: 'a compressed archive; unpack it first',
  IMAGE: 'an image; there is no text in it',
  XML: 'an XML document',
  BINARY: 'no document',
};

/**
 * A published file → a filled form. Its content decides what it is; its name is only the last hint at organ and year.
 * @param bytes the whole file
 * @throws IngestError for what cannot be read as an annual report, see its codes
 */
export async function ingest(bytes: Uint8Array, fileName: string): Promise<FilledForm> {
  if (bytes.byteLength > LARGEST_FILE) {
    throw new IngestError('FILE_TOO_LARGE', 'Files of more than 30 MB are not read.');
  }
  const list = cellListOf(bytes);
  if (list !== null) return readCellList(list);
  const form = formOfPage(named(await readPage(bytes), fileName));
  return { ...form, statements: statementsOfSections(form.sections, form.year) };
}

/** The text of a report that was exported as a list of its cells; null for any other file. */
function cellListOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder().decode(bytes.subarray(0, 200));
  return isCellList(head) ? decodeText(bytes).text : null;
}

/** The text and tables of a file in any format that has a reader. */
export async function readPage(bytes: Uint8Array): Promise<Page> {
  const binary = detectFormat(bytes);
  if (binary !== 'TEXT') return readBinary(bytes, binary);
  const { text } = decodeText(bytes);
  const format = textFormat(text);
  if (format === 'HTML') return readHtml(text);
  if (format === 'TEXT' || format === 'MARKDOWN') return readText(text);
  return readBinary(bytes, format);
}

async function readBinary(bytes: Uint8Array, format: FileFormat): Promise<Page> {
  const reader = readers[format];
  if (reader) return reader(bytes);
  throw new IngestError(
    'UNSUPPORTED_FORMAT',
    `The file is ${UNREAD[format] ?? 'of a format that is not read'}.`,
  );
}

/** A file's name may be the only place where a report names its organ or year. */
function named(page: Page, fileName: string): Page {
  const title = fileName.replace(/^.*[/\\]/, '').replace(/\.[A-Za-z]{1,5}$/, '');
  if (!splitTitle(title).named) return page;
  return { ...page, hints: { ...page.hints, titles: [...page.hints.titles, title] } };
}

/**
 * The form that a page's tables and headings fill in, without what its prose states.
 * @throws IngestError NOT_A_REPORT, TABLE_TOO_LARGE
 */
export function formOfPage(page: Page): FilledForm {
  const lines = linesOf(page);
  const facts = readFacts(lines, page.hints);
  const tables = readExactly(page) ?? lookAgain(page, readTables(page, facts.year));
  const sections = readSections(lines, tables.usedBlocks);
  refuseOtherPapers(page, facts, sections, tables.cells, lines);
  const personalData = personalDataIn(page, tables.usedBlocks);
  return {
    ...facts,
    ...(personalData > 0 ? { personalData } : {}),
    sections,
    editions: tables.editions,
    blockEditions: tables.blockEditions,
    cells: tables.cells.map(orAbsent),
    statements: [],
    findings: [...tables.findings, ...lostTables(tables.cells, lines), ...noteFindings(page.notes)],
  };
}

/** A cell of which an export tells that its document had none. */
const orAbsent = (cell: FilledCell): FilledCell =>
  cell.raw?.trim() === absentCell ? { ...cell, status: 'ABSENT', raw: null, locator: null } : cell;
