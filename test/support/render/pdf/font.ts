/**
 * A TrueType font of four glyphs: nothing, a full-width box, a half-width box, and a space. Which character each code of a page
 * stands for is told by the PDF's character map, as in files that word processors write.
 */

const EM = 1000;

const u16 = (...values: readonly number[]): Buffer => {
  const b = Buffer.alloc(values.length * 2);
  values.forEach((v, i) => b.writeUInt16BE(v & 0xffff, i * 2));
  return b;
};
const u32 = (...values: readonly number[]): Buffer => {
  const b = Buffer.alloc(values.length * 4);
  values.forEach((v, i) => b.writeUInt32BE(v >>> 0, i * 4));
  return b;
};

/** An outline of one rectangle. */
function boxGlyph(width: number): Buffer {
  const [x0, y0, x1, y1] = [60, -60, width - 60, 760];
  return Buffer.concat([
    u16(1, x0, y0, x1, y1),
    u16(3, 0),
    Buffer.from([1, 1, 1, 1]),
    u16(x0, x1 - x0, 0, x0 - x1),
    u16(y0, 0, y1 - y0, 0),
  ]);
}

function tables(): Record<string, Buffer> {
  const full = boxGlyph(EM);
  const half = boxGlyph(EM / 2);
  return {
    cmap: u16(0, 0),
    glyf: Buffer.concat([full, half]),
    head: Buffer.concat([
      u32(0x10000, 0x10000, 0, 0x5f0f3cf5),
      u16(0, EM, 0, 0, 0, 0, 0, 0, 0, 0, 0, -60, EM, 760, 0, 8, 2, 1, 0),
    ]),
    hhea: Buffer.concat([u32(0x10000), u16(880, -120, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, 4)]),
    hmtx: u16(EM, 0, EM, 60, EM / 2, 60, EM / 2, 0),
    loca: u32(0, 0, full.length, full.length + half.length, full.length + half.length),
    maxp: Buffer.concat([u32(0x10000), u16(4, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
  };
}

export const GLYPHS = { full: 1, half: 2, space: 3 } as const;

/** The font as a file. */
export function boxFont(): Buffer {
  const parts = Object.entries(tables());
  const directory: Buffer[] = [
    Buffer.concat([u32(0x10000), u16(parts.length, 64, 2, parts.length * 16 - 64)]),
  ];
  const bodies: Buffer[] = [];
  let offset = 12 + parts.length * 16;
  for (const [tag, body] of parts) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    directory.push(Buffer.from(tag, 'latin1'), u32(0, offset, body.length));
    bodies.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([...directory, ...bodies]);
}
