import { openArchive, type Archive } from '../archive/open-archive.js';
import { IngestError } from '../ingest-error.js';
import type { Grid, Page, PageNote, Paragraph } from '../page.js';
import { hiddenSheet } from './page-notes.js';
import { sheetBlocks } from './xlsx-layout.js';
import { readSheet } from './xlsx-sheet.js';
import { readXml } from './xml.js';

interface SheetEntry {
  name: string;
  part: string;
  hidden: boolean;
}

/**
 * A workbook (OOXML) → Page: every visible sheet as text and tables, with merged cells, stored results of formulas and
 * numbers as they are printed. Nothing is calculated and no link is followed.
 * @throws IngestError of the archive and XML readers; TABLE_TOO_LARGE; CORRUPT_FILE where a part is lacking.
 */
export async function readXlsx(bytes: Uint8Array): Promise<Page> {
  const archive = await openArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const strings = await sharedStrings(archive);
  const sheets = await listSheets(archive);
  const blocks: (Paragraph | Grid)[] = [];
  const notes: PageNote[] = [];
  for (const sheet of sheets) {
    if (sheet.hidden) {
      notes.push(hiddenSheet(sheet.name));
      continue;
    }
    const part = await archive.read(sheet.part);
    if (!part)
      throw new IngestError('CORRUPT_FILE', `The sheet ${sheet.name} is lacking.`, sheet.part);
    const content = readSheet(part, sheet.part, sheet.name, strings);
    blocks.push(...sheetBlocks(content, sheet.name));
    notes.push(...content.notes);
  }
  const titles = sheets.filter((s) => !s.hidden).map((s) => s.name);
  return { blocks, notes, hints: { titles, meta: {}, links: [] } };
}

/** Shared strings in order; of rich text the runs together, phonetic guides left out. */
async function sharedStrings(archive: Archive): Promise<string[]> {
  const part = await archive.read('xl/sharedStrings.xml');
  const strings: string[] = [];
  if (!part) return strings;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  readXml(part, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    close(name) {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 't') inText = false;
    },
    text(t) {
      if (inText) text += t;
    },
  });
  return strings;
}

/** Sheets in the workbook's order with the parts that hold them. */
async function listSheets(archive: Archive): Promise<SheetEntry[]> {
  const [workbook, relations] = await Promise.all([
    archive.read('xl/workbook.xml'),
    archive.read('xl/_rels/workbook.xml.rels'),
  ]);
  if (!workbook || !relations)
    throw new IngestError('CORRUPT_FILE', 'The workbook has no list of sheets.');
  const targets = new Map<string, string>();
  readXml(relations, 'xl/_rels/workbook.xml.rels', {
    open(name, a) {
      if (name === 'Relationship' && a['TargetMode'] !== 'External') {
        targets.set(a['Id'] ?? '', partName(a['Target'] ?? ''));
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  const sheets: SheetEntry[] = [];
  readXml(workbook, 'xl/workbook.xml', {
    open(name, a) {
      const part = name === 'sheet' ? targets.get(a['r:id'] ?? '') : undefined;
      // Chart sheets and dialogs hold no cells.
      if (part?.includes('worksheets/')) {
        sheets.push({
          name: a['name'] ?? part,
          part,
          hidden: (a['state'] ?? 'visible') !== 'visible',
        });
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  return sheets;
}

/** Targets are relative to xl/ or begin at the package's root. */
const partName = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
