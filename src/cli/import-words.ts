import type { Language } from '../format/form.js';

interface Summary {
  created: number;
  revised: number;
  unchanged: number;
  refused: number;
  withErrors: number;
  passedOver: number;
}

/** What `nianbao import` says, in each language. */
export const importWords = {
  import: {
    ZH: '把文件、文件夹、ZIP 中的年度报告，或 parse 输出的 .ndjson 文件读入数据库（DATABASE_URL 或 DATA_DIR）',
    EN: 'read reports from files, folders and ZIPs, or what parse printed from files ending in .ndjson, into the database (DATABASE_URL or DATA_DIR)',
  },
  paths: { ZH: '文件或文件夹', EN: 'files or folders' },
  manifest: {
    ZH: '清单（CSV）：file, agency, year, scope, url, publishedOn, region, unifiedSocialCreditCode；清单优先于页面',
    EN: 'a list (CSV) with the columns file, agency, year, scope, url, publishedOn, region, unifiedSocialCreditCode; it wins over what a page says',
  },
  statusOption: {
    ZH: '入库状态：已公布的报告 PUBLISHED，报送待审的报告 SUBMITTED',
    EN: 'status to file them with: PUBLISHED, or SUBMITTED where an office is still to review them',
  },
  rosterOnly: {
    ZH: '不新建机关：未登记机关的报告不入库',
    EN: 'create no agency: reports of unknown agencies are refused',
  },
  exit: {
    ZH: '\n同一文件重复导入不产生变化；同一报告的新文件成为新版本。\n退出状态：0 全部入库；1 有文件未入库；2 用法错误。',
    EN: '\nThe same bytes twice change nothing; a newer document of a report becomes a new revision.\nExit status: 0 all were filed, 1 one was not, 2 wrong usage.',
  },
  resumed: (path: string, line: number): Record<Language, string> => ({
    ZH: `${path}：上次导入到第 ${line} 行，从下一行继续。`,
    EN: `${path}: imported up to line ${line} before; going on behind it.`,
  }),
  errors: (count: number, first: Readonly<Record<Language, string>> | null) => ({
    ZH: `${count} 处错误${first ? `，首条：${first.ZH}` : ''}`,
    EN: `${count} ${count === 1 ? 'error' : 'errors'}${first ? `, the first: ${first.EN}` : ''}`,
  }),
  more: (count: number): Record<Language, string> => ({
    ZH: `另有 ${count} 份报告有错误`,
    EN: `${count} more reports with errors`,
  }),
  resumedFiles: (documents: number): Record<Language, string> => ({
    ZH: `上次已导入 ${documents} 个文档，从下一个继续。`,
    EN: `${documents} documents were imported before; going on behind them.`,
  }),
  summary: (s: Summary): Record<Language, string> => ({
    ZH: `新增 ${s.created}，新版本 ${s.revised}，未变 ${s.unchanged}，未入库 ${s.refused}；其中 ${s.withErrors} 份有错误。${s.passedOver > 0 ? `另有 ${s.passedOver} 个非文档文件未读。` : ''}`,
    EN: `${s.created} new, ${s.revised} revised, ${s.unchanged} unchanged, ${s.refused} not filed; ${s.withErrors} with errors.${s.passedOver > 0 ? ` ${s.passedOver} files that are no documents were passed over.` : ''}`,
  }),
} as const;
