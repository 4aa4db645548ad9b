import type { ListPlace } from './docx-numbering.js';
import type { Attributes, XmlHandler } from './xml.js';

/** Styles that may follow each other, against those that follow themselves. */
const DEEPEST = 20;

/** The lists that the paragraph styles of `word/styles.xml` belong to. */
export class StyleLists implements XmlHandler {
  private readonly styles = new Map<string, { based: string; place: Partial<ListPlace> }>();
  private style = '';

  open(name: string, a: Attributes): void {
    const value = a['w:val'] ?? '';
    const own = this.styles.get(this.style);
    if (name === 'w:style') {
      this.style = a['w:styleId'] ?? '';
      this.styles.set(this.style, { based: '', place: {} });
    } else if (!own) return;
    else if (name === 'w:basedOn') own.based = value;
    else if (name === 'w:numId') own.place.list = value;
    else if (name === 'w:ilvl') own.place.level = Number(value);
  }

  close(): void {
    // Elements need no end: each opens by its own name.
  }

  text(): void {
    // The part has no text that is printed.
  }

  /** The list of a style, or of the one it is based on; null where it has none. */
  placeOf(style: string): ListPlace | null {
    let at = style;
    for (let depth = 0; depth < DEEPEST; depth++) {
      const found = this.styles.get(at);
      if (!found) return null;
      const { list, level = 0 } = found.place;
      if (list !== undefined) return list === '0' ? null : { list, level };
      at = found.based;
    }
    return null;
  }
}
