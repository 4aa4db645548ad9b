/**
 * MinHash: of each of many random orders of all stretches a text keeps the first that it has. The share of orders in
 * which two texts keep the same one is the share of stretches they have in common (Jaccard), give or take 0.03.
 */

/** Orders; also the numbers of a signature. */
export const ORDERS = 128;

/** Bands of so many numbers each: texts alike in 0.85 share a whole band with 99 %, those alike in 0.3 with 1 %. */
const BANDS = 10;
const ROWS = 6;

/** Odd multipliers and addends, the same in every version: stored signatures are compared with new ones. */
const constants = (seed: number): Uint32Array =>
  Uint32Array.from({ length: ORDERS }, (_, i) => mixed(seed + i));

const mixed = (n: number): number => {
  let t = Math.imul(n + 0x6d2b79f5, 0x9e3779b1);
  t = Math.imul(t ^ (t >>> 15), 0x85ebca77);
  t = Math.imul(t ^ (t >>> 13), 0xc2b2ae3d);
  return (t ^ (t >>> 16)) >>> 0;
};

const multipliers = constants(0x1234).map((n) => n | 1);
const addends = constants(0x5678);

export const signatureOf = (stretches: ReadonlySet<number>): Uint32Array => {
  const least = new Uint32Array(ORDERS).fill(0xffffffff);
  for (const stretch of stretches) {
    const spread = mixed(stretch);
    for (let i = 0; i < ORDERS; i++) {
      const product = Math.imul(spread, multipliers[i] ?? 1) + (addends[i] ?? 0);
      // The upper bits of a product are the random ones.
      const place = (product ^ (product >>> 15)) >>> 0;
      if (place < (least[i] ?? 0)) least[i] = place;
    }
  }
  return least;
};

/** Estimated share of stretches in common, 0 to 1. */
export const similarity = (a: Uint32Array, b: Uint32Array): number => {
  let same = 0;
  for (let i = 0; i < ORDERS; i++) if (a[i] === b[i]) same++;
  return same / ORDERS;
};

/** Keys under which texts of a report year that may be alike meet: 32-bit integers. */
export const bandsOf = (signature: Uint32Array, year: number): number[] =>
  Array.from({ length: BANDS }, (_, band) => {
    let key = mixed(year * BANDS + band);
    for (let i = band * ROWS; i < (band + 1) * ROWS; i++) key = mixed(key ^ (signature[i] ?? 0));
    return key | 0;
  });

/** Little-endian bytes, as they are stored. */
export const bytesOf = (signature: Uint32Array): Buffer => {
  const bytes = Buffer.alloc(4 * ORDERS);
  signature.forEach((n, i) => bytes.writeUInt32LE(n, 4 * i));
  return bytes;
};

export const signatureIn = (bytes: Buffer): Uint32Array =>
  Uint32Array.from({ length: ORDERS }, (_, i) => bytes.readUInt32LE(4 * i));
