import type { Entry } from 'yauzl';

const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;

/**
 * The name of a ZIP entry: UTF-8 where the entry says so or its bytes are valid UTF-8, else GB18030 (Chinese
 * Windows writes it without saying so). Backslashes count as separators.
 */
export function entryName(entry: Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  const unicode = entry.extraFields.find((f) => f.id === UNICODE_PATH);
  const name = unicode ? unicode.data.subarray(5).toString('utf8') : decodeName(raw, entry);
  return name.replaceAll('\\', '/');
}

function decodeName(raw: Buffer, entry: Entry): string {
  if (entry.generalPurposeBitFlag & UTF8_FLAG) return raw.toString('utf8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}
