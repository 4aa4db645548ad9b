import type { Language } from '../format/form.js';

type Words = Record<Language, string>;

/** What `nianbao correct` and `nianbao enter` say, in each language. */
export const correctWords = {
  correct: {
    ZH: '更正一个单元格（REPORT CELL VALUE），或报告的机关、年度、统计范围；原印文字保留，全部更正留痕',
    EN: 'correct a cell (REPORT CELL VALUE), or agency, year and scope of a report; what is printed stays, and so does every correction',
  },
  report: {
    ZH: '报告：接口中的 id，或“机关/年度[/统计范围]”，如 周口市公安局/2024',
    EN: 'a report: its id of the API, or agency/year[/scope], e.g. 周口市公安局/2024',
  },
  cell: {
    ZH: '单元格，如 REQUESTS/NOT_HELD/naturalPerson、ACTIVE_DISCLOSURE/licensingDecisions',
    EN: 'a cell, e.g. REQUESTS/NOT_HELD/naturalPerson or ACTIVE_DISCLOSURE/licensingDecisions',
  },
  value: {
    ZH: '文件上所印的数；文件未写数的写 /。负数前加 --',
    EN: 'the number as the document prints it; / where it prints none. Put -- before a negative one',
  },
  by: { ZH: '更正者姓名，公开显示', EN: 'name of the person, shown to everybody' },
  why: { ZH: '理由，公开显示', EN: 'the reason, shown to everybody' },
  agency: { ZH: '正确的机关名称', EN: 'name of the right agency' },
  region: {
    ZH: '机关所在地区代码（名称看不出时）',
    EN: 'code of the region it lies in, where its name does not tell',
  },
  year: { ZH: '正确的年度', EN: 'the right year' },
  scope: { ZH: '正确的统计范围', EN: 'the right scope' },
  create: { ZH: '机关未登记的，新建', EN: 'create the agency where it is not known' },
  usage: {
    ZH: '请给出 CELL 和 VALUE，或 --agency、--year、--scope 之一。',
    EN: 'Give CELL and VALUE, or one of --agency, --year and --scope.',
  },
  exit: {
    ZH: '\n退出状态：0 已更正；1 未更正，原因见标准错误输出；2 用法错误。',
    EN: '\nExit status: 0 corrected, 1 not, standard error says why, 2 wrong usage.',
  },
  moved: { ZH: '现归档为', EN: 'is filed now as' },
  revision: { ZH: '版本', EN: 'revision' },
  nothing: { ZH: '（未写明）', EN: '(none stated)' },
  enter: {
    ZH: '把读不出文字的文件（如扫描件）连同人工录入的全部数字入库',
    EN: 'file a document that cannot be read, e.g. a scan, with the numbers that a person copied from it',
  },
  document: { ZH: '原件', EN: 'the document' },
  numbers: {
    ZH: '数字文件：CSV（cell, value）或 JSON（cells 及机关、年度等）',
    EN: 'the numbers: CSV with the columns cell and value, or JSON with cells, agency, year …',
  },
  template: {
    ZH: '输出该年度表格的空白 CSV，供填写',
    EN: 'print an empty CSV of the form of that year, to be filled in',
  },
  url: { ZH: '公布网址', EN: 'address where it was published' },
  publishedOn: { ZH: '公布日期', EN: 'day of publication' },
  title: { ZH: '标题', EN: 'title' },
  entered: { ZH: '已录入', EN: 'entered' },
  unchanged: {
    ZH: '此文件已在库，未作改动；请用 nianbao correct 逐格更正',
    EN: 'This document is filed already, nothing was changed; use nianbao correct for single cells',
  },
  enterUsage: {
    ZH: '请给出 FILE、NUMBERS、--by 和 --why，或 --template。',
    EN: 'Give FILE, NUMBERS, --by and --why, or --template.',
  },
  dropped: (n: number): Words => ({
    ZH: `${n} 条说明因数值变化失效`,
    EN: `${n} explanations were dropped: their figures changed`,
  }),
} as const;
