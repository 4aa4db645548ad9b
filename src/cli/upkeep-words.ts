import type { Language } from '../format/form.js';

type Words = Record<Language, string>;

interface Counts {
  lookedAt: number;
  changed: number;
  unread: number;
}

/** What `nianbao recheck` and `nianbao reread` say, in each language. */
export const upkeepWords = {
  recheck: {
    ZH: '用现行规则重新核对在库报告；先显示变化，加 --apply 才保存',
    EN: 'check stored reports by the rules of today; what would change is shown, --apply keeps it',
  },
  reread: {
    ZH: '用现行读取程序重新读取在库原件；先显示变化（报告、单元格、合计），加 --apply 才保存；人工更正保留',
    EN: 'read stored originals with the reader of today; which reports, cells and totals would change is shown, --apply keeps it; corrections stay',
  },
  apply: {
    ZH: '保存变化；中断后再次运行即继续',
    EN: 'keep the changes; after an interruption the next run goes on',
  },
  all: { ZH: '全部报告，不限于旧版本的', EN: 'all reports, not only those of an older version' },
  by: { ZH: '操作者姓名，记入审计日志', EN: 'name of the person, for the audit log' },
  exit: {
    ZH: '\n退出状态：0 完成；1 有原件读不出（保留原读数）；2 用法错误。',
    EN: '\nExit status: 0 done, 1 a document could not be read (what was read before stays), 2 wrong usage.',
  },
  goesOn: { ZH: '从上次中断处继续。', EN: 'Going on where the last run stopped.' },
  text: { ZH: '文字有变化', EN: 'the text differs' },
  places: (n: number): Words => ({
    ZH: `${n} 个单元格仅原文或位置有变化`,
    EN: `${n} cells differ in printed text or place alone`,
  }),
  lost: { ZH: '更正已无对应单元格', EN: 'a correction has no cell any more' },
  noCell: { ZH: '（无此单元格）', EN: '(no such cell)' },
  notRead: { ZH: '未读出', EN: 'not read:' },
  totals: { ZH: '合计的变化（已公布报告）：', EN: 'Totals that change (published reports):' },
  inReports: (n: number, stated: number): Words => ({
    ZH: `${n} 份报告${stated === 0 ? '' : `，写明的 ${stated > 0 ? '+' : ''}${stated} 份`}`,
    EN: `${n} reports${stated === 0 ? '' : `, ${stated > 0 ? '+' : ''}${stated} that state it`}`,
  }),
  more: (n: number): Words => ({ ZH: `另有 ${n} 项`, EN: `and ${n} more` }),
  summary: (c: Counts): Words => ({
    ZH: `查看 ${c.lookedAt} 份，有变化 ${c.changed} 份，未读出 ${c.unread} 份。`,
    EN: `${c.lookedAt} reports looked at, ${c.changed} changed, ${c.unread} not read.`,
  }),
  kept: { ZH: '变化已保存。', EN: 'The changes were kept.' },
  notKept: { ZH: '未作任何改动；加 --apply 保存。', EN: 'Nothing was kept; --apply keeps it.' },
} as const;
