import { attribute, isElement, isText } from './html-node.js';
import type { Element, Node } from './html-node.js';

const ATTACHMENT = /\.(?:docx?|xlsx?|pdf|wps|et|ofd|rtf|zip|rar)(?:[?#]|$)/i;
const REPORT = /年度报告|年报|年度報告|年報|附件/;

/** A link to an attachment or to a report, else null. */
export function reportLink(anchor: Element): { text: string; href: string } | null {
  const href = attribute(anchor, 'href')?.trim().slice(0, 500);
  if (!href) return null;
  const text = shortText(anchor, 200);
  return ATTACHMENT.test(href) || ATTACHMENT.test(text) || REPORT.test(text)
    ? { text, href }
    : null;
}

/** The first characters of what an element holds, white space removed. */
export function shortText(element: Element, limit: number): string {
  let text = '';
  const stack: Node[] = [element];
  for (let node = stack.pop(); node && text.length < limit; node = stack.pop()) {
    if (isText(node)) text += node.value.replace(/\s+/g, ' ');
    else if (isElement(node)) for (const child of node.childNodes.toReversed()) stack.push(child);
  }
  return text.trim().slice(0, limit);
}
