import type { Edition } from '../../format/form.js';
import type { ReportScope, ReportSection, Statement } from '../../format/report.js';
import { sections as sectionsOfForm } from '../../format/sections.js';
import { Random } from './random.js';
import type { SynthAgency } from './roster.js';
import type { YearFigures } from './year-figures.js';

/** The text of a report, in which every number is that of its tables. */

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const EFFORTS: readonly [string, ...string[]] = [
  '全面落实条例要求，坚持以公开为常态、不公开为例外',
  '围绕中心工作，持续做好重点领域信息公开',
  '健全工作机制，规范办理流程，政务公开水平稳步提升',
  '以群众关切为导向，扎实推进决策、执行、管理、服务、结果公开',
];
const PROBLEMS: readonly [string, ...string[]] = [
  '公开的及时性还有差距，个别栏目更新不够快',
  '政策解读形式较为单一，图解和视频偏少',
  '基层工作人员变动频繁，业务培训跟不上',
  '依申请公开的答复说理不够充分',
  '部分信息的分类与标引不够规范',
  '公开内容与群众期待还有距离',
];
const REMEDIES: readonly [string, ...string[]] = [
  '已建立栏目更新提醒和每月抽查制度',
  '已组织专题培训两次，并将答复文本纳入法制审核',
  '已制定解读工作指引，重要文件与解读同步发布',
  '已修订公开指南和目录，重新梳理历史信息',
  '已明确专人负责，定期通报办理情况',
];

export interface Prose {
  sections: ReportSection[];
  statements: Statement[];
}

const told = (figures: YearFigures): Statement[] => {
  const [received, carriedIn, completed, carriedOut] = [
    figures.received,
    figures.carriedIn,
    figures.completed,
    figures.carriedOut,
  ].map((counts) => String(sum(counts)));
  const sentence = `全年新收申请${received ?? ''}件，上年结转${carriedIn ?? ''}件，办结${completed ?? ''}件，结转下年度${carriedOut ?? ''}件。`;
  return [
    { metric: 'REQUESTS_RECEIVED', value: received ?? '0', sentence },
    { metric: 'REQUESTS_CARRIED_IN', value: carriedIn ?? '0', sentence },
    { metric: 'REQUESTS_COMPLETED', value: completed ?? '0', sentence },
    { metric: 'REQUESTS_CARRIED_OUT', value: carriedOut ?? '0', sentence },
  ];
};

const subjectOf = (agency: SynthAgency, scope: ReportScope): string => {
  if (scope === 'REGION_CONSOLIDATED') return `${agency.name}及所属各部门、各下级政府`;
  return agency.kind === 'GOVERNMENT' && agency.level !== 'TOWNSHIP'
    ? `${agency.name}及其办公室`
    : agency.name;
};

/** Six sections; those of the tables hold nothing beside them. */
export const proseOf = (
  agency: SynthAgency,
  figures: YearFigures,
  scope: ReportScope,
  edition: Edition,
  random: Random,
): Prose => {
  const { year } = figures;
  const statements = told(figures);
  const website = `主动公开方面，通过政府网站公开信息${figures.published}条。`;
  const texts: Readonly<Record<number, string>> = {
    1:
      `${year}年，${subjectOf(agency, scope)}${random.pick(EFFORTS)}。` +
      `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。\n` +
      `${website}\n${statements[0]?.sentence ?? ''}\n${supervisionOf(agency, random)}`,
    5:
      `存在的问题：${random.pick(PROBLEMS)}。改进情况：${random.pick(REMEDIES)}。` +
      `下一步将${random.pick(EFFORTS)}。`,
    6:
      edition === 'E2021'
        ? `${year}年未收取信息处理费，没有其他需要报告的事项。`
        : '没有其他需要报告的事项。',
  };
  return {
    sections: sectionsOfForm.map(({ ordinal, label }) => ({
      ordinal,
      heading: label.zh,
      text: texts[ordinal] ?? '',
    })),
    statements: [
      { metric: 'PROACTIVE_WEBSITE', value: String(figures.published), sentence: website },
      ...statements,
    ],
  };
};

/** What the Regulation asks of governments (art. 50 (4)), others tell more briefly. */
const supervisionOf = (agency: SynthAgency, random: Random): string => {
  if (agency.level === 'TOWNSHIP') return '明确专人负责，接受群众监督。';
  const score = random.int(86, 98);
  return `政务公开纳入年度考核，社会评议满意度为${score}%，没有发生需要责任追究的情形。`;
};
