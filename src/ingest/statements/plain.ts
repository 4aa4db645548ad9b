import { toSimplified } from '../../format/traditional.js';

/** Prose in the form in which it is read, with the way back to what is printed. */
export interface Plain {
  /** Simplified, of one width, without spaces; a line break stands where a line ends a sentence or is a heading. */
  text: string;
  /** For each character its place in the printed text. */
  at: readonly number[];
}

/** 申(shēn)请: readings in brackets that copies insert. */
const READING = /[(（][a-zà-üāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\s]{1,12}[)）]/giu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/;
const ENDS_SENTENCE = /[。！？；;!?：:]/;
/** A line that is a heading is not continued by the next one. */
const HEADING =
  /^(?:[（(]?[一二三四五六七八九十]{1,2}[）)、.．]|第[一二三四五六七八九十]部分)[^。，,；;\d]{1,30}$/u;
const LATIN = /[0-9A-Za-z]/;

/** @param raw prose as printed, of one or more lines */
export function plainOf(raw: string): Plain {
  const readings = [...raw.matchAll(READING)].map((m) => [m.index, m.index + m[0].length] as const);
  const breaks = lineEnds(raw);
  const at: number[] = [];
  let text = '';
  let skip = 0;
  for (let i = 0; i < raw.length; i++) {
    const reading = readings[skip];
    if (reading && i >= reading[0]) {
      if (i === reading[1] - 1) skip++;
      continue;
    }
    const printed = raw.charAt(i);
    if (INVISIBLE.test(printed)) continue;
    if (/\s/.test(printed)) {
      const mark = breaks.has(i) ? '\n' : betweenLatin(raw, i) ? ' ' : '';
      if (mark === '' || text.endsWith(mark)) continue;
      text += mark;
      at.push(i);
      continue;
    }
    for (const character of toSimplified(printed).normalize('NFKC')) {
      text += character;
      for (let unit = 0; unit < character.length; unit++) at.push(i);
    }
  }
  // 資訊 is what mirrors in Taiwan's vocabulary make of 信息.
  return { text: text.replaceAll('资讯', '信息'), at };
}

/** Line breaks that end a sentence; others only wrap it. */
function lineEnds(raw: string): ReadonlySet<number> {
  const ends = new Set<number>();
  let from = 0;
  for (let i = raw.indexOf('\n'); i >= 0; i = raw.indexOf('\n', i + 1)) {
    const line = raw.slice(from, i).trim();
    if (ENDS_SENTENCE.test(line.slice(-1)) || HEADING.test(line.replace(/\s/g, ''))) ends.add(i);
    from = i + 1;
  }
  return ends;
}

/** A space between digits or Latin letters may mean something, between Chinese characters it never does. */
function betweenLatin(raw: string, i: number): boolean {
  const before = raw.slice(0, i).trimEnd().slice(-1).normalize('NFKC');
  const after = raw.slice(i).trimStart().slice(0, 1).normalize('NFKC');
  return LATIN.test(before) && LATIN.test(after);
}
