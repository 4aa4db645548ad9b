import type { ChainVerdict } from '../accounts/audit-chain.js';
import type { Language } from '../format/form.js';

type Words = Record<Language, string>;

const faults: Record<NonNullable<ChainVerdict['broken']>['reason'], Words> = {
  CHANGED: { ZH: '内容已被改动', EN: 'was changed' },
  MISSING: { ZH: '已被删除', EN: 'was removed' },
  LINK_MISSING: { ZH: '之前的封存记录已被删除', EN: 'has lost the links before it' },
};

/** What `nianbao audit` says, in each language. */
export const auditWords = {
  audit: { ZH: '审计日志', EN: 'the audit log' },
  verify: {
    ZH: '重算审计日志的哈希链，指出第一条被改动的记录',
    EN: 'reckon the chain of hashes over the audit log again and name the first entry that was changed',
  },
  exit: {
    ZH: '\n退出状态：0 完好；1 链已断；2 用法错误。',
    EN: '\nExit status: 0 whole, 1 the chain is broken, 2 wrong usage.',
  },
  whole: ({ sealed, unsealed, head }: ChainVerdict): Words => ({
    ZH: `已封存 ${sealed} 条，全部完好；未封存 ${unsealed} 条；链尾 ${head}`,
    EN: `${sealed} entries are sealed and whole, ${unsealed} not sealed yet; head ${head}`,
  }),
  broken: (broken: NonNullable<ChainVerdict['broken']>, unsealed: number): Words => ({
    ZH: `第 ${broken.position} 条（audit_entry ${broken.entryId}）${faults[broken.reason].ZH}；未封存 ${unsealed} 条`,
    EN: `link ${broken.position}: audit_entry ${broken.entryId} ${faults[broken.reason].EN}; ${unsealed} entries not sealed yet`,
  }),
} as const;
