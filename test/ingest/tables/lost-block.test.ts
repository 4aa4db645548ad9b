import { expect, it } from 'vitest';
import { readText } from '../../../src/ingest/read/text.js';
import { readTables } from '../../../src/ingest/tables/read-tables.js';

const page = readText(
  [
    '某县某局2023年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
    '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
    '规章\t0\t0\t0',
    '行政规范性文件\t3\t1\t12',
    '第二十条第（六）项',
    '信息内容\t本年处理决定数量',
    '行政处罚\t7',
    '行政强制\t2',
    '第二十条第（八）项',
    '信息内容\t本年收费金额（单位：万元）',
    '行政事业性收费\t0',
  ].join('\n'),
);

it('a block that is missing in a printed table is named as missing', () => {
  const { cells, findings } = readTables(page, 2023);
  const licences = cells.find((c) => c.row === 'licensingDecisions');
  expect(licences?.status).toBe('ABSENT');
  const named = findings.filter((f) => f.cells.some((c) => c.row === 'licensingDecisions'));
  expect(named.map((f) => f.check)).toEqual(['R12']);
  expect(cells.find((c) => c.row === 'penaltyDecisions')?.value).toBe('7');
});
