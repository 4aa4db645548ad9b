import type { Language } from '../format/form.js';

/** What `nianbao explain` says, in each language. */
export const explainWords = {
  explain: {
    ZH: '说明或排除一个问题；不给 FINDING 则列出报告的全部问题',
    EN: 'explain or dismiss a finding; without FINDING the findings of the report are listed',
  },
  finding: {
    ZH: '问题：所列的 id，或规则代码（仅有一处时），如 A1',
    EN: 'a finding: its id as listed, or the code of its check where only one has it, e.g. A1',
  },
  dismiss: {
    ZH: '排除：认定不是报告的错误（仍计入问题数）',
    EN: 'dismiss it: it is held to be no fault of the report (it is counted all the same)',
  },
  exit: {
    ZH: '\n退出状态：0 已说明或已列出；1 未说明，原因见标准错误输出；2 用法错误。',
    EN: '\nExit status: 0 explained or listed, 1 not, standard error says why, 2 wrong usage.',
  },
  usage: { ZH: '请给出 --by 和 --why。', EN: 'Give --by and --why.' },
  none: { ZH: '未发现问题。', EN: 'Nothing was found.' },
  explained: { ZH: '说明', EN: 'explained' },
  dismissed: { ZH: '排除', EN: 'dismissed' },
} as const satisfies Record<string, Record<Language, string>>;
