import type { Attributes, XmlHandler } from './xml.js';

/** A paragraph's place in a list: which list, and how deep in it (0 to 8). */
export interface ListPlace {
  list: string;
  level: number;
}

interface Level {
  start: number;
  format: string;
  /** What is printed; %1 to %9 stand for the numbers of the levels. */
  text: string;
}

const LEVELS = 9;
const DIGITS = '〇一二三四五六七八九';

/** 1 to 99 as Chinese numerals: 十二. */
function chinese(n: number): string {
  if (n > 99 || n < 0) return String(n);
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

const letter = (n: number): string => String.fromCharCode(0x61 + ((n - 1) % 26));

const FORMATS: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => String(n),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  ideographDigital: chinese,
  decimalEnclosedCircle: (n) => (n <= 20 ? String.fromCodePoint(0x245f + n) : String(n)),
  decimalEnclosedCircleChinese: (n) => (n <= 20 ? String.fromCodePoint(0x245f + n) : String(n)),
  lowerLetter: letter,
  upperLetter: (n) => letter(n).toUpperCase(),
};

/** The lists of `word/numbering.xml` and how far each has come; a document without the part has none. */
export class Numbering implements XmlHandler {
  /** By abstract list, its levels. */
  private readonly levels = new Map<string, (Level | undefined)[]>();
  /** By list: its abstract list, and the starts that it sets anew. */
  private readonly lists = new Map<string, { abstract: string; starts: Map<number, number> }>();
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();
  private abstract = '';
  private list = '';
  private at = 0;

  open(name: string, a: Attributes): void {
    const value = a['w:val'] ?? '';
    if (name === 'w:abstractNum') {
      this.abstract = a['w:abstractNumId'] ?? '';
      this.list = '';
      this.levels.set(this.abstract, []);
    } else if (name === 'w:num') {
      this.list = a['w:numId'] ?? '';
    } else if (name === 'w:abstractNumId' && this.list !== '') {
      this.lists.set(this.list, { abstract: value, starts: new Map() });
    } else if (name === 'w:lvlOverride') {
      this.at = Number(a['w:ilvl'] ?? 0);
    } else if (name === 'w:startOverride') {
      this.lists.get(this.list)?.starts.set(this.at, Number(value));
    } else if (this.list === '') this.openLevel(name, value, a);
  }

  private openLevel(name: string, value: string, a: Attributes): void {
    const levels = this.levels.get(this.abstract) ?? [];
    if (name === 'w:lvl') {
      this.at = Number(a['w:ilvl'] ?? 0);
      if (this.at < LEVELS) levels[this.at] = { start: 1, format: 'decimal', text: '' };
    }
    const level = levels[this.at];
    if (!level) return;
    if (name === 'w:start') level.start = Number(value);
    else if (name === 'w:numFmt') level.format = value;
    else if (name === 'w:lvlText') level.text = value;
  }

  close(): void {
    // Elements need no end: each opens by its own name.
  }

  text(): void {
    // The part has no text.
  }

  /** What is printed before the next paragraph of a list; empty for a bullet or where the list is not known. */
  next({ list, level }: ListPlace): string {
    const known = this.lists.get(list);
    const levels = this.levels.get(known?.abstract ?? '');
    const own = levels?.[level];
    if (!known || !levels || !own) return '';
    this.count(known, list, level, levels);
    if (FORMATS[own.format] === undefined) return '';
    const counts = this.counts.get(known.abstract) ?? [];
    return own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const i = Number(digit) - 1;
      const format = FORMATS[levels[i]?.format ?? ''] ?? String;
      return format(counts[i] ?? levels[i]?.start ?? 1);
    });
  }

  /** Lists of one abstract list go on counting from each other, unless one sets its start. */
  private count(
    { abstract, starts }: { abstract: string; starts: ReadonlyMap<number, number> },
    list: string,
    level: number,
    levels: readonly (Level | undefined)[],
  ): void {
    const counts = this.counts.get(abstract) ?? [];
    this.counts.set(abstract, counts);
    const anew = starts.get(level);
    const isFirst = !this.begun.has(`${list} ${level}`);
    this.begun.add(`${list} ${level}`);
    const before = counts[level];
    if (anew !== undefined && isFirst) counts[level] = anew;
    else counts[level] = before === undefined ? (levels[level]?.start ?? 1) : before + 1;
    counts.length = level + 1;
  }
}
