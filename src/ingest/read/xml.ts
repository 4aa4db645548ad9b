import { SaxesParser } from 'saxes';
import { IngestError } from '../ingest-error.js';

/** Deepest nesting of elements that is read. */
const MAX_DEPTH = 512;

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** Names as printed, prefix included: the packages read here all use their customary prefixes. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Runs through an XML part of a package without building a tree and without resolving anything outside it.
 * @throws IngestError XML_DTD_FORBIDDEN for any document type declaration, NESTING_TOO_DEEP, CORRUPT_FILE.
 */
export function readXml(bytes: Uint8Array, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new IngestError(
      'XML_DTD_FORBIDDEN',
      `The part ${part} declares a document type; documents of this format have none.`,
      part,
    );
  });
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH) {
      throw new IngestError(
        'NESTING_TOO_DEEP',
        `The part ${part} nests deeper than ${MAX_DEPTH}.`,
        part,
      );
    }
    handler.open(tag.name, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    handler.close(tag.name);
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('error', (error) => {
    throw new IngestError(
      'CORRUPT_FILE',
      `The part ${part} is not well-formed XML: ${error.message}`,
      part,
    );
  });
  parser.write(decodeXml(bytes, part)).close();
}

function decodeXml(bytes: Uint8Array, part: string): string {
  const [a, b] = bytes;
  const encoding =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new IngestError('ENCODING_DAMAGED', `The part ${part} is not valid ${encoding}.`, part);
  }
}
