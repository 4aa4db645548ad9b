/** Where bytes break the rules of an encoding. */
export interface EncodingFaults {
  /** Byte offsets of the first ten. */
  offsets: readonly number[];
  count: number;
  /** Well-formed sequences of several bytes. */
  sequences: number;
}

const LISTED = 10;

export const damageIn = (
  offsets: readonly number[],
  count: number,
  sequences: number,
): EncodingFaults => ({ offsets: offsets.slice(0, LISTED), count, sequences });

/** Length of the sequence at `at`, 0 where none is well-formed there. */
type SequenceLength = (bytes: Uint8Array, at: number) => number;

function faultsBy(length: SequenceLength, bytes: Uint8Array): EncodingFaults {
  const offsets: number[] = [];
  let count = 0;
  let sequences = 0;
  for (let i = 0; i < bytes.length;) {
    if (byte(bytes, i) < 0x80) {
      i++;
      continue;
    }
    const n = length(bytes, i);
    if (n > 0) sequences++;
    else if (++count <= LISTED) offsets.push(i);
    i += n > 0 ? n : 1;
  }
  return { offsets, count, sequences };
}

const byte = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
const within = (value: number, from: number, to: number): boolean => value >= from && value <= to;

/** Table 3-7 of the Unicode standard: no overlong forms, surrogates, or values above U+10FFFF. */
const utf8Length: SequenceLength = (b, i) => {
  const lead = byte(b, i);
  const tails = lead < 0xc2 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : 0;
  if (tails === 0) return 0;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (!within(byte(b, i + 1), low, high)) return 0;
  for (let k = 2; k <= tails; k++) if (!within(byte(b, i + k), 0x80, 0xbf)) return 0;
  return tails + 1;
};

/** Two bytes, or four with digits in second and fourth place. */
const gb18030Length: SequenceLength = (b, i) => {
  if (!within(byte(b, i), 0x81, 0xfe)) return 0;
  const second = byte(b, i + 1);
  if (within(second, 0x40, 0x7e) || within(second, 0x80, 0xfe)) return 2;
  const four =
    within(second, 0x30, 0x39) &&
    within(byte(b, i + 2), 0x81, 0xfe) &&
    within(byte(b, i + 3), 0x30, 0x39);
  return four ? 4 : 0;
};

export const utf8Faults = (bytes: Uint8Array): EncodingFaults => faultsBy(utf8Length, bytes);
export const gb18030Faults = (bytes: Uint8Array): EncodingFaults => faultsBy(gb18030Length, bytes);
