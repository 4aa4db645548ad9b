import type { Consolidated, MemberProblem } from '../filing/consolidate/consolidate.js';
import type { MovedCell, Staleness } from '../filing/consolidate/staleness.js';
import type { Language } from '../format/form.js';
import { placeWithTable } from '../format/place.js';

type Words = Record<Language, string>;

/** What `nianbao consolidate` says, in each language. */
export const consolidateWords = {
  consolidate: {
    ZH: '把名册各成员单位已接收、已公布的报告汇总为本级政府或本行政区域报告（草稿），并逐项核对',
    EN: 'add up the accepted and published reports of the roster’s members into a draft of the government’s consolidated report, and check it',
  },
  scope: { ZH: '汇总范围', EN: 'what to add up to' },
  by: { ZH: '汇总者姓名，载入记录', EN: 'name of the person, kept on record' },
  why: { ZH: '理由，载入记录', EN: 'the reason, kept on record' },
  override: {
    ZH: '“机关=理由”：该成员单位缺报或勾稽不符，仍予汇总；可多次',
    EN: 'AGENCY=REASON: add up although this member is missing or fails; can be given several times',
  },
  asOf: {
    ZH: '按此日终了时的报告状态汇总',
    EN: 'with the reports as they stood at the end of this day',
  },
  check: {
    ZH: '只查看上次汇总后有何变动，不作汇总',
    EN: 'only say what has changed since the last one was made',
  },
  exit: {
    ZH: '\n退出状态：0 已汇总（--check：无变动）；1 未汇总（--check：有变动）；2 用法错误。',
    EN: '\nExit status: 0 added up (--check: nothing changed), 1 not (--check: something changed), 2 wrong usage.',
  },
  authorUsage: {
    ZH: '请写明 --by（姓名）和 --why（理由）。',
    EN: 'Say --by NAME and --why TEXT.',
  },
  usage: { ZH: '--override 应写作“机关=理由”。', EN: 'Write --override AGENCY=REASON.' },
  none: { ZH: '尚无此汇总。', EN: 'It has not been added up yet.' },
  fresh: { ZH: '汇总后无变动。', EN: 'Nothing has changed since.' },
} as const satisfies Record<string, Words>;

export const problemLine = ({ agency, problem, checks }: MemberProblem): Words =>
  problem === 'MISSING'
    ? {
        ZH: `${agency}：没有已接收或已公布的报告`,
        EN: `${agency}: no accepted or published report`,
      }
    : { ZH: `${agency}：未通过 ${checks.join('、')}`, EN: `${agency}: fails ${checks.join(', ')}` };

export const problemsTold = (count: number): Words => ({
  ZH: `未汇总：${count} 个成员单位缺报或勾稽不符；处理后再汇总，或以 --override 说明理由。`,
  EN: `Not added up: ${count} members are missing or failing; mend that, or give reasons with --override.`,
});

export const consolidatedTold = ({ kind, members, overrides, revision }: Consolidated): Words => ({
  ZH: `${kind === 'UNCHANGED' ? '与上次相同' : '已汇总'}：${members} 个成员单位，${overrides.length} 项特别决定，版本 ${revision}。`,
  EN: `${kind === 'UNCHANGED' ? 'The same as before' : 'Added up'}: ${members} members, ${overrides.length} overridden, revision ${revision}.`,
});

export const staleTold = ({ members, cells }: Staleness): Words => ({
  ZH: `汇总后有变动：${members.map(({ agency }) => agency).join('、')}；${cells.length} 格随之变动。`,
  EN: `Changed since: ${members.map(({ agency }) => agency).join(', ')}; ${cells.length} cells move.`,
});

export const movedLine = ({ was, is, ...cell }: MovedCell): Words => {
  const place = placeWithTable(cell);
  return {
    ZH: `  ${place.ZH}：${was ?? '空'} → ${is ?? '空'}`,
    EN: `  ${place.EN}: ${was ?? 'blank'} → ${is ?? 'blank'}`,
  };
};
