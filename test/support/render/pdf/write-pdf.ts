import { deflateSync } from 'node:zlib';
import { boxFont, GLYPHS } from './font.js';

/** A piece of a line, its left end on the baseline, in points from the page's top left corner. */
export interface PlacedText {
  x: number;
  y: number;
  size: number;
  text: string;
  /** Reads upwards. */
  upwards?: boolean;
}

export interface PlacedLine {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface PdfSheet {
  width: number;
  height: number;
  texts: readonly PlacedText[];
  lines: readonly PlacedLine[];
  /** Degrees by which a viewer turns the page clockwise. */
  rotate?: 0 | 90 | 180 | 270;
  /** Printed lying on a page that the viewer turns upright. */
  turned?: boolean;
  /** Lines drawn as thin filled rectangles, as word processors do. */
  filledLines?: boolean;
}

/** Width of a character in ems. */
export const advance = (c: string): number => (c.charCodeAt(0) < 0x100 ? 0.5 : 1);
export const widthOfText = (text: string, size: number): number =>
  Array.from(text).reduce((sum, c) => sum + advance(c) * size, 0);

const hex = (n: number): string => n.toString(16).padStart(4, '0');
const utf16 = (c: string): string => Buffer.from(c, 'utf16le').swap16().toString('hex');

/** Codes of a page's characters: one each, in order of first use. */
class Codes {
  readonly characters: string[] = [];
  private readonly known = new Map<string, number>();

  of(text: string): string {
    return Array.from(text)
      .map((c) => hex(this.known.get(c) ?? this.add(c)))
      .join('');
  }

  private add(c: string): number {
    this.characters.push(c);
    this.known.set(c, this.characters.length);
    return this.characters.length;
  }

  /** Which glyph draws each code. */
  glyphs(): Buffer {
    const map = Buffer.alloc((this.characters.length + 1) * 2);
    this.characters.forEach((c, i) => {
      const glyph = c.trim() === '' ? GLYPHS.space : advance(c) < 1 ? GLYPHS.half : GLYPHS.full;
      map.writeUInt16BE(glyph, (i + 1) * 2);
    });
    return map;
  }

  widths(): string {
    return this.characters.map((c, i) => `${i + 1} [${advance(c) * 1000}]`).join(' ');
  }

  map(): string {
    const entries = this.characters.map((c, i) => `<${hex(i + 1)}> <${utf16(c)}>`);
    const blocks: string[] = [];
    for (let i = 0; i < entries.length; i += 100) {
      const some = entries.slice(i, i + 100);
      blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
    }
    return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
  }
}

const n = (value: number): string => String(Number(value.toFixed(2)));

function contentOf(sheet: PdfSheet, codes: Codes): string {
  const up = (y: number): number => sheet.height - y;
  const lines = sheet.lines.map(({ x0, y0, x1, y1 }) =>
    sheet.filledLines
      ? `${n(Math.min(x0, x1) - 0.25)} ${n(up(Math.max(y0, y1)) - 0.25)} ${n(Math.abs(x1 - x0) + 0.5)} ${n(Math.abs(y1 - y0) + 0.5)} re f`
      : `${n(x0)} ${n(up(y0))} m ${n(x1)} ${n(up(y1))} l S`,
  );
  const texts = sheet.texts.map(({ x, y, size, text, upwards }) => {
    const matrix = upwards ? `0 1 -1 0 ${n(x)} ${n(up(y))}` : `1 0 0 1 ${n(x)} ${n(up(y))}`;
    return `BT /F1 ${n(size)} Tf ${matrix} Tm <${codes.of(text)}> Tj ET`;
  });
  const turn = sheet.turned ? [`0 1 -1 0 ${n(sheet.height)} 0 cm`] : [];
  return [...turn, '0.5 w', ...lines, ...texts].join('\n');
}

const mediaOf = ({ width, height, turned }: PdfSheet): string =>
  turned ? `${n(height)} ${n(width)}` : `${n(width)} ${n(height)}`;

type Body = string | { dictionary: string; data: Buffer };

const stream = (data: Buffer | string, dictionary = ''): Body => ({
  dictionary: `/Filter /FlateDecode ${dictionary}`,
  data: deflateSync(data),
});

/** A PDF of these pages with one embedded font. */
export function writePdf(sheets: readonly PdfSheet[], title = ''): Buffer {
  const codes = new Codes();
  const contents = sheets.map((s) => contentOf(s, codes));
  const first = 9;
  const bodies: Body[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${sheets.length}/Kids[${sheets.map((_, i) => `${first + i * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/Box/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 7 0 R>>',
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Box/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[${codes.widths()}]/CIDToGIDMap 8 0 R>>`,
    '<</Type/FontDescriptor/FontName/Box/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 760/StemV 80/FontFile2 6 0 R>>',
    stream(boxFont(), `/Length1 ${boxFont().length}`),
    stream(codes.map()),
    stream(codes.glyphs()),
    ...sheets.flatMap((s, i): Body[] => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${mediaOf(s)}]/Rotate ${s.turned ? 90 : (s.rotate ?? 0)}/Resources<</Font<</F1 3 0 R>>>>/Contents ${first + i * 2 + 1} 0 R>>`,
      stream(contents[i] ?? ''),
    ]),
    `<</Title<feff${utf16(title)}>>>`,
  ];
  return assemble(bodies);
}

function assemble(bodies: readonly Body[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  const add = (b: Buffer): void => {
    parts.push(b);
    at += b.length;
  };
  bodies.forEach((body, i) => {
    offsets.push(at);
    add(Buffer.from(`${i + 1} 0 obj\n`));
    if (typeof body === 'string') add(Buffer.from(body));
    else {
      add(Buffer.from(`<<${body.dictionary}/Length ${body.data.length}>>\nstream\n`));
      add(body.data);
      add(Buffer.from('\nendstream'));
    }
    add(Buffer.from('\nendobj\n'));
  });
  const table = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R/Info ${bodies.length} 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([
    ...parts,
    Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`),
  ]);
}
