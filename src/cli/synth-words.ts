import type { Language } from '../format/form.js';

/** What `nianbao synth` says, in each language. */
export const synthWords = {
  synth: {
    ZH: '生成全国规模的模拟报告并入库，或写成文件，用于测试和测速',
    EN: 'make synthetic reports of the national shape and file them, or write them as files, for tests and measurements',
  },
  reports: { ZH: '报告份数', EN: 'how many reports' },
  seed: { ZH: '种子：种子相同则报告相同', EN: 'the same seed makes the same reports' },
  to: {
    ZH: '不入库，写成文件：文件夹（网页和清单 manifest.csv），或以 .ndjson 结尾的文件（同 parse 的输出）',
    EN: 'file nothing, write them: pages and manifest.csv into a folder, or into a file ending in .ndjson what parse prints',
  },
  own: {
    ZH: '\n须使用单独的数据库：已有其他报告的数据库不予写入。',
    EN: '\nIt needs a database of its own: one that holds other reports is refused.',
  },
  made: (reports: number, seed: string): Record<Language, string> => ({
    ZH: `已入库模拟报告 ${reports} 份（种子 ${seed}）。`,
    EN: `Filed ${reports} synthetic reports (seed ${seed}).`,
  }),
  written: (reports: number, seed: string, path: string): Record<Language, string> => ({
    ZH: `已写出模拟报告 ${reports} 份（种子 ${seed}）：${path}`,
    EN: `Wrote ${reports} synthetic reports (seed ${seed}) to ${path}.`,
  }),
} as const;
