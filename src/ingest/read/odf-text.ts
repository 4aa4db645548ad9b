import type { Grid, PageNote, Paragraph } from '../page.js';
import { OfficeTable } from './office-table.js';
import { withoutSpaces, withTabTables } from './tab-tables.js';
import type { Attributes, XmlHandler } from './xml.js';

/** Deleted text, comments, notes and generated indexes are not the document's text. */
const DROPPED = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:note',
  'office:forms',
  'text:table-of-content',
]);

type Block = Paragraph | Grid;

/** Follows the content of an OpenDocument text. */
export class OdfText implements XmlHandler {
  private readonly blocks: Block[] = [];
  private readonly tables: OfficeTable[] = [];
  private readonly opened: { text: string; level: number | null }[] = [];
  private dropped = 0;
  private tableCount = 0;
  private paragraphCount = 0;

  open(name: string, a: Attributes): void {
    if (this.dropped > 0 || DROPPED.has(name)) {
      this.dropped++;
      return;
    }
    switch (name) {
      case 'text:p':
        this.opened.push({ text: '', level: null });
        break;
      case 'text:h':
        this.opened.push({ text: '', level: Math.min(6, Number(a['text:outline-level'] ?? 1)) });
        break;
      case 'text:tab':
        this.add('\t');
        break;
      case 'text:s':
        this.add(' '.repeat(Math.min(1_000, Number(a['text:c'] ?? 1))));
        break;
      case 'text:line-break':
        this.add('\n');
        break;
      case 'table:table':
        this.tables.push(new OfficeTable(++this.tableCount));
        break;
      case 'table:table-row':
        this.tables.at(-1)?.openRow();
        break;
      case 'table:covered-table-cell':
        this.tables.at(-1)?.skipColumns(Number(a['table:number-columns-repeated'] ?? 1));
        break;
      case 'table:table-cell':
        this.openCell(a);
        break;
    }
  }

  private openCell(a: Attributes): void {
    const table = this.tables.at(-1);
    table?.openCell();
    table?.spanRows(Number(a['table:number-rows-spanned'] ?? 1));
    // Covered cells follow it and advance the columns.
    table?.coverColumns(Number(a['table:number-columns-spanned'] ?? 1));
  }

  close(name: string): void {
    if (this.dropped > 0) {
      this.dropped--;
      return;
    }
    if (name === 'text:p' || name === 'text:h') this.closeParagraph();
    else if (name === 'table:table-cell') this.tables.at(-1)?.closeCell();
    else if (name === 'table:table-row') this.tables.at(-1)?.closeRow();
    else if (name === 'table:table') {
      for (const block of this.tables.pop()?.blocks() ?? []) this.place(block);
    }
  }

  text(text: string): void {
    if (this.dropped === 0) this.add(text.replaceAll(/\s+/g, ' '));
  }

  private add(text: string): void {
    const paragraph = this.opened.at(-1);
    if (paragraph) paragraph.text += text;
  }

  private closeParagraph(): void {
    const paragraph = this.opened.pop();
    if (!paragraph) return;
    this.place({
      kind: 'paragraph',
      text: withoutSpaces(paragraph.text),
      headingLevel: paragraph.level,
      locator: `paragraph ${++this.paragraphCount}`,
    });
  }

  private place(block: Block): void {
    const table = this.tables.at(-1);
    if (table?.inCell) table.place(block);
    else if (block.kind === 'grid' || block.text !== '') this.blocks.push(block);
  }

  result(): { blocks: Block[]; notes: PageNote[] } {
    return { blocks: withTabTables(this.blocks), notes: [] };
  }
}
