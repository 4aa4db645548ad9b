import { isUtf8 } from 'node:buffer';
import { damageIn, gb18030Faults, utf8Faults } from './encoding-faults.js';
import { IngestError } from './ingest-error.js';

/** Text of a document and the encoding that its bytes proved. */
export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
}

/** Seven-bit encodings: a reader that guesses them can be made to see another text than a browser shows. */
const REFUSED = /^(utf-?7|hz(-gb-2312)?|iso-2022-|csiso2022|unicode-1-1-utf-7)/i;
const GB = /^(gb|chinese|csgb|iso-ir-58|x-gbk|cp936|ms936|windows-936)/i;
const HAN = /\p{Script=Han}/u;
const HEAD_BYTES = 4096;
const ESCAPE = 0x1b;

/**
 * Bytes → text: byte order mark, then strict UTF-8, then GB18030 by evidence. A declaration is believed only where the
 * bytes agree. Never yields U+FFFD.
 * @param stated the encoding that something outside the bytes states
 * @throws IngestError ENCODING_UNKNOWN, ENCODING_DAMAGED (with byte offsets)
 */
export function decodeText(bytes: Uint8Array, stated: string | null = null): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return strictly(bytes.subarray(marked.length), marked.encoding, marked.length);
  const declared = declaredEncoding(bytes) ?? stated;
  const unmarked = utf16WithoutMark(bytes);
  if (unmarked) return strictly(bytes, unmarked, 0);
  const text = tryDecode(bytes, 'utf-8');
  if (bytes.includes(ESCAPE) || text?.length === bytes.length) refuseSevenBit(bytes, declared);
  if (text !== null && !isPairsOfGb(text, bytes, declared)) {
    return { text: noReplacement(text), encoding: 'utf-8' };
  }
  if (text === null) {
    const faults = utf8Faults(bytes);
    // Well-formed sequences prevail: it was UTF-8 and has been damaged since.
    if (faults.sequences > 4 * faults.count) throw damaged('UTF-8', faults);
  }
  return asChinese(bytes, declared);
}

/** GB18030 pairs may happen to be well-formed UTF-8; they are then no Chinese. */
const isPairsOfGb = (text: string, bytes: Uint8Array, declared: string | null): boolean =>
  declared !== null && GB.test(declared) && text.length < bytes.length && !HAN.test(text);

/** GB18030, or Big5 where that is declared and reads as commoner Chinese. */
function asChinese(bytes: Uint8Array, declared: string | null): DecodedText {
  if (declared && /^(big5|cn-big5|x-x-big5|csbig5)/i.test(declared)) {
    const big5 = tryDecode(bytes, 'big5');
    if (big5 !== null && looksChinese(big5)) return { text: noReplacement(big5), encoding: 'big5' };
  }
  const text = tryDecode(bytes, 'gb18030');
  if (!looksChinese(text ?? new TextDecoder('gb18030').decode(bytes))) {
    throw new IngestError(
      'ENCODING_UNKNOWN',
      'The text is in no encoding of Chinese that is read.',
    );
  }
  if (text === null) throw damaged('GB18030', gb18030Faults(bytes));
  return { text: noReplacement(text), encoding: 'gb18030' };
}

/** Common characters prevail in real text; wrongly decoded bytes give rare ones. */
function looksChinese(text: string): boolean {
  let common = 0;
  let other = 0;
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code < 0x80 || (code >= 0x2000 && code <= 0x33ff) || code >= 0xff00) continue;
    if (COMMON.has(char)) common++;
    else other++;
  }
  return common * 12 >= other;
}

/** The commonest characters of official prose, simplified and traditional. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过民产公开信息政府情况本件关行法第总数规定部门理度申请事项办理結轉關於個國這為時來會發動過產開資訊情況與應當總數規則門處務請單',
);

function strictly(
  bytes: Uint8Array,
  encoding: DecodedText['encoding'],
  skipped: number,
): DecodedText {
  const text = tryDecode(bytes, encoding);
  if (text !== null) return { text: noReplacement(text), encoding };
  const faults = encoding === 'utf-8' ? utf8Faults(bytes) : damageIn([0], 1, 0);
  throw damaged(
    encoding.toUpperCase(),
    damageIn(
      faults.offsets.map((o) => o + skipped),
      faults.count,
      faults.sequences,
    ),
  );
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  // Many times faster than a strict decoder.
  if (encoding === 'utf-8') return isUtf8(bytes) ? textOf(bytes) : null;
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

const textOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/** A replacement character in the source means that characters were lost before the file was saved. */
function noReplacement(text: string): string {
  const at = text.indexOf('\uFFFD');
  if (at < 0) return text;
  const offset = Buffer.byteLength(text.slice(0, at));
  throw new IngestError(
    'ENCODING_DAMAGED',
    `Characters were lost before the file was saved: U+FFFD stands at byte ${offset}.`,
    `byte ${offset}`,
  );
}

function damaged(encoding: string, faults: ReturnType<typeof utf8Faults>): IngestError {
  const places = faults.offsets.join(', ');
  return new IngestError(
    'ENCODING_DAMAGED',
    `${encoding} text with ${faults.count} undecodable bytes, at byte ${places}${faults.count > faults.offsets.length ? ', …' : ''}.`,
    `byte ${places}`,
  );
}

function byteOrderMark(
  b: Uint8Array,
): { encoding: DecodedText['encoding']; length: number } | null {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if ((b[0] === 0xff && b[1] === 0xfe && b[2] === 0 && b[3] === 0) || isUtf32Be(b)) {
    throw new IngestError('ENCODING_UNKNOWN', 'Text in UTF-32 is not read.');
  }
  if (b[0] === 0xff && b[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (b[0] === 0xfe && b[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  if (b[0] === 0x84 && b[1] === 0x31 && b[2] === 0x95 && b[3] === 0x33) {
    return { encoding: 'gb18030', length: 4 };
  }
  return null;
}

const isUtf32Be = (b: Uint8Array): boolean =>
  b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff;

/** Line ends and digits of UTF-16 text have a zero byte, always on the same side. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, HEAD_BYTES);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  if (even + odd < 4 || bytes.length % 2 === 1) return null;
  if (odd > 4 * even) return 'utf-16le';
  return even > 4 * odd ? 'utf-16be' : null;
}

/** From `<meta charset>`, `http-equiv`, an XML declaration or a CSS-like `@charset`, within the first 4 kB. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD_BYTES));
  const match = /(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_:-]{2,40})/i.exec(
    head.toString('latin1'),
  );
  return match?.[1] ?? null;
}

/** Called where the bytes are all ASCII, or hold an escape. */
function refuseSevenBit(bytes: Uint8Array, declared: string | null): void {
  const escape = bytes.indexOf(ESCAPE);
  const shifted = escape >= 0 && (bytes[escape + 1] === 0x24 || bytes[escape + 1] === 0x28);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const name = shifted
    ? 'ISO-2022'
    : declared && REFUSED.test(declared)
      ? declared
      : /~\{(?:[!-}][!-~]){2,200}~\}/.test(text)
        ? 'HZ'
        : (text.match(/\+[A-Za-z0-9/]{5,200}-/g)?.length ?? 0) > 5
          ? 'UTF-7'
          : null;
  if (name === null) return;
  throw new IngestError(
    'ENCODING_UNKNOWN',
    `The text is in the seven-bit encoding ${name}, which is not read.`,
  );
}
