import { shortText } from '../../ingest/read/html-links.js';
import { attribute, isElement } from '../../ingest/read/html-node.js';
import type { Node } from '../../ingest/read/html-node.js';
import { parseHtml } from '../../ingest/read/html-tree.js';

/** Links that a list page has to reports, and a page to the documents attached to it. */

export interface Link {
  text: string;
  /** Absolute, without its fragment. */
  href: string;
}

const MOST_LINKS = 300;
const LONGEST_TEXT = 200;
const DOCUMENT = /\.(?:docx?|xlsx?|pdf|wps|et|ofd|rtf|odt|ods|zip|txt|mht)(?:[?#]|$)/i;
const REPORT = /年度报告|年报|年度報告|年報/;

/**
 * Links whose text or title names an annual report, in the order of the page, each once.
 * @throws IngestError FILE_TOO_LARGE, NESTING_TOO_DEEP
 */
export const reportLinks = (html: string, base: string): Link[] =>
  linksOf(html, base).filter(({ text }) => REPORT.test(text));

/**
 * The attachments among links that the reader found: those that name a report, else every document.
 * @param base address of the page
 */
export const attachmentsAmong = (
  links: readonly { text: string; href: string }[],
  base: string,
): Link[] => {
  const documents = links
    .filter(({ text, href }) => DOCUMENT.test(href) || DOCUMENT.test(text))
    .flatMap(({ text, href }) => absolute(text, href, base));
  const named = documents.filter(({ text, href }) => REPORT.test(text + unescaped(href)));
  return once(named.length > 0 ? named : documents);
};

/** The name of a file from its link's text, else from its address. */
export const fileNameOf = ({ text, href }: Link): string => {
  const name = unescaped(new URL(href).pathname.split('/').at(-1) ?? '');
  const ending = /\.[A-Za-z]{1,5}$/.exec(name)?.[0] ?? '';
  if (!REPORT.test(text)) return name === '' ? 'index.html' : name;
  return DOCUMENT.test(text) ? text : `${text}${ending}`;
};

const linksOf = (html: string, base: string): Link[] => {
  const links: Link[] = [];
  let from = base;
  const stack: Node[] = [parseHtml(html)];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isElement(node)) {
      const href = attribute(node, 'href') ?? '';
      if (node.tagName === 'base' && URL.canParse(href, base)) from = new URL(href, base).href;
      if (node.tagName === 'a') {
        const title = attribute(node, 'title') ?? '';
        links.push(...absolute(`${shortText(node, LONGEST_TEXT)} ${title}`, href, from));
      }
    }
    if ('childNodes' in node) stack.push(...node.childNodes.toReversed());
  }
  return once(links);
};

const absolute = (text: string, href: string, base: string): Link[] => {
  if (href.trim() === '' || !URL.canParse(href, base)) return [];
  const url = new URL(href, base);
  url.hash = '';
  return /^https?:$/.test(url.protocol)
    ? [{ text: text.trim().slice(0, LONGEST_TEXT), href: url.href }]
    : [];
};

const once = (links: readonly Link[]): Link[] =>
  [...new Map(links.map((link) => [link.href, link])).values()].slice(0, MOST_LINKS);

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
