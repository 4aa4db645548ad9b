/** Elements that a page, or a piece of one, begins with. */
const HTML_START =
  /^(?:\s|\uFEFF|<!--(?:[^-]|-(?!->)){0,2000}-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|table|div|p|span|h[1-6]|section|article|main|center|font|ul|form|base)(?=[\s>/])/i;
const ELEMENT =
  /<\/?(?:html|body|table|tbody|tr|td|th|div|p|span|br|h[1-6]|li|ul|strong)(?=[\s>/])[^<>]{0,400}>/gi;

/** True for pages and fragments of pages, with or without a document type. */
export function isHtml(text: string): boolean {
  const head = text.slice(0, 8192);
  if (HTML_START.test(head)) return true;
  if (!text.includes('</')) return false;
  return (text.slice(0, 65_536).match(ELEMENT)?.length ?? 0) >= 12;
}

/** Headings with `#` or table rules; else it is plain text. */
export const isMarkdown = (text: string): boolean =>
  /^#{1,6}\s+\S/m.test(text) || /^\s{0,3}\|?(?:\s{0,20}:?-{3,}:?\s{0,20}\|){1,40}/m.test(text);
