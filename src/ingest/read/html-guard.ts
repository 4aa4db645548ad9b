import { IngestError } from '../ingest-error.js';

/** Limits that hold before a tree is built, see docs/limits. */
export const HTML_LIMITS = { bytes: 10 * 1024 * 1024, depth: 512, attributes: 1_000 } as const;

/** Elements without content, and those whose end tag may be left out without making the tree deeper. */
const FLAT = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr keygen command frame ' +
    'p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp html head body'
  ).split(' '),
);
const RAW = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);

/**
 * One pass over the source that estimates how deep its tree would be.
 * @throws IngestError NESTING_TOO_DEEP
 */
export function guardHtml(source: string): void {
  const open = new Map<string, number>();
  let depth = 0;
  let at = source.indexOf('<');
  while (at >= 0 && at < source.length - 1) {
    const tag = tagAt(source, at);
    if (tag.name && !FLAT.has(tag.name)) {
      const count = open.get(tag.name) ?? 0;
      if (!tag.closing) {
        open.set(tag.name, count + 1);
        if (++depth > HTML_LIMITS.depth) throw tooDeep(source, at);
      } else if (count > 0) {
        open.set(tag.name, count - 1);
        depth--;
      }
    }
    at = source.indexOf('<', tag.end);
  }
}

interface Tag {
  /** Lower case; empty for comments, declarations and text. */
  name: string;
  closing: boolean;
  /** Where to look on. */
  end: number;
}

const [SPACE, DOUBLE, SINGLE, EQUALS, GREATER] = [0x20, 0x22, 0x27, 0x3d, 0x3e];
const NAME = /[a-zA-Z][^\s/>]{0,200}/y;

function tagAt(source: string, at: number): Tag {
  if (source.startsWith('<!--', at)) {
    const end = source.indexOf('-->', at + 4);
    return { name: '', closing: false, end: end < 0 ? source.length : end + 3 };
  }
  const closing = source[at + 1] === '/';
  NAME.lastIndex = at + (closing ? 2 : 1);
  const match = NAME.exec(source);
  if (!match) return { name: '', closing: false, end: at + 1 };
  const name = match[0].toLowerCase();
  const close = endOfTag(source, NAME.lastIndex);
  if (closing || !RAW.has(name)) {
    const selfClosed =
      source[close - 2] === '/' && /[:]|^(?:path|rect|g|use|circle|line)$/.test(name);
    return { name: selfClosed ? '' : name, closing, end: close };
  }
  const end = source.slice(close).search(new RegExp(`</${name}[\\s/>]`, 'i'));
  return { name: '', closing: false, end: end < 0 ? source.length : close + end + 2 };
}

/** Behind the `>` of a tag; quoted attribute values may hold one. Counts attributes on the way. */
function endOfTag(source: string, from: number): number {
  let quote = 0;
  let last = 0;
  let equals = 0;
  for (let i = from; i < source.length; i++) {
    const char = source.charCodeAt(i);
    if (quote !== 0) {
      if (char === quote) quote = 0;
      continue;
    }
    if (char === GREATER) return i + 1;
    if ((char === DOUBLE || char === SINGLE) && last === EQUALS) quote = char;
    else if (char === EQUALS && ++equals > HTML_LIMITS.attributes) throw tooMany(source, from);
    if (char > SPACE) last = char;
  }
  return source.length;
}

const lineAt = (source: string, at: number): number => source.slice(0, at).split('\n').length;

const tooDeep = (source: string, at: number): IngestError =>
  new IngestError(
    'NESTING_TOO_DEEP',
    `Elements are nested more than ${HTML_LIMITS.depth} deep at line ${lineAt(source, at)}.`,
    `line ${lineAt(source, at)}`,
  );

const tooMany = (source: string, at: number): IngestError =>
  new IngestError(
    'NESTING_TOO_DEEP',
    `An element at line ${lineAt(source, at)} has more than ${HTML_LIMITS.attributes} attributes.`,
    `line ${lineAt(source, at)}`,
  );
