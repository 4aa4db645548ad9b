import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
export type ChildNode = DefaultTreeAdapterTypes.ChildNode;

export const isElement = (node: Node): node is Element =>
  (node as Partial<Element>).tagName !== undefined;
export const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode =>
  node.nodeName === '#text';

export function attribute(element: Element, name: string): string | null {
  for (const candidate of element.attrs) if (candidate.name === name) return candidate.value;
  return null;
}

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements that begin and end a line. */
export const BLOCKS = set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul',
);

/** Elements whose content is never part of the text: code, controls, struck-out words, pronunciation. */
const SILENT = set(
  'script style noscript template iframe object applet svg math canvas audio video select datalist button head title ' +
    'noframes noembed rt rp del s strike',
);

/** Names of inline elements that a style sheet sets beside each other as cells. */
const CELL_NAME = /(?:^|[\s_-])(?:td|th|cell|col|column)\d{0,2}(?:$|[\s_-])/i;
/** A style that hides, or that sets an inline element apart. */
const HIDES = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const APART =
  /display\s*:\s*(?:block|inline-block|table|flex|grid|list-item)|float\s*:\s*(?:left|right)/i;

export function isSilent(element: Element): boolean {
  if (SILENT.has(element.tagName)) return true;
  if (element.tagName === 'sup' && isNoteMark(element)) return true;
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') return true;
    if (name === 'style' && styleOf(value).hides) return true;
  }
  return false;
}

interface Style {
  hides: boolean;
  apart: boolean;
}

/** Pages repeat few styles many times. Emptied after each page: its texts keep the page's source alive. */
const styles = new Map<string, Style>();

export const forgetStyles = (): void => styles.clear();

function styleOf(text: string): Style {
  const known = styles.get(text);
  if (known) return known;
  const style = { hides: HIDES.test(text), apart: APART.test(text) };
  styles.set(text, style);
  return style;
}

/** ①, [2], *: the mark of a note, no part of the figure before it. */
function isNoteMark(element: Element): boolean {
  const [child] = element.childNodes;
  return child !== undefined && isText(child) && NOTE_MARK.test(child.value);
}

const NOTE_MARK = /^\s*(?:[①-⑳*＊※†]|[[［【〔]\d{1,2}[\]］】〕])\s*$/;

export function isBlock(element: Element): boolean {
  if (BLOCKS.has(element.tagName)) return true;
  for (const { name, value } of element.attrs) {
    if (name === 'style' && styleOf(value).apart) return true;
    if (name === 'class' && CELL_NAME.test(value)) return true;
  }
  return false;
}

const LEAVES = set('p li dd dt');
const TABLE_CELL = /display\s*:\s*table-cell/i;

/** Elements each of which may be a cell where a page prints its tables without any. */
export const maybeCell = (element: Element): boolean =>
  LEAVES.has(element.tagName) ||
  CELL_NAME.test(attribute(element, 'class') ?? '') ||
  TABLE_CELL.test(attribute(element, 'style') ?? '');

/** A markup name that is no element's: title marks typed as `<` and `>`, e.g. `<a中华人民共和国…格式>`. */
export const isTypedText = (element: Element): boolean => /[^\x00-\x7f]/.test(element.tagName);

/** What such a name looked like. */
export const typedText = (element: Element): string =>
  `<${[element.tagName, ...element.attrs.map((a) => (a.value ? `${a.name}=${a.value}` : a.name))].join(' ')}>`;
