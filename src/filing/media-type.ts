import { detectFormat } from '../ingest/detect.js';
import type { FileFormat } from '../ingest/detect.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

const TYPES: Readonly<Partial<Record<FileFormat, string>>> = {
  DOCX: `${OFFICE}.wordprocessingml.document`,
  XLSX: `${OFFICE}.spreadsheetml.sheet`,
  PDF: 'application/pdf',
  DOC: 'application/msword',
  XLS: 'application/vnd.ms-excel',
  RTF: 'application/rtf',
  ODT: 'application/vnd.oasis.opendocument.text',
  ODS: 'application/vnd.oasis.opendocument.spreadsheet',
  MHT: 'multipart/related',
};

/** Text formats by the name's extension: their content says little about them before it is decoded. */
const TEXTS: Readonly<Record<string, string>> = {
  htm: 'text/html',
  html: 'text/html',
  xhtml: 'text/html',
  md: 'text/markdown',
  mht: 'multipart/related',
  mhtml: 'multipart/related',
};

/** Media type of a file that was read: by its content, of text by its name. */
export const mediaTypeOf = (bytes: Uint8Array, fileName: string): string => {
  const format = detectFormat(bytes);
  if (format !== 'TEXT') return TYPES[format] ?? 'application/octet-stream';
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return TEXTS[extension] ?? (looksLikeHtml(bytes) ? 'text/html' : 'text/plain');
};

const looksLikeHtml = (bytes: Uint8Array): boolean =>
  /<(!doctype|html|head|body|table|div|p)[\s>]/i.test(
    Buffer.from(bytes.subarray(0, 4096)).toString('latin1'),
  );
