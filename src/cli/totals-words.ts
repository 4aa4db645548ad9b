import type { WrongSum } from '../filing/kept/verify-sums.js';
import type { Language } from '../format/form.js';

/** What `nianbao totals` says, in each language. */
export const totalsWords = {
  totals: { ZH: '汇总数', EN: 'the totals that are kept' },
  verify: {
    ZH: '由全部报告重新计数，与保存的汇总数逐格核对；不一致时指出第一处',
    EN: 'count all kept totals again from the reports; names the first figure that differs',
  },
  rebuild: {
    ZH: '由全部报告重新生成汇总数；服务器可继续运行',
    EN: 'make all kept totals anew from the reports, while the server runs',
  },
  exit: {
    ZH: '\n退出状态：0 一致；1 有不一致；2 用法错误。',
    EN: '\nExit status: 0 they are equal, 1 they are not, 2 wrong usage.',
  },
  right: { ZH: '全部汇总数与重新计数一致。', EN: 'All totals equal the recount.' },
  rebuilt: { ZH: '汇总数已重新生成。', EN: 'The totals were made anew.' },
} as const satisfies Record<string, Record<Language, string>>;

export const wrongSum = ({ table, group, column, surplus }: WrongSum): Record<Language, string> => {
  const place = Object.entries(group)
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
  return {
    ZH: `不一致：${table} ${place} 的 ${column} 比重新计数多 ${surplus}。可用 nianbao totals rebuild 重新生成。`,
    EN: `Not equal: ${column} of ${table} ${place} is ${surplus} above the recount. nianbao totals rebuild makes them anew.`,
  };
};
