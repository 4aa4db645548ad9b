import type { Language } from '../format/form.js';

type Words = Record<Language, string>;

interface Counts {
  read: number;
  failed: number;
  ERROR: number;
  WARNING: number;
  INFO: number;
}

/** What `nianbao check` says, in each language. */
export const checkWords = {
  check: {
    ZH: '核对文件并用文字说明发现的问题；不需要服务器和数据库',
    EN: 'check files and say in sentences what was found; needs no server and no database',
  },
  files: { ZH: '年度报告文件，或装有这些文件的 ZIP', EN: 'report files, or a ZIP of them' },
  show: {
    ZH: '在终端显示三张表，标出有问题的单元格',
    EN: 'print the three tables with the cells in question marked',
  },
  status: {
    ZH: '\n退出状态：0 没有错误；1 有 ERROR 或有文件未读出；2 用法错误。',
    EN: '\nExit status: 0 no error was found, 1 an ERROR stands or a file was not read, 2 wrong usage.',
  },
  notRead: { ZH: '未读出', EN: 'not read:' },
  clean: { ZH: '未发现问题。', EN: 'Nothing was found.' },
  noAgency: { ZH: '（机关不明）', EN: '(no agency told)' },
  noYear: { ZH: '（年度不明）', EN: '(no year told)' },
  absent: { ZH: '（无此单元格）', EN: '(no such cell)' },
  more: (n: number): Words => ({ ZH: `另有 ${n} 个单元格`, EN: `and ${n} more cells` }),
  summary: (c: Counts): Words => ({
    ZH: `读出 ${c.read} 份，未读出 ${c.failed} 份；错误 ${c.ERROR}，警告 ${c.WARNING}，提示 ${c.INFO}。`,
    EN: `${c.read} read, ${c.failed} not read; ${c.ERROR} errors, ${c.WARNING} warnings, ${c.INFO} notes.`,
  }),
} as const;
