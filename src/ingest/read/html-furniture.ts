import { isElement, isText } from './html-node.js';
import type { Element, Node } from './html-node.js';

/** Elements and class names that pages use around an article. */
const ELEMENTS = new Set(['nav', 'aside', 'footer']);
const NAMES =
  /(?:^|[\s_-])(?:nav|navbar|menu|crumbs?|breadcrumb|bread|position|location|weizhi|wz|dqwz|curpos|footer|foot|copyright|sidebar|side|aside|share|tool|tools|toolbar|related|relation|search|prevnext|pagination|friendlinks?|ewm|qrcode)(?:$|[\s_-])/i;
/** Words that only the report itself has. */
const REPORT = /总体情况|總體情況|第二十[条條]|统计期限|統計期限|本年新收|现行有效|現行有效/;
const MOST_NODES = 6_000;
const MOST_VISITS = 2_000_000;

/** Tells the furniture of a page from its document and keeps the furniture's texts as hints. */
export class Furniture {
  readonly texts: string[] = [];
  private visits = 0;

  /** True where the element is furniture: by its name, and because nothing in it belongs to a report. */
  takes(element: Element): boolean {
    if (!ELEMENTS.has(element.tagName) && !hasName(element)) return false;
    const text = this.textWithoutTables(element);
    if (text === null || REPORT.test(text)) return false;
    if (this.texts.length < 20 && text.trim()) this.texts.push(text.trim().slice(0, 300));
    return true;
  }

  /** Null where it holds a table or is too large to be furniture. */
  private textWithoutTables(element: Element): string | null {
    let text = '';
    let nodes = 0;
    const stack: Node[] = [element];
    for (let node = stack.pop(); node; node = stack.pop()) {
      if (++nodes > MOST_NODES || ++this.visits > MOST_VISITS) return null;
      if (isText(node)) text += node.value.replace(/\s+/g, ' ');
      else if (isElement(node)) {
        if (node.tagName === 'table') return null;
        if (node.tagName === 'script' || node.tagName === 'style') continue;
        for (const child of node.childNodes.toReversed()) stack.push(child);
      }
    }
    return text;
  }
}

const hasName = (element: Element): boolean =>
  element.attrs.some((a) => (a.name === 'class' || a.name === 'id') && NAMES.test(a.value));
