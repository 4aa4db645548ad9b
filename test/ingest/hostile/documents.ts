import { deflateRawSync } from 'node:zlib';
import { docx, paragraph, table, xlsx, zip } from '../../support/office.js';

/** Hostile documents, each with the exact code that it gets. */
export type Hostile = readonly [name: string, make: () => Buffer, code: string];

const text = (s: string): Buffer => Buffer.from(s);
const html = (body: string): Buffer => text(`<!DOCTYPE html><html><body>${body}</body></html>`);
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const CENTRAL = Buffer.from('PK\x01\x02', 'latin1');
const sound = (): Buffer => docx(paragraph('规章'));
const cell = (properties: string): string => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p/></w:tc>`;

const archives: readonly Hostile[] = [
  [
    'a DOCX whose document unpacks to 200 MB',
    () => docx('x'.repeat(200 * 2 ** 20)),
    'ARCHIVE_BOMB',
  ],
  [
    'an XLSX whose sheet unpacks to 100 MB',
    () => xlsx([{ name: 'S', rows: ' '.repeat(100 * 2 ** 20) }]),
    'ARCHIVE_BOMB',
  ],
  [
    'a DOCX of 3,000 parts',
    () =>
      zip([
        ...Array.from({ length: 3_000 }, (_, i) => [`word/media/${i}`, ''] as const),
        ['word/document.xml', `${XML}<w:document/>`],
      ]),
    'ARCHIVE_BOMB',
  ],
  [
    'a DOCX whose parts share bytes',
    () => {
      const bytes = sound();
      bytes.writeUInt32LE(1, bytes.lastIndexOf(CENTRAL) + 42);
      return bytes;
    },
    'ARCHIVE_BOMB',
  ],
  [
    'a DOCX with two document parts',
    () =>
      zip([
        ['word/document.xml', `${XML}<a/>`],
        ['word/document.xml', `${XML}<b/>`],
      ]),
    'ARCHIVE_AMBIGUOUS',
  ],
  [
    'a DOCX with document parts that differ in letter case',
    () =>
      zip([
        ['word/document.xml', `${XML}<a/>`],
        ['word/Document.xml', `${XML}<b/>`],
      ]),
    'ARCHIVE_AMBIGUOUS',
  ],
  [
    'an XLSX with two lists of strings',
    () =>
      zip([
        ['xl/workbook.xml', '<a/>'],
        ['xl/sharedStrings.xml', '<a/>'],
        ['xl/SHAREDSTRINGS.xml', '<a/>'],
      ]),
    'ARCHIVE_AMBIGUOUS',
  ],
  [
    'a DOCX with a wrong checksum',
    () => {
      const bytes = sound();
      bytes.writeUInt32LE(7, bytes.lastIndexOf(CENTRAL) + 16);
      return bytes;
    },
    'CORRUPT_FILE',
  ],
  [
    'a DOCX that lies about the size of its document',
    () => {
      const bytes = sound();
      bytes.writeUInt32LE(5, bytes.lastIndexOf(CENTRAL) + 24);
      return bytes;
    },
    'CORRUPT_FILE',
  ],
  ['a DOCX cut in the middle', () => sound().subarray(0, 260), 'TRUNCATED_FILE'],
  ['a DOCX cut before its last byte', () => sound().subarray(0, -1), 'TRUNCATED_FILE'],
  [
    'an XLSX cut in its directory',
    () => xlsx([{ name: 'S', rows: '' }]).subarray(0, -40),
    'TRUNCATED_FILE',
  ],
  [
    'a DOCX with an encrypted document',
    () => {
      const bytes = sound();
      const at = bytes.lastIndexOf(CENTRAL);
      bytes.writeUInt16LE(0x801, at + 8);
      return bytes;
    },
    'ENCRYPTED_FILE',
  ],
  ['a DOCX whose compression is unknown', () => patchedLast(sound(), 10, 99), 'CORRUPT_FILE'],
  [
    'a DOCX without a document',
    () =>
      zip([
        ['word/_rels/document.xml.rels', '<a/>'],
        ['word/documents', ''],
      ]),
    'CORRUPT_FILE',
  ],
  [
    'an XLSX without a list of sheets',
    () => zip([['xl/worksheets/sheet1.xml', '<worksheet/>']]),
    'CORRUPT_FILE',
  ],
  [
    'an ODT without content',
    () => zip([['mimetype', 'application/vnd.oasis.opendocument.text']]),
    'CORRUPT_FILE',
  ],
];

function patchedLast(bytes: Buffer, offset: number, value: number): Buffer {
  bytes.writeUInt16LE(value, bytes.lastIndexOf(CENTRAL) + offset);
  return bytes;
}

const packages: readonly Hostile[] = [
  [
    'a DOCX with an external entity',
    () => docx('&x;', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    'XML_DTD_FORBIDDEN',
  ],
  [
    'a DOCX with a billion laughs',
    () => docx('&b;', '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'),
    'XML_DTD_FORBIDDEN',
  ],
  [
    'a DOCX with an external document type',
    () => docx('', '<!DOCTYPE w:document SYSTEM "http://127.0.0.1/x.dtd">'),
    'XML_DTD_FORBIDDEN',
  ],
  [
    'an XLSX whose strings declare a document type',
    () =>
      zip([
        ['xl/workbook.xml', `${XML}<workbook><sheets/></workbook>`],
        ['xl/sharedStrings.xml', `${XML}<!DOCTYPE sst><sst/>`],
      ]),
    'XML_DTD_FORBIDDEN',
  ],
  ['a DOCX with an undeclared entity', () => docx('&unknown;'), 'CORRUPT_FILE'],
  ['a DOCX whose elements do not close', () => docx('<w:p>'), 'CORRUPT_FILE'],
  [
    'a DOCX that is not UTF-8',
    () => zip([['word/document.xml', Buffer.from([0x3c, 0x61, 0xff, 0xfe, 0xfd])]]),
    'ENCODING_DAMAGED',
  ],
  [
    'a DOCX of 50,000 levels',
    () => docx('<w:sdt>'.repeat(5e4) + '</w:sdt>'.repeat(5e4)),
    'NESTING_TOO_DEEP',
  ],
  [
    'an XLSX of 50,000 levels',
    () => xlsx([{ name: 'S', rows: '<row>'.repeat(5e4) + '</row>'.repeat(5e4) }]),
    'NESTING_TOO_DEEP',
  ],
  [
    'a DOCX with tables nested 400 deep',
    () => docx(`${'<w:tbl><w:tr><w:tc>'.repeat(400)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(400)}`),
    'NESTING_TOO_DEEP',
  ],
  [
    'a DOCX with a cell of 100,000,000 columns',
    () => docx(table([cell('<w:gridSpan w:val="100000000"/>')])),
    'TABLE_TOO_LARGE',
  ],
  ['a DOCX with a row of 500 cells', () => docx(table([cell('').repeat(500)])), 'TABLE_TOO_LARGE'],
  [
    'a DOCX with a table of 3,000 rows',
    () => docx(table(Array.from({ length: 3_000 }, () => cell('')))),
    'TABLE_TOO_LARGE',
  ],
  [
    'an XLSX with text in its last cell',
    () => xlsx([{ name: 'S', rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }]),
    'TABLE_TOO_LARGE',
  ],
  [
    'an XLSX with 30,000 merged ranges',
    () =>
      xlsx([
        {
          name: 'S',
          rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
          merges: Array.from({ length: 30_000 }, (_, i) => `A${i + 1}:B${i + 1}`),
        },
      ]),
    'TABLE_TOO_LARGE',
  ],
  [
    'an XLSX with an impossible address',
    () => xlsx([{ name: 'S', rows: '<row r="1"><c r="1A"><v>1</v></c></row>' }]),
    'CORRUPT_FILE',
  ],
  [
    'an XLSX whose dimension and merges claim everything',
    () =>
      xlsx([
        {
          name: 'S',
          columns: '<dimension ref="A1:XFD1048576"/>',
          rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
          merges: Array.from({ length: 5_000 }, () => 'A1:XFD1048576'),
        },
      ]),
    'NOT_A_REPORT',
  ],
  [
    'a DOCX that links pictures, templates and chunks elsewhere',
    () => docx('<w:altChunk r:id="x"/><w:p><w:r><w:pict src="file:///etc/passwd"/></w:r></w:p>'),
    'NOT_A_REPORT',
  ],
];

const pages: readonly Hostile[] = [
  ['an HTML page of 11 MB', () => html('x'.repeat(11 * 2 ** 20)), 'FILE_TOO_LARGE'],
  ['a file of 31 MB', () => Buffer.alloc(31 * 2 ** 20, 0x61), 'FILE_TOO_LARGE'],
  ['100,000 nested elements', () => html('<div>'.repeat(1e5)), 'NESTING_TOO_DEEP'],
  ['100,000 nested tables', () => html('<table><tr><td>'.repeat(1e5)), 'NESTING_TOO_DEEP'],
  [
    'a cell of 100,000 columns and others beside',
    () => html(`<table><tr>${'<td colspan="100000">a</td>'.repeat(3)}</table>`),
    'TABLE_TOO_LARGE',
  ],
  [
    'a table of 5,000 rows',
    () => html(`<table>${'<tr><td>1<td>2'.repeat(5_000)}</table>`),
    'TABLE_TOO_LARGE',
  ],
  [
    'an element of 100,000 attributes',
    () => html(`<p ${Array.from({ length: 1e5 }, (_, i) => `a${i}=1`).join(' ')}>x`),
    'NESTING_TOO_DEEP',
  ],
  ['a script in place of a page', () => html('<script>for(;;);</script>'), 'NOT_A_REPORT'],
  [
    'a page of pictures elsewhere',
    () => html('<img src="http://127.0.0.1:1/a.png"><iframe src="file:///etc/passwd"></iframe>'),
    'NOT_A_REPORT',
  ],
];

const texts: readonly Hostile[] = [
  ['nothing at all', () => Buffer.alloc(0), 'EMPTY_FILE'],
  ['white space', () => text(' \n\t\r\n '), 'EMPTY_FILE'],
  ['a byte order mark alone', () => Buffer.from([0xef, 0xbb, 0xbf]), 'EMPTY_FILE'],
  ['zero bytes', () => Buffer.alloc(2_000), 'EMPTY_FILE'],
  [
    'UTF-8 with damaged bytes',
    () =>
      Buffer.concat([
        text('周口市公安局2024年政府信息公开工作年度报告'),
        Buffer.from([0xe6, 0xff, 0x80]),
        text('规章 0 0 0'),
      ]),
    'ENCODING_DAMAGED',
  ],
  [
    'HZ-encoded text',
    () => text('~{VwVPC?~}2024~{Dj~} ~{U~8.PEO"9+?*9$WwDj6H18~}'.repeat(10)),
    'ENCODING_UNKNOWN',
  ],
  [
    'a picture named as a page',
    () => Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'),
    'UNSUPPORTED_FORMAT',
  ],
  [
    'a program',
    () => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(500, 3)]),
    'UNSUPPORTED_FORMAT',
  ],
  [
    'a RAR archive',
    () => Buffer.from('Rar!\x1a\x07\x01\0aaaaaaaa', 'latin1'),
    'UNSUPPORTED_FORMAT',
  ],
  [
    'a gzip file',
    () => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), deflateRawSync('x')]),
    'UNSUPPORTED_FORMAT',
  ],
  ['a plain ZIP', () => zip([['a.txt', 'x']]), 'UNSUPPORTED_FORMAT'],
  [
    'bytes without a meaning',
    () => Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 7919) % 256)),
    'ENCODING_DAMAGED',
  ],
  ['a line of five million characters', () => text('规'.repeat(1_600_000)), 'NOT_A_REPORT'],
  ['a million empty lines', () => text(`规章${'\n'.repeat(1e6)}0`), 'NOT_A_REPORT'],
  [
    'five hundred lines of three hundred pipes',
    () => text('| '.repeat(300).concat('\n').repeat(500)),
    'TABLE_TOO_LARGE',
  ],
  [
    'a web archive without a page',
    () =>
      text(
        'Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\na\r\n--x--',
      ),
    'CORRUPT_FILE',
  ],
];

const pdf = (...objects: string[]): Buffer => {
  const body = objects.map((o, i) => `${i + 1} 0 obj\n${o}\nendobj\n`).join('');
  return text(`%PDF-1.7\n${body}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`);
};
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const page = (more = ''): string => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${more}>>`;

const pdfs: readonly Hostile[] = [
  ['a PDF of nothing', () => text('%PDF-1.7\n'), 'CORRUPT_FILE'],
  [
    'a PDF whose pages are their own parents',
    () => pdf(CATALOG, '<</Type/Pages/Count 1/Kids[2 0 R]>>'),
    'CORRUPT_FILE',
  ],
  [
    'a PDF of an empty page',
    () => pdf(CATALOG, '<</Type/Pages/Count 1/Kids[3 0 R]>>', page()),
    'NO_TEXT_LAYER',
  ],
  [
    'a PDF that runs a script',
    () =>
      pdf(
        '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>',
        '<</Type/Pages/Count 1/Kids[3 0 R]>>',
        page(),
      ),
    'NO_TEXT_LAYER',
  ],
  [
    'a PDF that starts a program',
    () =>
      pdf(
        '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>>>',
        '<</Type/Pages/Count 1/Kids[3 0 R]>>',
        page(),
      ),
    'NO_TEXT_LAYER',
  ],
  [
    'a PDF whose form contains itself',
    () =>
      pdf(
        CATALOG,
        '<</Type/Pages/Count 1/Kids[3 0 R]>>',
        page('/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>'),
        '<</Length 6>>\nstream\n/X Do \nendstream',
        '<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 6>>\nstream\n/X Do \nendstream',
      ),
    'NO_TEXT_LAYER',
  ],
  [
    'a PDF cut after its head',
    () => text('%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2'),
    'CORRUPT_FILE',
  ],
];

export const hostileDocuments: readonly Hostile[] = [
  ...archives,
  ...packages,
  ...pages,
  ...texts,
  ...pdfs,
];
