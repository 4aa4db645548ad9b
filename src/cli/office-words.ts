import type { AgenciesImported } from '../filing/agencies/import-agencies.js';
import type { Language } from '../format/form.js';
import type { RosterMade } from '../registry/roster/write-roster.js';
import type { MemberRecord } from '../rollup/members/member-list.js';
import type { ProgressCounts } from '../rollup/members/progress.js';

type Words = Record<Language, string>;

/** What `nianbao agencies`, `roster` and `missing` say, in each language. */
export const officeWords = {
  agencies: { ZH: '机关名录', EN: 'the agencies that are known' },
  agenciesImport: {
    ZH: '读入机关名录（CSV）：未登记的新建，已登记的按名录更新；有一行错误则全部不入库',
    EN: 'read agencies from a CSV: new ones are made, known ones brought up to date; one faulty line and nothing is kept',
  },
  agenciesExport: {
    ZH: '输出机关名录（CSV，UTF-8 带 BOM）',
    EN: 'print the agencies as CSV (UTF-8 with BOM)',
  },
  roster: {
    ZH: '报送名册：某地区某年度应报送的机关',
    EN: 'who must report to a region for a year',
  },
  rosterImport: {
    ZH: '读入名册（CSV）：agency, unifiedSocialCreditCode, region, scope, reportsTo, dueOn',
    EN: 'read the roster from a CSV: agency, unifiedSocialCreditCode, region, scope, reportsTo, dueOn',
  },
  rosterExport: { ZH: '输出名册（CSV）', EN: 'print the roster as CSV' },
  rosterMake: {
    ZH: '由上年名册（机构更名、合并、拆分的按沿革）或已登记机关生成名册',
    EN: 'make the roster from last year’s, renamed, merged and split agencies followed, or from the agencies known',
  },
  from: {
    ZH: 'LAST_YEAR：上年名册；AGENCIES：汇总归属本地区的已登记机关',
    EN: 'LAST_YEAR: last year’s roster; AGENCIES: the agencies that consolidate into the region',
  },
  departmentsBy: {
    ZH: '部门报送期限；不写则为次年 1 月 31 日',
    EN: 'day by which departments hand in; else 31 January',
  },
  governmentsBy: {
    ZH: '政府报送期限；不写则为次年 3 月 31 日',
    EN: 'day by which governments hand in; else 31 March',
  },
  missing: {
    ZH: '列出名册中尚未报送的机关及期限、逾期天数',
    EN: 'list the members that have not handed in, with their date and how late they are',
  },
  region: { ZH: '地区代码', EN: 'code of the region' },
  regionBeneath: {
    ZH: '地区代码：仅此地区及其下级',
    EN: 'code of a region: agencies of it and of what lies beneath alone',
  },
  year: { ZH: '报告年度', EN: 'the year reported on' },
  csv: { ZH: 'CSV 文件', EN: 'a CSV file' },
  output: { ZH: '写入文件而不是标准输出', EN: 'write to a file, not to standard output' },
  exit: {
    ZH: '\n退出状态：0 完成；1 未完成，原因见标准错误输出；2 用法错误。',
    EN: '\nExit status: 0 done, 1 not, standard error says why, 2 wrong usage.',
  },
  missingExit: {
    ZH: '\n退出状态：0 全部已报送；1 有未报送的；2 用法错误。',
    EN: '\nExit status: 0 all have handed in, 1 some have not, 2 wrong usage.',
  },
} as const satisfies Record<string, Words>;

export const agenciesTold = ({ created, known }: AgenciesImported): Words => ({
  ZH: `新建 ${created} 个机关，更新 ${known} 个。`,
  EN: `${created} agencies made, ${known} brought up to date.`,
});

export const rosterTold = ({ members, compared }: RosterMade): Words => ({
  ZH: `名册有 ${members} 个成员单位${compared > 0 ? `，其中 ${compared} 个已含于下级汇总，只作比对` : ''}。`,
  EN: `The roster has ${members} members${compared > 0 ? `, ${compared} of them held by another’s consolidated report and compared alone` : ''}.`,
});

export const missingLine = ({ name, scope, dueOn, daysLate }: MemberRecord): Words => ({
  ZH: `${name}（${scope}）：期限 ${dueOn}${daysLate > 0 ? `，已逾期 ${daysLate} 天` : ''}`,
  EN: `${name} (${scope}): due ${dueOn}${daysLate > 0 ? `, ${daysLate} days late` : ''}`,
});

export const progressTold = ({ expected, byStanding: n, late }: ProgressCounts): Words => ({
  ZH: `应报 ${expected}：未报 ${n.MISSING}，待审 ${n.SUBMITTED}，已退回 ${n.RETURNED}，已接收 ${n.ACCEPTED}，已公布 ${n.PUBLISHED}；逾期 ${late}。`,
  EN: `${expected} expected: ${n.MISSING} missing, ${n.SUBMITTED} submitted, ${n.RETURNED} returned, ${n.ACCEPTED} accepted, ${n.PUBLISHED} published; ${late} late.`,
});
