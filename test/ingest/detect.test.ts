import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/ingest/decode.js';
import { detectFormat, textFormat } from '../../src/ingest/detect.js';

const docs = new URL('../fixtures/corpus/docs/', import.meta.url);
const bytesOf = (name: string): Buffer => readFileSync(new URL(name, docs));
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const OLE2 = latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
const stream = (name: string): Buffer =>
  Buffer.concat([OLE2, Buffer.alloc(1_500, 1), Buffer.from(`${name}\0`, 'utf16le')]);

const formatOf = (bytes: Uint8Array): string => {
  const format = detectFormat(bytes);
  return format === 'TEXT' ? textFormat(decodeText(bytes).text) : format;
};

describe('the content of a file decides its format, not its name', () => {
  const kinds: Record<string, string[]> = {
    docx: ['DOCX'],
    xlsx: ['XLSX'],
    pdf: ['PDF'],
    html: ['HTML'],
    md: ['MARKDOWN'],
    txt: ['TEXT', 'MARKDOWN'],
  };
  it.each(readdirSync(docs).filter((f) => !f.endsWith('.json')))('%s', (name) => {
    expect(kinds[name.split('.').at(-1) ?? '']).toContain(formatOf(bytesOf(name)));
  });

  it.each([
    ['\x89PNG\r\n\x1a\n', 'IMAGE'],
    ['\xff\xd8\xff\xe0JFIF', 'IMAGE'],
    ['{\\rtf1\\ansi', 'RTF'],
    ['Rar!\x1a\x07', 'ARCHIVE'],
    ['\x1f\x8b\x08\x00', 'ARCHIVE'],
    ['junk before %PDF-1.7', 'PDF'],
    ['PK\x03\x04..............................a.txt', 'ZIP'],
    ['\x00\x01\x02\x00\x03\x00\x00\x01binary\x00', 'BINARY'],
    ['MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n', 'MHT'],
    [
      'From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;',
      'MHT',
    ],
    ['<?xml version="1.0"?><w:wordDocument>', 'XML'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html><html>', 'HTML'],
    ['<!-- saved -->\n<HTML><BODY>', 'HTML'],
    ['<p>one</p><table><tr><td>1</td></tr></table>', 'HTML'],
    ['# title\n\ntext', 'MARKDOWN'],
    ['| a | b |\n| --- | --- |\n| 1 | 2 |', 'MARKDOWN'],
    ['a < b and <text>', 'TEXT'],
  ])('%j is %s', (text, format) => {
    expect(formatOf(latin(text))).toBe(format);
  });

  it('knows old Office files by their streams', () => {
    expect(formatOf(stream('WordDocument'))).toBe('DOC');
    expect(formatOf(stream('Workbook'))).toBe('XLS');
    expect(formatOf(stream('Something'))).toBe('OLE2');
  });

  it('refuses protected and empty files', () => {
    expect(() => detectFormat(stream('EncryptedPackage'))).toThrow(
      expect.objectContaining({ code: 'ENCRYPTED_FILE' }),
    );
    for (const empty of ['', ' \n\t ', '\0\0\0\0', '\xef\xbb\xbf\n', '\xff\xfe']) {
      expect(() => detectFormat(latin(empty)), JSON.stringify(empty)).toThrow(
        expect.objectContaining({ code: 'EMPTY_FILE' }),
      );
    }
  });
});
