import type { PageHints } from '../page.js';
import { isAgencyName, namesAPlace, trimName } from './agency-name.js';
import { plainText } from './plain.js';
import type { Line } from './plain.js';
import { splitTitle } from './title-parts.js';
import type { Title } from './title.js';

/** Metadata that names the organ that published the page, the surest first. */
const META = ['contentsource', 'source', 'author', 'publisher', 'department', 'sitename'];
const SOURCE =
  /(?:信息来源|发布机构|发布单位|发文机关|公开机构|公开主体|发文单位|制作机关|编制单位|报送单位|填报单位|单位名称|来源|责任单位)[:：】\]]?/;
/** What organs do in the first sentences of their reports. */
const VERBS =
  '坚持|认真|依法|按照|深入|严格|高度|紧紧|紧密|全面|积极|始终|持续|进一步|主动|深化|贯彻|扎实|切实|以习近平|共收到|未收到|不断|大力|充分|着力|结合|牢固|立足|根据';
const STATED = [
  /(?:编制|编写|撰写|制作|公布|发布)(?:了|并\D{0,6})?[《“]?([^，。；《》“\d]{2,40}?)20\d\d年度?(?:政府|政务)?信息公开/,
  /现(?:将|公布|发布|公开|向社会公布|予以公布)(.{2,60}?)(?:(?<=.{4})20\d\d年|(?:政府|政务)?信息公开)/,
  /(?:由|系)([^，。；《]{2,40}?)(?:按照|依据|根据|负责|编制|编写|撰写)/,
  /^([^，。；《]{2,40}?)(?:根据|依据|按照|依照)《/,
  /(?:请|可)?(?:与|向|同|联系)([^，。；]{2,40}?)(?:联系|咨询|反映)/,
  /联系[:：]([^，。；:：]{2,40}?)[，。；（(]/,
  new RegExp(`^20\\d\\d年(?:度|以来)?[，,]?([^，,。；]{3,30}?)(?:${VERBS}|在|共)`),
  new RegExp(`[，,。]([^，,。；、在的为]{3,24}?)(?:${VERBS})`),
];

/** Commas as Chinese text has them, also where a copy has those of other scripts. */
const wideMarks = (plain: string): string => plain.replace(/,/g, '，').replace(/;/g, '；');

/** Names of organs in the text and around it, the surest first. */
export function namesInText(lines: readonly Line[], hints: PageHints): string[] {
  const found: string[] = [];
  const add = (text: string | undefined): void => {
    const name = trimName(plainText(text ?? '').replace(/^20\d\d年度?|20\d\d年度?$/g, ''));
    if (isAgencyName(name)) found.push(name);
  };
  const prose = lines.filter((l) => !l.inGrid).slice(0, 80);
  for (const pattern of STATED)
    for (const { plain } of prose) add(pattern.exec(wideMarks(plain.slice(0, 600)))?.[1]);
  for (const name of META) add(hints.meta[name]);
  for (const [index, { text, plain }] of lines.entries()) {
    if (plain.length > 300) continue;
    const source = SOURCE.exec(text);
    if (!source) continue;
    const rest = text.slice(source.index + source[0].length).trim();
    add(rest === '' ? lines[index + 1]?.text : /^[^\s　|｜]+/.exec(rest)?.[0]);
  }
  for (const { plain } of [...prose.slice(0, 12), ...lines.slice(-3)]) add(plain);
  for (const title of hints.titles) for (const part of title.split(/[_|]|\s*[-–—]+\s*/)) add(part);
  for (const text of hints.furniture ?? []) add(/主办(?:单位)?[:：]?([^\s　]+)/.exec(text)?.[1]);
  return found;
}

/**
 * The organ whose report it is, as a careful person names it: from the title, completed by the text where the title
 * shortens it, without white space.
 */
export function agencyOf(
  title: Title | null,
  lines: readonly Line[],
  hints: PageHints,
): string | null {
  const inHead = [hints.meta['articletitle'], ...hints.titles].map(
    (t) => splitTitle(t ?? '').agency,
  );
  const named = title?.agency ?? inHead.find((a) => a !== null) ?? null;
  const inText = namesInText(lines, hints);
  if (named !== null && isWhole(named)) return withRegion(named, inText);
  if (named !== null) return completed(named, inText);
  const first = inText.find((n) => !namesAPlace(n)) ?? inText[0] ?? governmentOf(lines);
  return first !== null && BEHEADED.test(first) ? completed(first, inText) : first;
}

/** 我县 beside 吴起县人民政府门户网站: the government whose website carries the report. */
function governmentOf(lines: readonly Line[]): string | null {
  const texts = lines.slice(0, 80).map((l) => l.plain);
  const level = texts
    .map((t) => /我([省市州盟县区旗镇乡])/.exec(t)?.[1])
    .find((l) => l !== undefined);
  if (level === undefined) return null;
  const site = new RegExp(
    `(?:[在从到]|登录)(\\p{Script=Han}{1,8}${level}人民政府)(?:门户|官方)?网`,
    'u',
  );
  return texts.map((t) => site.exec(t)?.[1]).find((name) => name !== undefined) ?? null;
}

/** The regions above that the text puts before the name, also where its office speaks: 洪泽区人民政府 → 淮安市洪泽区人民政府. */
function withRegion(name: string, others: readonly string[]): string {
  for (const other of others) {
    const organ = other.endsWith(name) ? other : other.replace(/办公[室厅]$/, '');
    const before = organ.endsWith(name) ? organ.slice(0, -name.length) : '';
    if (REGIONS_ABOVE.test(before)) return organ;
  }
  return name;
}
const REGIONS_ABOVE = /^(?:\p{Script=Han}{2,8}(?:省|自治区|市|州|盟|地区)){1,2}$/u;

/** A name that neither lacks its region's nor is only a region's. */
const isWhole = (name: string): boolean => !BEHEADED.test(name) && !namesAPlace(name);
const BEHEADED = /^[省市州县区镇乡]/;
const AFTER_PLACE = /^(?:人民政府|办事处|人民政府办公室|管理委员会|管委会|政府)$/;

/** 县民政局 → 昌图县民政局, 佳荣里街道 → 佳荣里街道办事处, 云岭县 → 云岭县人民政府. */
function completed(name: string, others: readonly string[]): string {
  const longer = (end: string): string | undefined =>
    others.find((o) => o !== name && o.length - end.length <= 12 && o.endsWith(end));
  // 区政府国资局 is 浑南区国资局.
  const own = name.replace(/^[省市州县区镇乡](?:人民政府|政府)?/, '');
  const whole = longer(name) ?? (own.length > 2 ? longer(own) : undefined);
  if (BEHEADED.test(name) && whole && !BEHEADED.test(whole)) return whole;
  if (!namesAPlace(name)) return name;
  const organ = others.find((o) => o.startsWith(name) && AFTER_PLACE.test(o.slice(name.length)));
  if (organ) return organ;
  return /[省市州县区镇乡旗]$/.test(name) &&
    !/(?:新|园|开发|示范|景|实验|度假|高新|经济|管理|保税|工业)区$/.test(name)
    ? `${name}人民政府`
    : name;
}
