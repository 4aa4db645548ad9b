import type { ReportSection } from '../../format/report.js';
import { sections as formSections } from '../../format/sections.js';
import type { Line } from './plain.js';

/** A heading found in the text. */
interface Heading {
  ordinal: number | null;
  text: string;
  /** Text that follows on the same line. */
  rest: string;
  sure: boolean;
}

const NUMBER =
  /^(?:第?[一二三四五六七八九十]{1,2}(?:、|[.．,，]|部分[:：、]?)|[（(][一二三四五六七八九十][）)]、?|\d{1,2}[、.．])/;
const MAIN = /^第?[一二三四五六七八九十]{1,2}(?:、|[.．,，]|部分)/;
/** Lines that stand below an article on its page. */
const BEHIND =
  /^(?:打印|【?打印|关闭|【?关闭|上一篇|下一篇|上一条|下一条|扫一扫|分享|相关链接|相关附件|附件[:：]|附件下载|友情链接|主办|承办|版权所有|责任编辑|网站地图)/;

/** The section that a line begins, if it does. */
function headingOf(line: Line): Heading | null {
  const number = NUMBER.exec(line.plain)?.[0] ?? '';
  const whole = line.plain.slice(number.length);
  const end = whole.search(/[。：:；;]/);
  const text = end < 0 ? whole : whole.slice(0, end);
  if (text.length < 2 || text.length > 36) return null;
  const rest = end < 0 ? '' : whole.slice(end + 1);
  if (rest !== '' && !MAIN.test(number)) return null;
  const sure = formSections.find((s) => s.sure.test(text));
  if (sure) return { ordinal: sure.ordinal, text, rest, sure: true };
  if (!MAIN.test(number)) return null;
  const likely = formSections.find((s) => s.likely.test(text));
  return { ordinal: likely?.ordinal ?? null, text, rest, sure: false };
}

/**
 * The sections of the report with their texts; the six of the form have their ordinals, others count on from seven.
 * @param usedBlocks indexes of blocks that are tables of the form: their cells are no prose
 */
export function readSections(
  lines: readonly Line[],
  usedBlocks: ReadonlySet<number>,
): ReportSection[] {
  const found = new Map<string, { ordinal: number; heading: string; lines: string[] }>();
  let current: { lines: string[] } | null = null;
  let others = 6;
  for (const line of lines) {
    const used = usedBlocks.has(line.block);
    const candidate = headingOf(line);
    const heading = used && !candidate?.sure ? null : candidate;
    if (heading && !(heading.ordinal === null && current === null)) {
      const key = heading.ordinal === null ? heading.text : String(heading.ordinal);
      let section = found.get(key);
      if (!section) {
        section = { ordinal: heading.ordinal ?? ++others, heading: heading.text, lines: [] };
        found.set(key, section);
      }
      current = section;
      if (heading.rest) section.lines.push(heading.rest);
    } else if (current && BEHIND.test(line.plain)) break;
    else if (current && !used) current.lines.push(line.text);
  }
  return [...found.values()]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ ordinal, heading, lines }) => ({ ordinal, heading, text: lines.join('\n') }));
}
