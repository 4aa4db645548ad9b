import type { Language } from '../format/form.js';

/** What `nianbao fetch` says, in each language. */
export const fetchWords = {
  fetch: {
    ZH: '从网上读取已公布的年度报告页面及其附件并入库，只访问允许的网站',
    EN: 'fetch published report pages and their attachments into the database, from allowed hosts alone',
  },
  addresses: { ZH: '网页地址（http 或 https）', EN: 'addresses of pages (http or https)' },
  allow: {
    ZH: '允许访问的域名后缀，如 .gov.cn，可重复或以逗号分隔；未指定则不访问任何网站',
    EN: 'suffixes of hosts that may be fetched from, e.g. .gov.cn, again for each or several with commas; nothing is fetched where none is given',
  },
  list: {
    ZH: '地址是列表页：读取其中链接的各年度报告',
    EN: 'the addresses are pages that list reports: fetch the reports they link to',
  },
  pause: {
    ZH: '同一网站两次访问之间的秒数；robots.txt 要求更久的从其要求',
    EN: 'seconds between two requests to a host; more where its robots.txt asks for more',
  },
  noSeconds: { ZH: '不是秒数。', EN: 'That is no number of seconds.' },
  off: {
    ZH: '未指定允许访问的域名后缀（--allow 或 FETCH_ALLOW），不访问任何网站。',
    EN: 'No host is allowed: name suffixes with --allow or FETCH_ALLOW.',
  },
  noSuffix: (text: string): Record<Language, string> => ({
    ZH: `${text} 不是域名后缀。`,
    EN: `${text} is no suffix of a host.`,
  }),
  exit: {
    ZH: '\n遵守 robots.txt；每页限 20 秒、30 MB、3 次跳转；不访问内网地址。\n退出状态：0 全部入库；1 有页面未入库；2 用法错误。',
    EN: '\nrobots.txt is obeyed; a page has 20 seconds, 30 MB and 3 redirects; private addresses are refused.\nExit status: 0 all were filed, 1 one was not, 2 wrong usage.',
  },
} as const;
