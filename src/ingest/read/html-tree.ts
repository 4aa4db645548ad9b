import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter } from 'parse5';
import { IngestError } from '../ingest-error.js';

/** Limits of a page. */
export const HTML_LIMITS = { bytes: 10 * 1024 * 1024, depth: 512, attributes: 1_000 } as const;

type Document = DefaultTreeAdapterTypes.Document;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** A node that knows how deep it stands. */
type Placed<Node> = Node & { depth?: number };

function place(parent: Placed<ParentNode>, child: Placed<ChildNode>): void {
  const depth = (parent.depth ?? 0) + 1;
  if (depth > HTML_LIMITS.depth) throw tooDeep();
  child.depth = depth;
}

/** The default tree, refused as soon as it gets too deep. */
const adapter: TreeAdapter<DefaultTreeAdapterMap> = {
  ...defaultTreeAdapter,
  createElement(tagName, namespaceURI, attrs) {
    if (attrs.length > HTML_LIMITS.attributes) throw tooMany(tagName);
    const element = {
      nodeName: tagName,
      tagName,
      attrs,
      namespaceURI,
      childNodes: [],
      parentNode: null,
      depth: 0,
    };
    return element;
  },
  appendChild(parent, child) {
    place(parent, child);
    parent.childNodes.push(child);
    child.parentNode = parent;
  },
  insertBefore(parent, child, reference) {
    place(parent, child);
    defaultTreeAdapter.insertBefore(parent, child, reference);
  },
};

/** A tag so long that it may have thousands of attributes, each of which is compared with all others. */
const LONG_TAG = /<[a-zA-Z][^<>]{30000}/;

/**
 * The tree of a page. No more of it is built than the limits allow.
 * @throws IngestError FILE_TOO_LARGE, NESTING_TOO_DEEP
 */
export function parseHtml(source: string): Document {
  if (source.length > HTML_LIMITS.bytes) {
    const megabytes = HTML_LIMITS.bytes / 1024 / 1024;
    throw new IngestError('FILE_TOO_LARGE', `Pages of more than ${megabytes} MB are not read.`);
  }
  const long = hasLongGap(source) ? LONG_TAG.exec(source) : null;
  if (long && hasManyAttributes(long[0])) throw tooMany(/^<(\w+)/.exec(long[0])?.[1] ?? '');
  return parse(source, { scriptingEnabled: false, treeAdapter: adapter });
}

/** True where so much stands between two `>` that a tag of 30,000 characters may be there. Looks at few places. */
function hasLongGap(source: string): boolean {
  for (let at = 0; at < source.length; at += STRIDE) {
    const close = source.indexOf('>', at);
    if (close < 0 || close - at > STRIDE) return true;
  }
  return false;
}

const STRIDE = 15_000;

/** Outside quotes, each attribute has at least a space before it. */
const hasManyAttributes = (tag: string): boolean =>
  (tag.replace(/"[^"]*"|'[^']*'/g, '').match(/\s[^\s=]/g)?.length ?? 0) > HTML_LIMITS.attributes;

const tooDeep = (): IngestError =>
  new IngestError(
    'NESTING_TOO_DEEP',
    `The page's elements are nested more than ${HTML_LIMITS.depth} deep.`,
  );

const tooMany = (name: string): IngestError =>
  new IngestError(
    'NESTING_TOO_DEEP',
    `The page has an element <${name}> with more than ${HTML_LIMITS.attributes} attributes.`,
  );
