import { crc32, deflateRawSync } from 'node:zlib';

/** Builders of minimal Word files and workbooks for tests. */

type Part = readonly [name: string | Buffer, content: string | Buffer];

/** A ZIP of the given parts, deflated; a name given as Buffer is written as it is, without the UTF-8 flag. */
export function zip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const data = Buffer.from(content as string);
    // The first part of an OpenDocument file tells its kind and is not packed.
    const stored = name === 'mimetype';
    const packed = stored ? data : deflateRawSync(data);
    const bytes = Buffer.from(name as string);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(typeof name === 'string' ? 0x800 : 0, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(bytes.length, 22);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, central, bytes);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, bytes, packed]);
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>';

/** A Word file with this body, and other parts by name. */
export const docx = (body: string, prolog = '', parts: readonly Part[] = []): Buffer =>
  zip([
    ...parts,
    ['[Content_Types].xml', `${XML}<Types/>`],
    [
      'word/document.xml',
      `${XML}${prolog}<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`,
    ],
  ]);

export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A w:tbl of rows given as the XML of their cells. */
export const table = (rows: readonly string[]): string =>
  `<w:tbl>${rows.map((r) => `<w:tr>${r}</w:tr>`).join('')}</w:tbl>`;

export interface Sheet {
  name: string;
  /** The XML of <row> elements. */
  rows: string;
  merges?: readonly string[];
  state?: string;
  columns?: string;
}

/** A workbook of these sheets with these shared strings (each the XML inside <si>). */
export const xlsx = (sheets: readonly Sheet[], strings: readonly string[] = []): Buffer => {
  const list = sheets
    .map((s, i) => {
      const state = s.state ? `state="${s.state}"` : '';
      return `<sheet name="${s.name}" sheetId="${i + 1}" ${state} r:id="r${i + 1}"/>`;
    })
    .join('');
  const relations = sheets
    .map((_, i) => `<Relationship Id="r${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join('');
  return zip([
    ['[Content_Types].xml', `${XML}<Types/>`],
    ['xl/workbook.xml', `${XML}<workbook xmlns:r="r"><sheets>${list}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${XML}<Relationships>${relations}</Relationships>`],
    ['xl/sharedStrings.xml', `${XML}<sst>${strings.map((s) => `<si>${s}</si>`).join('')}</sst>`],
    ...sheets.map((s, i): Part => [`xl/worksheets/sheet${i + 1}.xml`, worksheet(s)]),
  ]);
};

const worksheet = (s: Sheet): string => {
  const merges = (s.merges ?? []).map((m) => `<mergeCell ref="${m}"/>`).join('');
  return `${XML}<worksheet>${s.columns ?? ''}<sheetData>${s.rows}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
};
