import { parse } from 'parse5';
import { IngestError } from '../ingest-error.js';
import type { Page } from '../page.js';
import { FlowReader } from './html-flow.js';
import { guardHtml, HTML_LIMITS } from './html-guard.js';
import { readHead } from './html-head.js';
import { typedTables } from './html-lines.js';

/**
 * A page → its paragraphs and tables in reading order.
 * @param source decoded text of the page
 * @throws IngestError FILE_TOO_LARGE, NESTING_TOO_DEEP, TABLE_TOO_LARGE
 */
export function readHtml(source: string): Page {
  if (source.length > HTML_LIMITS.bytes) {
    throw new IngestError(
      'FILE_TOO_LARGE',
      `Pages of more than ${HTML_LIMITS.bytes / 1024 / 1024} MB are not read.`,
    );
  }
  guardHtml(source);
  const document = parse(source, { scriptingEnabled: false });
  const flow = new FlowReader();
  flow.read(document);
  return {
    blocks: typedTables(flow.blocks),
    hints: { ...readHead(document), links: flow.links, furniture: flow.furnitureTexts },
    notes: [],
  };
}
