import type { Language } from '../format/form.js';

/** What `nianbao synth` says, in each language. */
export const synthWords = {
  synth: {
    ZH: '生成全国规模的模拟报告并入库，用于测试和测速',
    EN: 'make synthetic reports of the national shape and file them, for tests and measurements',
  },
  reports: { ZH: '报告份数', EN: 'how many reports' },
  seed: { ZH: '种子：种子相同则报告相同', EN: 'the same seed makes the same reports' },
  own: {
    ZH: '\n须使用单独的数据库：已有其他报告的数据库不予写入。',
    EN: '\nIt needs a database of its own: one that holds other reports is refused.',
  },
  made: (reports: number, seed: string): Record<Language, string> => ({
    ZH: `已入库模拟报告 ${reports} 份（种子 ${seed}）。`,
    EN: `Filed ${reports} synthetic reports (seed ${seed}).`,
  }),
} as const;
