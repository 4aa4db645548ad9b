import { IngestError } from './ingest-error.js';
import { isHtml, isMarkdown } from './text-kind.js';

/** What a file is by its content; its name decides nothing. */
export type FileFormat =
  | 'HTML'
  | 'MARKDOWN'
  | 'TEXT'
  | 'MHT'
  | 'DOCX'
  | 'XLSX'
  | 'PPTX'
  | 'ODT'
  | 'ODS'
  | 'OFD'
  | 'ZIP'
  | 'PDF'
  | 'RTF'
  | 'DOC'
  | 'XLS'
  | 'PPT'
  | 'OLE2'
  | 'IMAGE'
  | 'XML'
  | 'ARCHIVE'
  | 'BINARY';

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(
    bytes.buffer,
    bytes.byteOffset + from,
    Math.max(0, Math.min(to, bytes.length) - from),
  ).toString('latin1');

/** First bytes of formats that have them, in the order of asking. */
const SIGNATURES: readonly (readonly [RegExp, FileFormat])[] = [
  [/^%PDF-/, 'PDF'],
  [/^\{\\rtf/, 'RTF'],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|BM[^]{4}\0\0\0\0|II\*\0|MM\0\*|RIFF[^]{4}WEBP)/, 'IMAGE'],
  [/^(Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ)/, 'ARCHIVE'],
  [/^(\x7fELF|MZ[^]{30,}|\xca\xfe\xba\xbe)/, 'BINARY'],
];

/**
 * The format of a file by what it holds. Text formats are told apart later, see `textFormat`.
 * @returns `TEXT` for everything that is no known binary format
 * @throws IngestError EMPTY_FILE, ENCRYPTED_FILE
 */
export function detectFormat(bytes: Uint8Array): FileFormat {
  if (isBlank(bytes)) throw new IngestError('EMPTY_FILE', 'The file is empty.');
  const head = ascii(bytes, 0, 1024);
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundKind(bytes);
  const known = SIGNATURES.find(([pattern]) => pattern.test(head));
  if (known) return known[1];
  // A PDF may begin with some bytes of rubbish.
  if (head.includes('%PDF-1.')) return 'PDF';
  return isBinary(bytes) ? 'BINARY' : 'TEXT';
}

/** Which kind of text it is. */
export function textFormat(text: string): FileFormat {
  const head = text.slice(0, 4096);
  if (/^\s*(?:[A-Za-z-]+:[^\n]*\n\s*)*?Content-Type:\s*multipart\//i.test(head)) return 'MHT';
  if (isHtml(text)) return 'HTML';
  if (/^\s*<\?xml\s/.test(head)) return 'XML';
  return isMarkdown(text) ? 'MARKDOWN' : 'TEXT';
}

/** White space, byte order marks and zero bytes alone. */
const isBlank = (bytes: Uint8Array): boolean =>
  bytes.length < 4 || bytes.length < 64 * 1024
    ? bytes.every((b) => b <= 0x20 || b === 0xef || b === 0xbb || b === 0xbf || b >= 0xfe)
    : false;

/** Zero bytes on both sides of pairs, or many control characters: neither text nor UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  let controls = 0;
  const zeros = { even: 0, odd: 0 };
  for (let at = 0; at < head.length; at++) {
    const byte = head[at] ?? 0;
    if (byte >= 0x20) continue;
    if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd']++;
    else if (!(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls++;
  }
  const wide = zeros.even > 4 * zeros.odd || zeros.odd > 4 * zeros.even;
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (marked || (wide && zeros.even + zeros.odd >= 4)) return false;
  return zeros.even + zeros.odd > 0 || controls * 50 > head.length;
}

/** A zip is known by the names of its parts: the directory at its end, or the local headers at its beginning. */
function zipKind(bytes: Uint8Array): FileFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const has = (name: string): boolean => buffer.includes(name, 0, 'latin1');
  const start = ascii(bytes, 30, 140);
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'ODT';
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) return 'ODS';
  if (has('OFD.xml')) return 'OFD';
  if (has('word/document') || has('word/_rels/document')) return 'DOCX';
  if (has('xl/workbook') || has('xl/worksheets/')) return 'XLSX';
  if (has('ppt/presentation')) return 'PPTX';
  return 'ZIP';
}

/** An OLE2 compound file is known by the names of its streams, in UTF-16. */
function compoundKind(bytes: Uint8Array): FileFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const has = (name: string): boolean => buffer.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) {
    throw new IngestError('ENCRYPTED_FILE', 'The document is protected by a password.');
  }
  if (has('WordDocument')) return 'DOC';
  if (has('Workbook') || has('Book')) return 'XLS';
  return has('PowerPoint Document') ? 'PPT' : 'OLE2';
}
