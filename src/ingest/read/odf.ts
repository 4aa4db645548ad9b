import { openArchive } from '../archive/open-archive.js';
import { IngestError } from '../ingest-error.js';
import type { Page } from '../page.js';
import { OdfSheets } from './odf-sheets.js';
import { OdfText } from './odf-text.js';
import { readXml } from './xml.js';

const PART = 'content.xml';

/**
 * An OpenDocument text or spreadsheet (ODT, ODS) → Page, as the Word and Excel readers do it.
 * @throws IngestError of the archive and XML readers; ENCRYPTED_FILE; CORRUPT_FILE where the content is lacking.
 */
export async function readOdf(bytes: Uint8Array): Promise<Page> {
  const archive = await openArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const manifest = await archive.read('META-INF/manifest.xml');
  if (manifest?.includes('encryption-data')) {
    throw new IngestError('ENCRYPTED_FILE', 'The document is protected by a password.');
  }
  const content = await archive.read(PART);
  if (!content) throw new IngestError('CORRUPT_FILE', 'The document has no content part.', PART);
  const handler = content.includes('<office:spreadsheet') ? new OdfSheets() : new OdfText();
  readXml(content, PART, handler);
  const { blocks, notes } = handler.result();
  return { blocks, notes, hints: { titles: [], meta: {}, links: [] } };
}
