import type { Page } from '../page.js';
import { FlowReader } from './html-flow.js';
import { readHead } from './html-head.js';
import { typedTables } from './html-lines.js';
import { forgetStyles } from './html-node.js';
import { parseHtml } from './html-tree.js';

/**
 * A page → its paragraphs and tables in reading order.
 * @param source decoded text of the page
 * @throws IngestError FILE_TOO_LARGE, NESTING_TOO_DEEP, TABLE_TOO_LARGE
 */
export function readHtml(source: string): Page {
  const document = parseHtml(source);
  const flow = new FlowReader();
  flow.read(document);
  forgetStyles();
  return {
    blocks: typedTables(flow.blocks),
    hints: { ...readHead(document), links: flow.links, furniture: flow.furnitureTexts },
    notes: [],
  };
}
