import {
  attribute,
  isBlock,
  isElement,
  isSilent,
  isText,
  isTypedText,
  typedText,
} from './html-node.js';
import type { Element, Node } from './html-node.js';

/** Collects text as a browser would show it: white space runs are one space, breaks are line ends. */
export class TextLines {
  private text = '';

  append(value: string): void {
    const text = WHITE.test(value) ? value.replace(WHITES, spaceFor) : value;
    const twice = text.startsWith(' ') && value[0] !== NBSP && this.text.endsWith(' ');
    this.text += twice ? text.slice(1) : text;
  }

  break(): void {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }

  /** What was collected, trimmed line by line; empty lines are gone. */
  take(): string {
    const text = this.text;
    this.text = '';
    if (!EDGES.test(text)) return text;
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join('\n');
  }
}

const NBSP = '\u00a0';

/** One space, or two where the gap was made to be seen: it may part the cells of a line. */
const spaceFor = (run: string): string => (/\u00a0[^\u00a0]*\u00a0/.test(run) ? '  ' : ' ');

const WHITE = /[\t\n\f\r\u00a0]|  /;
const WHITES = /[\t\n\f\r \u00a0]+/g;
const EDGES = /^\s|\s$|\n\s|\s\n/;

/** Text of an inline element that has its own way of being shown; null where its children are its text. */
export function ownText(element: Element): string | null {
  switch (element.tagName) {
    case 'input':
      return /^(text|number|tel)?$/i.test(attribute(element, 'type') ?? '')
        ? (attribute(element, 'value') ?? '')
        : '';
    // 3² is no 32, and a note's number is no digit of the figure before it.
    case 'sup':
      return '^';
    default:
      return isTypedText(element) ? typedText(element) : null;
  }
}

/**
 * Text of a table cell. Stops at tables inside it, which are returned.
 * @param isInline tells the tables that are read as part of the text
 */
export function cellText(
  cell: Element,
  isInline: (table: Element) => boolean,
): { text: string; tables: readonly Element[] } {
  const sole = soleText(cell);
  if (sole !== null) return { text: sole, tables: NONE };
  const lines = new TextLines();
  const tables: Element[] = [];
  const stack: (Node | null)[] = [];
  pushChildren(cell, stack);
  while (stack.length > 0) {
    const node = stack.pop();
    if (!node) lines.break();
    else if (isText(node)) lines.append(node.value);
    else if (isElement(node) && !isSilent(node)) {
      if (node.tagName === 'table' && !isInline(node)) tables.push(node);
      else enter(node, lines, stack);
    }
  }
  return { text: lines.take(), tables };
}

/** Puts an element's children on the stack, with the breaks around and the marks before them. */
export function enter(element: Element, lines: TextLines, stack: (Node | null)[]): void {
  const own = ownText(element);
  if (own !== null) lines.append(own);
  if (element.tagName === 'br') lines.break();
  const block = isBlock(element);
  if (block) {
    lines.break();
    stack.push(null);
  }
  pushChildren(element, stack);
}

function pushChildren(element: Element, stack: (Node | null)[]): void {
  const children = element.childNodes;
  for (let i = children.length - 1; i >= 0; i--) {
    const child = children[i];
    if (child) stack.push(child);
  }
}

/** Text that shows as it stands. */
const PLAIN = /^\S{1,60}$/;
/** Elements that do nothing to a text which is all they hold. */
const WRAPPERS = new Set(['p', 'span', 'div', 'font', 'b', 'strong', 'center', 'u']);

/** The text of a cell that holds one text, in whatever wrappings; null for any other. */
function soleText(cell: Element): string | null {
  let element = cell;
  for (;;) {
    const [child, second] = element.childNodes;
    if (!child) return '';
    if (second) return null;
    if (isText(child)) return PLAIN.test(child.value) ? child.value : null;
    if (!isElement(child) || !WRAPPERS.has(child.tagName) || isSilent(child)) return null;
    element = child;
  }
}

const NONE: readonly Element[] = [];

/** Lines of preformatted text, white space kept. */
export function typedLines(element: Element): string[] {
  let text = '';
  const stack: Node[] = [element];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) text += node.value;
    else if (isElement(node)) {
      if (node.tagName === 'br') text += '\n';
      if (!isSilent(node)) stack.push(...node.childNodes.toReversed());
    }
  }
  return text.split(/\r\n|[\n\r]/).map((line) => line.trimEnd());
}
