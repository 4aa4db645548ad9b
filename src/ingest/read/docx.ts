import { openArchive, type Archive } from '../archive/open-archive.js';
import { IngestError } from '../ingest-error.js';
import type { Page } from '../page.js';
import { DocxBody } from './docx-body.js';
import { Numbering, type ListPlace } from './docx-numbering.js';
import { StyleLists } from './docx-styles.js';
import { readXml } from './xml.js';

/**
 * A Word document (OOXML) → Page: paragraphs and tables of `word/document.xml` in reading order, tracked changes
 * accepted. Nothing that the document refers to is opened.
 * @throws IngestError of the archive and XML readers; CORRUPT_FILE where the package has no document part.
 */
export async function readDocx(bytes: Uint8Array): Promise<Page> {
  const archive = await openArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const name = archive.names.find((n) => /^word\/document\d*\.xml$/.test(n));
  const document = name === undefined ? null : await archive.read(name);
  if (name === undefined || document === null) {
    throw new IngestError('CORRUPT_FILE', 'The Word file has no document part.');
  }
  const body = new DocxBody(await numbersOf(archive));
  readXml(document, name, body);
  const { blocks, notes } = body.result();
  return { blocks, notes, hints: { titles: await titles(archive), meta: {}, links: [] } };
}

/** Tells what Word prints by itself before the paragraphs of lists, one after the other. */
async function numbersOf(
  archive: Archive,
): Promise<(place: ListPlace | null, style: string) => string> {
  const [lists, styles] = [
    await archive.read('word/numbering.xml'),
    await archive.read('word/styles.xml'),
  ];
  if (!lists) return () => '';
  const numbering = new Numbering();
  readXml(lists, 'word/numbering.xml', numbering);
  const styled = new StyleLists();
  if (styles) readXml(styles, 'word/styles.xml', styled);
  return (said, style) => {
    const place = said ?? styled.placeOf(style);
    return place === null || place.list === '0' ? '' : numbering.next(place);
  };
}

/** The title in the document's properties. */
async function titles(archive: Archive): Promise<string[]> {
  const core = await archive.read('docProps/core.xml');
  if (!core) return [];
  let inTitle = false;
  let title = '';
  readXml(core, 'docProps/core.xml', {
    open: (name) => (inTitle = name === 'dc:title'),
    close: () => (inTitle = false),
    text: (text) => {
      if (inTitle) title += text;
    },
  });
  return title.trim() === '' ? [] : [title.trim()];
}
