import type { FilledCell, ReportSection } from '../format/report.js';
import { plainText } from './facts/plain.js';
import type { Line } from './facts/plain.js';
import type { Facts } from './facts/read-facts.js';
import { splitTitle } from './facts/title-parts.js';
import { IngestError } from './ingest-error.js';
import type { Page } from './page.js';

/** What is known of a paper when it is asked what it is. */
interface Paper {
  page: Page;
  facts: Facts;
  sections: readonly ReportSection[];
  /** What it calls itself: its title, its <title>, its first headings. */
  headlines: readonly string[];
  /** Cells of the form that are printed, and those that state a number. */
  printed: number;
  stated: number;
  /** Characters of text in its sections. */
  prose: number;
  lines: readonly Line[];
}

/** Why a paper is no annual report; null where it may be one. */
type Reason = (paper: Paper) => string | null;

/** A table or two with numbers in them. */
const FILLED = 10;

const headline = (paper: Paper, pattern: RegExp): string | undefined =>
  paper.headlines.find((h) => pattern.test(h));

const PART_OF_YEAR = /半年|季度|季报|月报|[1-9]\d?月份|1[-—－至~]([369])月/;
const PERIOD_OF_PART =
  /(?:期限|时间|周期|期间).{0,12}0?1月0?1日.{0,8}?(?:20\d\d年)?0?(?:3月31|6月30|9月30)日/;

const partOfYear: Reason = (paper) => {
  const title = headline(paper, PART_OF_YEAR);
  if (title) return `It reports on a part of a year: ${title}`;
  const early = paper.lines.some((l) => !l.inGrid && PERIOD_OF_PART.test(l.plain));
  return early ? 'Its statistics end before the year does' : null;
};

const interpretation: Reason = (paper) => {
  const title = headline(paper, /解读|解析|图解|一图读懂|一图看懂|问答/);
  return title ? `It is an interpretation of a report: ${title}` : null;
};

/** An order to write reports, also where the blank form is attached. */
const order: Reason = (paper) => {
  const title = headline(
    paper,
    /(?:做好|开展|组织|编制|报送|填报|加强|规范|培训|核查|检查|通报|督查|评估).*(?:通知|通报|方案|公告|函|意见)/,
  );
  return title ? `It is a notice about reports: ${title}` : null;
};

const letter: Reason = (paper) => {
  const title = headline(
    paper,
    /(?:通知|公告|通告|函|批复|请示|说明|指南|目录|办法|要点|方案|总结|计划)(?:[（(].*[）)])?$/,
  );
  return title && paper.stated < FILLED ? `It is a paper about a report, not one: ${title}` : null;
};

const school: Reason = (paper) => {
  const title = headline(paper, /学年/);
  return title && paper.stated < FILLED
    ? `It reports on a school year, by other rules: ${title}`
    : null;
};

const FORMAT = /报告(?:的)?(?:格式|模板|样式|范本|样表|提纲)/;
const PLACEHOLDER =
  /[×✕╳＊*○◯]{2,}|[Xx]{2,}[\p{Script=Han}（(]|_{2,}|＿{2,}|20(?:[XＸx×_]{2}|○○)年?|[（(](?:单位名称|填报单位|机关名称|单位全称)[）)]|某某/u;

const template: Reason = (paper) => {
  const { facts, printed, stated } = paper;
  const format = headline(paper, FORMAT);
  if (format && stated < FILLED) return `It is the form or a model of a report: ${format}`;
  if (printed === 0 || stated > 0) return null;
  const placeholder =
    PLACEHOLDER.test(paper.headlines.join('\n')) ||
    paper.lines.slice(0, 60).some((l) => PLACEHOLDER.test(l.plain.slice(0, 600)));
  const nameless = facts.agency === null && (placeholder || paper.prose < 120);
  const named = facts.agency !== null && !placeholder;
  return nameless || (placeholder && !named)
    ? 'It is the blank form: no organ and no numbers are filled in'
    : null;
};

/** Pages that only list or carry reports. */
const wrapper: Reason = (paper) => {
  if (paper.printed > 0 || paper.prose >= 200) return null;
  const { links } = paper.page.hints;
  const reports = links.filter((l) => splitTitle(l.text).named);
  if (reports.length >= 3) return 'It is a list of reports, see the links';
  return links.length > 0 ? 'The report is only attached to this page, see the links' : null;
};

const otherSubject: Reason = (paper) => {
  if (paper.printed > 0) return null;
  const known = paper.sections.filter((s) => s.ordinal <= 6);
  const named = paper.headlines.some((h) => splitTitle(h).named);
  if (named && (known.length >= 2 || paper.prose >= 200)) return null;
  if (known.length >= 4) return null;
  const [title] = paper.headlines;
  return title
    ? `It is a paper on another subject: ${title}`
    : 'It has neither the title nor the tables of the report';
};

const reasons: readonly Reason[] = [
  partOfYear,
  interpretation,
  order,
  letter,
  school,
  template,
  wrapper,
  otherSubject,
];

/**
 * Lets annual reports pass, however odd, and refuses papers that only look like one.
 * @throws IngestError NOT_A_REPORT with a sentence that says why, and the links of a page that only carries the report
 */
export function refuseOtherPapers(
  page: Page,
  facts: Facts,
  sections: readonly ReportSection[],
  cells: readonly FilledCell[],
  lines: readonly Line[],
): void {
  const paper: Paper = {
    page,
    facts,
    sections,
    headlines: headlinesOf(page, facts),
    printed: cells.filter((c) => c.status !== 'ABSENT').length,
    stated: cells.filter((c) => c.value !== null).length,
    prose: sections.reduce((n, s) => n + s.text.length, 0),
    lines,
  };
  for (const reason of reasons) {
    const why = reason(paper);
    if (why !== null) throw new IngestError('NOT_A_REPORT', `${why}.`, null, page.hints.links);
  }
}

/** The title of the report where one was found, and what else could be it; no sentences. */
function headlinesOf(page: Page, facts: Facts): string[] {
  const { meta, titles } = page.hints;
  const heading = page.blocks.find((b) => b.kind === 'paragraph' && (b.headingLevel ?? 9) <= 2);
  const first = page.blocks.find((b) => b.kind === 'paragraph');
  const others = [heading, first].map((b) => (b?.kind === 'paragraph' ? b.text : ''));
  const all = [facts.title ?? '', meta['articletitle'] ?? '', ...titles, ...others];
  const plain = all.map((text) => plainText(text.slice(0, 300)));
  return [...new Set(plain.filter((t) => t.length >= 4 && t.length < 100 && !SENTENCE.test(t)))];
}

const SENTENCE = /[。；]|^(?:根据|依据|按照|本报告|现将|现公布|为)/;
