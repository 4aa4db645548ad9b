import { IngestError } from '../ingest-error.js';

/** The page inside a web archive. */
export interface ArchivedPage {
  bytes: Uint8Array;
  /** As the part's head declares it. */
  charset: string | null;
}

const MAX_PARTS = 2_000;
const MAX_DEPTH = 4;

/**
 * The HTML of a web archive (MHT: a MIME message, as browsers and Word save it, also under the name .doc). Pictures and other
 * parts are passed over.
 * @throws IngestError CORRUPT_FILE where there is no HTML part
 */
export function pageOfMht(bytes: Uint8Array): ArchivedPage {
  const page = findPage(Buffer.from(bytes).toString('latin1'), 0);
  if (!page) throw new IngestError('CORRUPT_FILE', 'The web archive has no HTML part.');
  return page;
}

function findPage(message: string, depth: number): ArchivedPage | null {
  const { head, body } = split(message);
  const type = head.get('content-type') ?? 'text/plain';
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary !== null && depth < MAX_DEPTH) {
    for (const part of body.split(`--${boundary}`).slice(1, MAX_PARTS)) {
      const found = findPage(part.replace(/^\r?\n/, ''), depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!/^(text\/html|application\/xhtml)/i.test(type)) return null;
  const encoding = (head.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  return { bytes: decode(body, encoding), charset: parameter(type, 'charset') };
}

function split(message: string): { head: Map<string, string>; body: string } {
  const at = /\r?\n\r?\n/.exec(message);
  const headText = at ? message.slice(0, at.index) : message.slice(0, 10_000);
  const head = new Map<string, string>();
  for (const line of headText.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0)
      head.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { head, body: at ? message.slice(at.index + at[0].length) : '' };
}

function parameter(value: string, name: string): string | null {
  const match = new RegExp(`${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(value);
  return match?.[1] ?? match?.[2] ?? null;
}

function decode(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const text = body
    .replaceAll(/[ \t]*=\r?\n/g, '')
    .replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
