import { expect, it } from 'vitest';
import { runChecks } from '../../src/checks/run.js';
import { addressKey } from '../../src/format/form.js';
import type { FilledForm } from '../../src/format/report.js';
import { ingest } from '../../src/ingest/ingest.js';

/** What published reports really print, one by one: by hand the document, and what a careful person reads in it. */

const TWO = [
  '第二十条第（一）项',
  '信息内容|本年制发件数|本年废止件数|现行有效件数',
  '规章|0|0|0',
  '行政规范性文件|3|1|12',
  '第二十条第（五）项',
  '信息内容|本年处理决定数量',
  '行政许可|64',
  '第二十条第（六）项',
  '信息内容|本年处理决定数量',
  '行政处罚|5',
  '行政强制|2',
  '第二十条第（八）项',
  '信息内容|本年收费金额（单位：万元）',
  '行政事业性收费|1.5',
];

const OUTCOMES: readonly (readonly [string, string])[] = [
  ['（一）予以公开', ''],
  ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ''],
  ['（三）不予公开', '1.属于国家秘密'],
  ['', '2.其他法律行政法规禁止公开'],
  ['', '3.危及“三安全一稳定”'],
  ['', '4.保护第三方合法权益'],
  ['', '5.属于三类内部事务信息'],
  ['', '6.属于四类过程性信息'],
  ['', '7.属于行政执法案卷'],
  ['', '8.属于行政查询事项'],
  ['（四）无法提供', '1.本机关不掌握相关政府信息'],
  ['', '2.没有现成信息需要另行制作'],
  ['', '3.补正后申请内容仍不明确'],
  ['（五）不予处理', '1.信访举报投诉类申请'],
  ['', '2.重复申请'],
  ['', '3.要求提供公开出版物'],
  ['', '4.无正当理由大量反复申请'],
  ['', '5.要求行政机关确认或重新出具已获取信息'],
  ['（六）其他处理', '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'],
  ['', '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'],
  ['', '3.其他'],
];
const NONE = '0|0|0|0|0|0|0';
const GRANTED = '4|1|0|0|0|0|5';

const THREE = [
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|申请人情况',
  '|自然人|法人或其他组织|总计',
  '||商业企业|科研机构|社会公益组织|法律服务机构|其他|',
  `一、本年新收政府信息公开申请数量|${GRANTED}`,
  `二、上年结转政府信息公开申请数量|${NONE}`,
  ...OUTCOMES.map(([group, leaf], i) => {
    const head = i === 0 ? '三、本年度办理结果|' : '';
    const own = [group, leaf].filter((text) => text !== '').join('|');
    return `${head}${own}|${i === 0 ? GRANTED : NONE}`;
  }),
  `（七）总计|${GRANTED}`,
  `四、结转下年度继续办理|${NONE}`,
];

const FOUR = [
  '行政复议|行政诉讼',
  '结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|复议后起诉',
  '结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计',
  '1|0|0|0|1|0|0|0|0|0|0|0|0|0|0',
];

interface Parts {
  title?: string;
  before?: string;
  two?: readonly string[];
  three?: readonly string[];
  four?: readonly string[];
}

/** Text as a page of a web site gives it when it is copied: cells between pipes. */
const page = ({ title, before, two = TWO, three = THREE, four = FOUR }: Parts): string =>
  [
    title ?? '某某市民政局2023年政府信息公开工作年度报告',
    '一、总体情况',
    before ?? '全年工作平稳有序。',
    '二、主动公开政府信息情况',
    ...two,
    '三、收到和处理政府信息公开申请情况',
    ...three,
    '四、政府信息公开行政复议、行政诉讼情况',
    ...four,
    '五、存在的主要问题及改进情况',
    '业务能力有待加强。',
    '六、其他需要报告的事项',
    '无。',
  ].join('\n');

/** Lines with one of them changed. */
const but = (
  lines: readonly string[],
  changes: Readonly<Record<string, string>>,
): readonly string[] => {
  const left = new Map(Object.entries(changes));
  const changed = lines.map((line) => {
    const key = [...left.keys()].find((begin) => line.startsWith(begin));
    if (key === undefined) return line;
    const to = left.get(key) ?? line;
    left.delete(key);
    return to;
  });
  if (left.size > 0) throw new Error(`no line begins with ${[...left.keys()].join()}`);
  return changed.flatMap((line) => line.split('\n'));
};

const read = (text: string): Promise<FilledForm> => ingest(Buffer.from(text), 'report.txt');
const valueOf = ({ cells }: FilledForm, key: string): string | null | undefined =>
  cells.find((cell) => addressKey(cell) === key)?.value;
const statusOf = ({ cells }: FilledForm, key: string): string | undefined =>
  cells.find((cell) => addressKey(cell) === key)?.status;
const told = (form: FilledForm): string[] =>
  [...form.findings, ...runChecks(form, {}).findings].map(({ check }) => check);

/** What every one of these documents states besides what its quirk is about. */
const USUAL: Readonly<Record<string, string>> = {
  'ACTIVE_DISCLOSURE/licensingDecisions/': '64',
  'ACTIVE_DISCLOSURE/coercionDecisions/': '2',
  'REQUESTS/received/total': '5',
  'REQUESTS/GRANTED/naturalPerson': '4',
  'REQUESTS/completed/total': '5',
  'REQUESTS/carriedOut/total': '0',
  'APPEALS/reconsideration/total': '1',
};

const DOCUMENTS = 'ACTIVE_DISCLOSURE/normativeDocuments';

const cases: readonly [
  what: string,
  parts: Parts,
  cells?: Readonly<Record<string, string | null>>,
][] = [
  ['cells between pipes', {}],
  [
    'no year in the title, but in the period',
    {
      title: '某某市民政局政府信息公开工作年度报告',
      before: '本报告统计期限自2023年1月1日起至2023年12月31日止。',
    },
  ],
  ['the year elsewhere in the title', { title: '某某市民政局政府信息公开工作2023年度报告' }],
  ['年度 twice', { title: '某某市民政局2023年度政府信息公开工作年度报告' }],
  ['a caption in the table', { two: ['单位：某某市民政局 2023年度', ...TWO] }],
  [
    'leading and empty pipes of spans',
    {
      two: but(TWO, {
        '第二十条第（一）项': '|第二十条 第(一)项 ||||',
        '第二十条第（五）项': '| 第二十条第（五）项 | |||',
      }),
    },
  ],
  ['a trailing pipe on each line', { three: THREE.map((line) => `|${line}|`) }],
  [
    'spaces in labels',
    {
      two: but(TWO, { 规章: '规 章|0|0|0', 行政许可: '行 政 许 可|64' }),
    },
  ],
  [
    'shortened labels',
    {
      two: but(TWO, { 行政规范性文件: '规范性文件|3|1|12' }),
      three: but(THREE, { '（六）其他处理|1': `（六）其他|1.逾期不补正|${NONE}` }),
    },
    { [`${DOCUMENTS}/issued`]: '3' },
  ],
  [
    'instructions in labels',
    {
      two: but(TWO, {
        规章: '规章（县级无此项）|0|0|0',
        行政规范性文件: '行政规范性文件（指印发的有正式文号的文件）|3|1|12',
      }),
    },
    { [`${DOCUMENTS}/inForce`]: '12' },
  ],
  [
    'heads with letters missing',
    {
      two: but(TWO, { '信息内容|本年制发件数': '信息内容|本年发件数|本年度止件数|现行有效件' }),
    },
    { [`${DOCUMENTS}/repealed`]: '1', [`${DOCUMENTS}/inForce`]: '12' },
  ],
  [
    'heads in other words',
    {
      two: but(TWO, {
        '信息内容|本年制发件数': '信息内容|本年度制发数|本年废止数|现行有效件数（历史累计）',
      }),
    },
    { [`${DOCUMENTS}/issued`]: '3' },
  ],
  [
    'heads over two lines',
    {
      three: but(THREE, {
        '||商业企业': '||商业|科研|社会公益|法律服务|其他|\n||企业|机构|组织|机构||',
      }),
    },
  ],
  [
    'misspelt labels',
    {
      three: but(THREE, {
        '2.其他法律行政法规': `2.其他法律行政止公开|${NONE}`,
        '6.属于四类过程性信息': `6.属于四类过程性性信息|${NONE}`,
      }),
    },
  ],
  [
    'a wrapped label behind its numbers',
    {
      three: but(THREE, { '5.属于三类': `5.属于三类内部事务信|${NONE}\n息` }),
    },
  ],
  [
    'a stroke for none',
    { two: but(TWO, { 规章: '规章|/|/|/' }) },
    {
      'ACTIVE_DISCLOSURE/regulations/issued': null,
    },
  ],
  [
    'a hyphen for none',
    { two: but(TWO, { 规章: '规章|-|-|-' }) },
    {
      'ACTIVE_DISCLOSURE/regulations/inForce': null,
    },
  ],
  [
    'yuan where 10,000 yuan are due',
    {
      two: but(TWO, { 行政事业性收费: '行政事业性收费|251000元' }),
    },
    { 'ACTIVE_DISCLOSURE/administrativeFeesWan/': '25.1' },
  ],
  [
    'the unit in the cell',
    { two: but(TWO, { 行政事业性收费: '行政事业性收费|1424.4万元' }) },
    {
      'ACTIVE_DISCLOSURE/administrativeFeesWan/': '1424.4',
    },
  ],
  [
    'many and trailing decimals',
    {
      two: but(TWO, { 行政事业性收费: '行政事业性收费|18.871000' }),
    },
    { 'ACTIVE_DISCLOSURE/administrativeFeesWan/': '18.871' },
  ],
  [
    'a thousands comma and full-width digits',
    {
      two: but(TWO, { 行政处罚: '行政处罚|1,024', 行政强制: '行政强制|２' }),
    },
    { 'ACTIVE_DISCLOSURE/penaltyDecisions/': '1024' },
  ],
  [
    'a counter behind the number',
    { two: but(TWO, { 行政处罚: '行政处罚|5宗' }) },
    {
      'ACTIVE_DISCLOSURE/penaltyDecisions/': '5',
    },
  ],
  [
    'traditional characters with slips',
    {
      two: but(TWO, { 行政强制: '行政強製|2', 行政处罚: '行政處罰|5' }),
    },
    { 'ACTIVE_DISCLOSURE/penaltyDecisions/': '5' },
  ],
  [
    'pinyin behind characters',
    {
      two: but(TWO, { 行政处罚: '行(xing)政(zheng)处(chu)罚(fa)|5' }),
    },
    { 'ACTIVE_DISCLOSURE/penaltyDecisions/': '5' },
  ],
  [
    'a page mark in the table',
    {
      three: but(THREE, {
        '（四）无法提供': `— 5 —\n（四）无法提供|1.本机关不掌握相关政府信息|${NONE}`,
      }),
    },
  ],
  ['unescaped brackets', { before: '依据〈条例〉及<政府信息公开工作年度报告格式>编制。' }],
];

it.each(cases)('%s', async (_, parts, cells = {}) => {
  const form = await read(page(parts));
  expect(form.year).toBe(2023);
  for (const [key, value] of Object.entries({ ...USUAL, ...cells })) {
    expect([key, valueOf(form, key)]).toEqual([key, value]);
  }
  const { results } = runChecks(form, {});
  expect(results.filter(({ check, status }) => check.startsWith('A') && status === 'FAIL')).toEqual(
    [],
  );
});

it('one cell a line reads like a table', async () => {
  const lines = (rows: readonly string[]): string[] =>
    rows.flatMap((row) => row.split('|')).filter((c) => c !== '');
  const form = await read(page({ two: lines(TWO), three: lines(THREE), four: lines(FOUR) }));
  for (const [key, value] of Object.entries(USUAL))
    expect([key, valueOf(form, key)]).toEqual([key, value]);
});

it('a note in a cell: the number is read, or the cell is named', async () => {
  const form = await read(
    page({ two: but(TWO, { 行政规范性文件: '行政规范性文件|22（其中修订 16 件）|1|12' }) }),
  );
  const value = valueOf(form, `${DOCUMENTS}/issued`);
  if (value !== '22') {
    expect(statusOf(form, `${DOCUMENTS}/issued`)).toBe('UNREADABLE');
    expect(told(form)).toContain('R3');
  }
});

it('cells too many in a row are told', async () => {
  const form = await read(page({ two: but(TWO, { 行政处罚: '行政处罚|5|7|9' }) }));
  expect(told(form).filter((code) => code.startsWith('R'))).not.toEqual([]);
});

it('blank cells that were dropped are told, or read so that all sums hold', async () => {
  const row = {
    '一、本年新收': '一、本年新收政府信息公开申请数量|5|5',
    '（七）总计': '（七）总计|5|5',
  };
  const form = await read(
    page({
      three: but(THREE, { ...row, '三、本年度办理结果': '三、本年度办理结果|（一）予以公开|5|5' }),
    }),
  );
  const total = valueOf(form, 'REQUESTS/received/total');
  if (total !== '5') expect(told(form).filter((code) => code.startsWith('R'))).not.toEqual([]);
});

it('a total that a row lost is missing, not another number', async () => {
  const form = await read(
    page({ three: but(THREE, { '四、结转': '四、结转下年度继续办理|1|0|0|0|0|0|' }) }),
  );
  expect(told(form)).toContain('R1');
  expect(valueOf(form, 'REQUESTS/carriedOut/total')).toBeNull();
});

it('a blank table of appeals is blank, not missing', async () => {
  const form = await read(page({ four: [...FOUR.slice(0, 3), '||||||||||||||'] }));
  expect(told(form)).not.toContain('F1');
  expect(valueOf(form, 'APPEALS/reconsideration/total') ?? null).toBeNull();
});
