import type { Grid, Paragraph } from '../page.js';
import { Furniture } from './html-furniture.js';
import { isBlock, isElement, isSilent, isText, maybeCell } from './html-node.js';
import type { Element, Node } from './html-node.js';
import { gridOf, tableParts } from './html-parts.js';
import { ownText, TextLines, typedLines } from './html-text.js';
import { reportLink } from './html-links.js';

/** A node to read, or something to do when those before it are read. */
type Step = Node | (() => void);

/** Reads a tree in document order into paragraphs and tables, without recursion. */
export class FlowReader {
  readonly blocks: (Paragraph | Grid)[] = [];
  readonly links: { text: string; href: string }[] = [];
  private readonly lines = new TextLines();
  private readonly furniture = new Furniture();
  private readonly stack: Step[] = [];
  private headingLevel: number | null = null;
  private paragraphs = 0;
  /** How many blocks there were when a line was last broken. */
  private broken = -1;
  private tables = 0;

  /** Texts of navigation, footers and the like, which are no part of the document. */
  get furnitureTexts(): readonly string[] {
    return this.furniture.texts;
  }

  read(root: Node): void {
    this.stack.push(root);
    for (let step = this.stack.pop(); step; step = this.stack.pop()) {
      if (typeof step === 'function') step();
      else this.readNode(step);
    }
    this.flush();
  }

  private readNode(node: Node): void {
    if (isText(node)) this.lines.append(node.value);
    else if (isElement(node)) this.readElement(node);
    else if (node.nodeName === '#document' && 'childNodes' in node) this.pushAll(node.childNodes);
  }

  private readElement(element: Element): void {
    if (isSilent(element) || this.furniture.takes(element)) return;
    if (element.tagName === 'a') this.noteLink(element);
    if (element.tagName === 'table') this.readTable(element);
    else if (element.tagName === 'br') this.breakLine();
    else if (element.tagName === 'pre') this.readPreformatted(element);
    else if (isBlock(element)) this.readBlock(element);
    else {
      const own = ownText(element);
      if (own !== null) this.lines.append(own);
      this.pushAll(element.childNodes);
    }
  }

  private readBlock(element: Element): void {
    this.flush();
    const heading = /^h[1-6]$/.exec(element.tagName);
    const outer = this.headingLevel;
    const before = this.blocks.length;
    if (heading) this.headingLevel = Number(element.tagName[1]);
    this.stack.push(() => {
      this.flush();
      this.headingLevel = outer;
      if (this.blocks.length === before && maybeCell(element)) this.addEmpty();
    });
    this.pushAll(element.childNodes);
  }

  /** Lines as they were typed, with their tabs. */
  private readPreformatted(element: Element): void {
    this.flush();
    for (const line of typedLines(element)) this.addParagraph(line);
  }

  /** Rows of figures become a grid, rows that frame text or other tables are read like any text. */
  private readTable(table: Element): void {
    this.flush();
    const parts = tableParts(table, `table ${this.tables + 1}`);
    let number: number | null = null;
    const steps: (() => void)[] = [() => this.flush()];
    for (const part of parts) {
      if (part.kind === 'text') {
        steps.push(() => {
          this.flush();
          this.pushAll(part.nodes);
        });
      } else {
        number ??= ++this.tables;
        const grid = gridOf(part, `table ${number}`);
        steps.push(() => {
          this.flush();
          this.blocks.push(grid);
        });
      }
    }
    steps.push(() => this.flush());
    this.pushAll(steps);
  }

  private noteLink(element: Element): void {
    const link = reportLink(element);
    if (link && this.links.length < 200) this.links.push(link);
  }

  private pushAll(steps: readonly Step[]): void {
    for (let i = steps.length - 1; i >= 0; i--) {
      const step = steps[i];
      if (step) this.stack.push(step);
    }
  }

  private flush(): void {
    for (const text of this.lines.take().split('\n')) this.addParagraph(text);
  }

  /** Ends a line; an empty one may be an empty cell. */
  private breakLine(): void {
    const before = this.blocks.length;
    this.flush();
    if (this.blocks.length === before && this.broken === before) this.addEmpty();
    this.broken = this.blocks.length;
  }

  private addEmpty(): void {
    const locator = `paragraph ${this.paragraphs}`;
    this.blocks.push({ kind: 'paragraph', text: '', headingLevel: null, locator });
  }

  private addParagraph(text: string): void {
    if (text.trim() === '') return;
    const locator = `paragraph ${++this.paragraphs}`;
    this.blocks.push({ kind: 'paragraph', text, headingLevel: this.headingLevel, locator });
  }
}
