import type { Language } from '../format/form.js';

/** The language of help and messages: `--lang`, else that of the environment, else English. */
export function languageOf(args: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  const wanted = asked ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return /^zh/i.test(wanted) ? 'ZH' : 'EN';
}

/** A sentence in each language. */
export const words = {
  program: {
    ZH: '读取、核对、汇总政府信息公开工作年度报告',
    EN: 'Reads, checks and totals annual reports on open government information',
  },
  language: { ZH: '帮助与提示所用语言：ZH 或 EN', EN: 'language of help and messages: ZH or EN' },
  help: { ZH: '显示帮助', EN: 'show this help' },
  version: { ZH: '显示版本号', EN: 'show the version' },
  usage: { ZH: '用法：', EN: 'Usage: ' },
  arguments: { ZH: '参数：', EN: 'Arguments:' },
  options: { ZH: '选项：', EN: 'Options:' },
  commands: { ZH: '命令：', EN: 'Commands:' },
  parse: {
    ZH: '读取文件，每个文件输出一行 JSON；不需要服务器和数据库',
    EN: 'read files and print one line of JSON for each; needs no server and no database',
  },
  parseFiles: {
    ZH: '年度报告文件（HTML、文本、Markdown、DOCX、XLSX、PDF）',
    EN: 'report files (HTML, text, Markdown, DOCX, XLSX, PDF)',
  },
  parseCells: {
    ZH: '另附全部单元格及其状态、原文和位置',
    EN: 'add all cells with their status, raw text and place',
  },
  parseStatus: {
    ZH: '\n退出状态：0 全部读出；1 有文件未读出；2 用法错误。',
    EN: '\nExit status: 0 all files were read, 1 one was not, 2 wrong usage.',
  },
  samples: { ZH: '示例数据', EN: 'the sample data' },
  samplesRemove: {
    ZH: '删除示例数据（示例省和随附的真实报告），以后不再载入',
    EN: 'take the sample data away: 示例省 and the real reports that ship with the program; they do not come back',
  },
  serve: {
    ZH: '启动服务器（GraphQL 接口与查询页面），以环境变量配置',
    EN: 'start the server with its GraphQL API and playground, configured by the environment',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** What was taken away, in each language. */
export const samplesRemoved = (removed: {
  reports: number;
  agencies: number;
}): Record<Language, string> => ({
  ZH: `已删除示例报告 ${removed.reports} 份、机关 ${removed.agencies} 个。`,
  EN: `Removed ${removed.reports} sample reports and ${removed.agencies} agencies.`,
});
