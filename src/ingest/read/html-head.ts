import { shortText } from './html-links.js';
import { attribute, isElement } from './html-node.js';
import type { Element, Node } from './html-node.js';

/** What a page says about itself outside its text. */
export interface HtmlHead {
  titles: string[];
  meta: Record<string, string>;
}

const MOST_META = 100;

/** <title>, <meta>, <link rel=canonical> wherever they stand, and the address of a saved page. */
export function readHead(document: Node): HtmlHead {
  const head: HtmlHead = { titles: [], meta: Object.create(null) as Record<string, string> };
  let nodes = 0;
  const stack: Node[] = [document];
  for (let node = stack.pop(); node && nodes < 2_000; node = stack.pop(), nodes++) {
    if (node.nodeName === '#comment' && 'data' in node) noteSaved(node.data, head);
    if (isElement(node)) noteElement(node, head);
    if ('childNodes' in node && node.nodeName !== 'body') {
      for (const child of node.childNodes.toReversed()) stack.push(child);
    }
  }
  return head;
}

function noteElement(element: Element, head: HtmlHead): void {
  if (element.tagName === 'title') {
    const title = shortText(element, 300);
    if (title) head.titles.push(title);
  } else if (element.tagName === 'meta') {
    const name = attribute(element, 'name') ?? attribute(element, 'property');
    const content = attribute(element, 'content');
    if (name && content) note(head, name.toLowerCase(), content);
  } else if (element.tagName === 'link' && attribute(element, 'rel') === 'canonical') {
    note(head, 'canonical', attribute(element, 'href') ?? '');
  }
}

/** Browsers write `saved from url=(0042)http://…` into pages that they save. */
function noteSaved(comment: string, head: HtmlHead): void {
  const match = /saved from url=\(\d+\)(\S{1,500})/.exec(comment.slice(0, 1_000));
  if (match?.[1]) note(head, 'saved-from', match[1]);
}

function note(head: HtmlHead, name: string, content: string): void {
  if (!(name in head.meta) && Object.keys(head.meta).length < MOST_META) {
    head.meta[name.slice(0, 100)] = content.trim().slice(0, 500);
  }
}
