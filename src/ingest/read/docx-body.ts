import type { Grid, PageNote, Paragraph } from '../page.js';
import type { ListPlace } from './docx-numbering.js';
import { OfficeTable } from './office-table.js';
import { withoutSpaces, withTabTables } from './tab-tables.js';
import type { Attributes, XmlHandler } from './xml.js';

/** What stands inside these is not the accepted text of the document. */
const DROPPED = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:rt',
  'w:footnote',
  'w:object',
]);

interface OpenParagraph {
  text: string;
  headingLevel: number | null;
  style: string;
  /** As the paragraph itself says; list 0 takes it out of its style's. */
  list: string | null;
  level: number;
}

/** Figures and marks for them, with or without a unit, and nothing: no number is put in front of these. */
const BARE = /^\s*(?:$|[\d０-９.,，．/／＼\\—–−-])/;

type Block = Paragraph | Grid;

/**
 * Follows `word/document.xml` element by element. A table's cells keep their merged extent; a table in a cell and
 * a text box become blocks of their own behind the place where they are anchored; a table that only frames others is dissolved into what it holds.
 */
export class DocxBody implements XmlHandler {
  private readonly blocks: Block[] = [];
  private readonly notes = new Map<string, PageNote>();
  private readonly tables: OfficeTable[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private dropped = 0;
  private inText = false;
  private vanish = false;
  private inRunProperties = false;
  private tableCount = 0;
  private paragraphCount = 0;

  /** @param numberBefore what is printed by itself before the next paragraph of a list or style */
  constructor(
    private readonly numberBefore: (place: ListPlace | null, style: string) => string = () => '',
  ) {}

  open(name: string, a: Attributes): void {
    if (this.dropped > 0 || DROPPED.has(name)) {
      this.drop(name);
      return;
    }
    this.openTable(name, a);
    this.openParagraph(name, a);
  }

  private drop(name: string): void {
    this.dropped++;
    if (name === 'w:del' || name === 'w:moveFrom') {
      // <w:del/> among a row's properties marks the whole row as deleted.
      this.tables.at(-1)?.markDeletedRow();
      this.note(
        'TRACKED_CHANGES',
        '文档含有修订标记；按接受全部修订后的文字读取。',
        'The document has tracked changes; the accepted text was read.',
      );
    }
  }

  private openTable(name: string, a: Attributes): void {
    const table = this.tables.at(-1);
    switch (name) {
      case 'w:tbl':
        this.tables.push(new OfficeTable(++this.tableCount));
        break;
      case 'w:tr':
        table?.openRow();
        break;
      case 'w:trPr':
        table?.openRowProperties();
        break;
      case 'w:gridBefore':
        table?.skipColumns(Number(a['w:val'] ?? 0));
        break;
      case 'w:tc':
        table?.openCell();
        break;
      case 'w:gridSpan':
        table?.spanColumns(Number(a['w:val'] ?? 1));
        break;
      case 'w:vMerge':
        table?.mergeDown(a['w:val'] === 'restart');
        break;
      case 'w:hMerge':
        table?.mergeRight(a['w:val'] === 'restart');
        break;
    }
  }

  private openParagraph(name: string, a: Attributes): void {
    switch (name) {
      case 'w:p':
        this.paragraphs.push({ text: '', headingLevel: null, style: '', list: null, level: 0 });
        break;
      case 'w:outlineLvl':
        this.setHeading(Number(a['w:val'] ?? 9) + 1);
        break;
      case 'w:numId':
        this.inList({ list: a['w:val'] ?? '0' });
        break;
      case 'w:ilvl':
        this.inList({ level: Number(a['w:val'] ?? 0) });
        break;
      case 'w:pStyle':
        this.inList({ style: a['w:val'] ?? '' });
        this.setHeading(Number(/^(?:heading ?)?([1-6])$/i.exec(a['w:val'] ?? '')?.[1] ?? 9));
        break;
      case 'w:rPr':
        this.inRunProperties = true;
        break;
      case 'w:vanish':
        if (this.inRunProperties && a['w:val'] !== '0' && a['w:val'] !== 'false')
          this.vanish = true;
        break;
      case 'w:r':
        this.vanish = false;
        break;
      case 'w:t':
        this.inText = true;
        break;
      case 'w:tab':
        if (!this.inTabStops) this.add('\t');
        break;
      case 'w:tabs':
        this.inTabStops = true;
        break;
      case 'w:br':
      case 'w:cr':
        this.add('\n');
        break;
      case 'w:noBreakHyphen':
        this.add('-');
        break;
    }
  }

  /** <w:tab> inside <w:tabs> sets a tab stop and prints nothing. */
  private inTabStops = false;

  close(name: string): void {
    if (this.dropped > 0) {
      this.dropped--;
      return;
    }
    switch (name) {
      case 'w:t':
        this.inText = false;
        break;
      case 'w:tabs':
        this.inTabStops = false;
        break;
      case 'w:rPr':
        this.inRunProperties = false;
        break;
      case 'w:r':
        this.vanish = false;
        break;
      case 'w:p':
        this.closeParagraph();
        break;
      case 'w:tc':
        this.tables.at(-1)?.closeCell();
        break;
      case 'w:tr':
        this.tables.at(-1)?.closeRow();
        break;
      case 'w:tbl':
        this.closeTable();
        break;
    }
  }

  text(text: string): void {
    if (this.inText && this.dropped === 0) this.add(text);
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    if (this.vanish) {
      this.note(
        'HIDDEN_TEXT',
        '文档含有隐藏文字，未读取。',
        'The document has hidden text; it was not read.',
      );
      return;
    }
    paragraph.text += text;
  }

  private inList(said: Partial<OpenParagraph>): void {
    Object.assign(this.paragraphs.at(-1) ?? {}, said);
  }

  /** The text as it is printed, with the number that Word puts before it. */
  private printed({ text, style, list, level }: OpenParagraph): string {
    const number = this.numberBefore(list === null ? null : { list, level }, style);
    return BARE.test(text) ? text : number + text;
  }

  private setHeading(level: number): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && level <= 6) paragraph.headingLevel = level;
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    this.paragraphCount++;
    this.place({
      kind: 'paragraph',
      text: withoutSpaces(this.printed(paragraph)),
      headingLevel: paragraph.headingLevel,
      locator: `paragraph ${this.paragraphCount}`,
    });
  }

  private closeTable(): void {
    for (const block of this.tables.pop()?.blocks() ?? []) this.place(block);
  }

  /** A block belongs to the cell it stands in; a text box inside a paragraph comes before that paragraph's own text. */
  private place(block: Block): void {
    const table = this.tables.at(-1);
    if (table?.inCell) table.place(block);
    else if (block.kind === 'grid' || block.text !== '') this.blocks.push(block);
  }

  private note(code: string, ZH: string, EN: string): void {
    if (!this.notes.has(code)) this.notes.set(code, { code, message: { ZH, EN }, locator: null });
  }

  result(): { blocks: Block[]; notes: PageNote[] } {
    return { blocks: withTabTables(this.blocks), notes: [...this.notes.values()] };
  }
}
