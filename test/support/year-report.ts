import type { Edition } from '../../src/format/form.js';
import { addressesOf } from './render/printed.js';
import { addressKey } from '../../src/format/form.js';
import { drawReport, type DrawnReport } from './render/report.js';
import type { DrawnTable } from './render/printed.js';

/** Small reports in which every relation holds, and documents that print them. */

export type Cells = Map<string, string>;

const EDITION: Edition = 'E2021';

/** Different for each `n`. */
export const yearFigures = (n: number): Cells => {
  const cells: Cells = new Map();
  for (const table of ['ACTIVE_DISCLOSURE', 'REQUESTS', 'APPEALS'] as const) {
    for (const address of addressesOf(EDITION, table)) cells.set(addressKey(address), '0');
  }
  const put = (row: string, people: number, firms: number): void => {
    cells.set(`REQUESTS/${row}/naturalPerson`, String(people));
    cells.set(`REQUESTS/${row}/businessEnterprise`, String(firms));
    cells.set(`REQUESTS/${row}/total`, String(people + firms));
  };
  const [granted, notHeld, out, firms] = [6 + (n % 5), n % 4, n % 2, n % 3];
  put('received', granted + notHeld + out, firms);
  put('GRANTED', granted, firms);
  put('NOT_HELD', notHeld, 0);
  put('completed', granted + notHeld, firms);
  put('carriedOut', out, 0);
  cells.set('APPEALS/reconsideration/upheld', String(n % 2));
  cells.set('APPEALS/reconsideration/total', String(n % 2));
  cells.set('ACTIVE_DISCLOSURE/licensingDecisions/', String(100 + n));
  cells.set('ACTIVE_DISCLOSURE/administrativeFeesWan/', `${n}.25`);
  return cells;
};

/** The same with one more printed in one cell. */
export const withOneMore = (cells: Cells, key: string): Cells =>
  new Map(cells).set(key, String(Number(cells.get(key)) + 1));

const draw = (agency: string, year: number, cells: Cells): DrawnReport => ({
  ...drawReport(EDITION, year, cells),
  title: `${agency}${year}年政府信息公开工作年度报告`,
});

/** What a member tells beside its tables. */
const prose = (agency: string, online: number): string =>
  `${agency}认真贯彻《中华人民共和国政府信息公开条例》，全年网络申请${online}件，未收取信息处理费。`;

export const yearPage = (
  agency: string,
  year: number,
  cells: Cells,
  layout: (table: DrawnTable) => string,
  online = 1,
): string => {
  const { title, parts } = draw(agency, year, cells);
  const tables = parts.map((p) => `<p>${p.heading}</p>${layout(p.table)}`).join('');
  return (
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><div><h1>${title}</h1>` +
    `<p>一、总体情况</p><p>${prose(agency, online)}</p>${tables}` +
    `<p>五、存在的主要问题及改进情况</p><p>业务能力有待加强。</p><p>六、其他需要报告的事项</p><p>无。</p></div></body></html>`
  );
};

export const yearText = (
  agency: string,
  year: number,
  cells: Cells,
  layout: (table: DrawnTable) => string,
  online = 1,
): string => {
  const { title, parts } = draw(agency, year, cells);
  return [
    ...[title, '一、总体情况', prose(agency, online)],
    ...parts.flatMap((p) => [p.heading, layout(p.table)]),
    ...['五、存在的主要问题及改进情况', '业务能力有待加强。', '六、其他需要报告的事项', '无。', ''],
  ].join('\n\n');
};
