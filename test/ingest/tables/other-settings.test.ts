import { describe, expect, it } from 'vitest';
import { codesOf, readSource, rowOf } from '../../support/render/read-source.js';

/** Tables as offices and copies set them beside the form: each with some rows checked by hand. */

const outcomes = [
  '1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
];
const four = [
  '1.本机关不掌握相关政府信息',
  '2.没有现成信息需要另行制作',
  '3.补正后申请内容仍不明确',
];
const five = [
  '1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
];
const six = [
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '3.其他',
];
const cases: [string, string, Record<string, string>, string][] = [];
const add = (name: string, source: string, expected: Record<string, string>, codes = '') =>
  cases.push([name, source, expected, codes]);
add(
  'colon list',
  `二、主动公开政府信息情况
第二十条第（一）项
规章：本年制发件数 0；本年废止件数 0；现行有效件数 3
行政规范性文件：本年制发件数 5；本年废止件数 1；现行有效件数 20
第二十条第（五）项
行政许可：12
第二十条第（六）项
行政处罚：3
行政强制：0
第二十条第（八）项
行政事业性收费：1.5万元
`,
  {
    regulations: '0 0 3',
    normativeDocuments: '5 1 20',
    licensingDecisions: '12',
    penaltyDecisions: '3',
    coercionDecisions: '0',
    administrativeFeesWan: '1.5',
  },
);
add(
  'colon list 2',
  `第二十条第（五）项
行政许可本年处理决定数量：12件
第二十条第（六）项
行政处罚本年处理决定数量：3件
行政强制本年处理决定数量：0件
第二十条第（八）项
行政事业性收费本年收费金额：15000元
`,
  {
    licensingDecisions: '12',
    penaltyDecisions: '3',
    coercionDecisions: '0',
    administrativeFeesWan: '1.5',
  },
);
add(
  'transposed html',
  `<table><tr><td>第二十条第（一）项</td><td>规章</td><td>行政规范性文件</td></tr><tr><td>本年制发件数</td><td>1</td><td>5</td></tr><tr><td>本年废止件数</td><td>2</td><td>6</td></tr><tr><td>现行有效件数</td><td>3</td><td>7</td></tr></table>`,
  { regulations: '1 2 3', normativeDocuments: '5 6 7' },
);
add(
  'transposed enforcement',
  `<table><tr><td colspan=3>第二十条第（六）项</td></tr><tr><td>信息内容</td><td>行政处罚</td><td>行政强制</td></tr><tr><td>本年处理决定数量</td><td>11</td><td>5</td></tr></table>`,
  { penaltyDecisions: '11', coercionDecisions: '5' },
);
add(
  'four 3x5 html',
  `<table><tr><td></td><td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td></tr><tr><td>行政复议</td><td>1</td><td>2</td><td>3</td><td>4</td><td>10</td></tr><tr><td>未经复议直接起诉</td><td>5</td><td>0</td><td>0</td><td>1</td><td>6</td></tr><tr><td>复议后起诉</td><td>0</td><td>7</td><td>0</td><td>0</td><td>7</td></tr></table>`,
  {
    reconsideration: '1 2 3 4 10',
    litigationDirect: '5 0 0 1 6',
    litigationAfterReconsideration: '0 7 0 0 7',
  },
);
add(
  'four 5x3 html',
  `<table><tr><td></td><td>行政复议</td><td>未经复议直接起诉</td><td>复议后起诉</td></tr><tr><td>结果维持</td><td>1</td><td>5</td><td>0</td></tr><tr><td>结果纠正</td><td>2</td><td>0</td><td>7</td></tr><tr><td>其他结果</td><td>3</td><td>0</td><td>0</td></tr><tr><td>尚未审结</td><td>4</td><td>1</td><td>0</td></tr><tr><td>总计</td><td>10</td><td>6</td><td>7</td></tr></table>`,
  {
    reconsideration: '1 2 3 4 10',
    litigationDirect: '5 0 0 1 6',
    litigationAfterReconsideration: '0 7 0 0 7',
  },
);
add(
  'four 5x3 text lines',
  `四、政府信息公开行政复议、行政诉讼情况
项目\t行政复议\t未经复议直接起诉\t复议后起诉
结果维持\t1\t5\t0
结果纠正\t2\t0\t7
其他结果\t3\t0\t0
尚未审结\t4\t1\t0
总计\t10\t6\t7`,
  {
    reconsideration: '1 2 3 4 10',
    litigationDirect: '5 0 0 1 6',
    litigationAfterReconsideration: '0 7 0 0 7',
  },
);
add(
  'four list',
  `四、政府信息公开行政复议、行政诉讼情况
行政复议
结果维持：1
结果纠正：2
其他结果：3
尚未审结：4
总计：10
行政诉讼
未经复议直接起诉
结果维持：5
结果纠正：0
其他结果：0
尚未审结：1
总计：6
复议后起诉
结果维持：0
结果纠正：7
其他结果：0
尚未审结：0
总计：7
五、存在的主要问题`,
  {
    reconsideration: '1 2 3 4 10',
    litigationDirect: '5 0 0 1 6',
    litigationAfterReconsideration: '0 7 0 0 7',
  },
);
add(
  'four rows text 15 broken in three lines',
  `四、政府信息公开行政复议、行政诉讼情况
行政复议|行政诉讼|
结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|复议后起诉|
结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|
1|2|3|4|10|
5|0|0|1|6|
0|7|0|0|7|
`,
  {
    reconsideration: '1 2 3 4 10',
    litigationDirect: '5 0 0 1 6',
    litigationAfterReconsideration: '0 7 0 0 7',
  },
);
const t3 = (
  cols: readonly string[],
  row: (i: number) => readonly (string | number)[],
  sep = '\t',
  opts: { label?: (text: string, i: number) => string } = {},
): string => {
  const all = [
    '一、本年新收政府信息公开申请数量',
    '二、上年结转政府信息公开申请数量',
    '（一）予以公开',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    ...outcomes,
    ...four,
    ...five,
    ...six,
    '（七）总计',
    '四、结转下年度继续办理',
  ];
  return [
    ['项目', ...cols].join(sep),
    ...all.map((l, i) => [opts.label ? opts.label(l, i) : l, ...row(i)].join(sep)),
  ].join('\n');
};
const C = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const vals = (i: number) => [i, 1, 0, 2, 0, 3, i + 6];
add(
  'total first',
  t3(['总计', ...C.slice(0, 6)], (i) => [i + 6, ...vals(i).slice(0, 6)]),
  { received: '0 1 0 2 0 3 6', OTHER_REASON: '22 1 0 2 0 3 28', carriedOut: '24 1 0 2 0 3 30' },
);
add(
  'columns permuted',
  t3(['商业企业', '自然人', '总计', '其他', '科研机构', '法律服务机构', '社会公益组织'], (i) => {
    const v = vals(i);
    return [1, 0, 6, 5, 2, 4, 3].map((at) => v[at] ?? '');
  }),
  { received: '0 1 0 2 0 3 6', OTHER_REASON: '22 1 0 2 0 3 28' },
);
add(
  'only total',
  t3(['总计'], (i) => [i + 6]),
  { received: '. . . . . . 6', OTHER_REASON: '. . . . . . 28' },
);
add(
  'only total, 数量 head',
  t3(['数量（件）'], (i) => [i + 6]),
  { received: '. . . . . . 6', OTHER_REASON: '. . . . . . 28' },
);
add(
  'no numbering',
  t3(C, vals, '|', {
    label: (l: string) => l.replace(/^[（(]?[一二三四五六七八九\d]+[）).、]+/, ''),
  }),
  {
    received: '0 1 0 2 0 3 6',
    STATE_SECRET: '4 1 0 2 0 3 10',
    OTHER_REASON: '22 1 0 2 0 3 28',
    completed: '23 1 0 2 0 3 29',
    carriedOut: '24 1 0 2 0 3 30',
  },
);
add(
  'numbering styles',
  t3(C, vals, '|', {
    label: (l: string) => l.replace(/^(\d)\./, '（$1）').replace(/^（([一二三四五六七])）/, '$1是'),
  }),
  {
    received: '0 1 0 2 0 3 6',
    GRANTED: '2 1 0 2 0 3 8',
    STATE_SECRET: '4 1 0 2 0 3 10',
    OTHER_REASON: '22 1 0 2 0 3 28',
  },
);
add(
  'circled numbering',
  t3(C, vals, '|', {
    label: (l: string) => l.replace(/^(\d)\./, (_, d) => String.fromCharCode(0x245f + Number(d))),
  }),
  { STATE_SECRET: '4 1 0 2 0 3 10', OTHER_REASON: '22 1 0 2 0 3 28' },
);
add(
  '序号 column',
  [
    '序号|项目|' + C.join('|'),
    ...t3(C, vals, '|')
      .split('\n')
      .slice(1)
      .map((l, i) => `${i + 1}|${l}`),
  ].join('\n'),
  { received: '0 1 0 2 0 3 6', OTHER_REASON: '22 1 0 2 0 3 28' },
);
add(
  '备注 column',
  t3([...C, '备注'], (i) => [...vals(i), i % 3 ? '' : '其中信访类3件'], '|'),
  { received: '0 1 0 2 0 3 6', OTHER_REASON: '22 1 0 2 0 3 28' },
);
add(
  '单位 column',
  t3(['单位', ...C], (i) => ['件', ...vals(i)], '|'),
  { received: '0 1 0 2 0 3 6', OTHER_REASON: '22 1 0 2 0 3 28' },
);
add(
  '单位 column html',
  '<table>' +
    t3(['单位', ...C], (i) => ['件', ...vals(i)], '|')
      .split('\n')
      .map((l) => '<tr><td>' + l.split('|').join('</td><td>') + '</td></tr>')
      .join('') +
    '</table>',
  { received: '0 1 0 2 0 3 6', OTHER_REASON: '22 1 0 2 0 3 28' },
);
add(
  '备注 column html',
  '<table>' +
    t3([...C, '备注'], (i) => [...vals(i), i % 3 ? '' : '共3件'], '|')
      .split('\n')
      .map((l) => '<tr><td>' + l.split('|').join('</td><td>') + '</td></tr>')
      .join('') +
    '</table>',
  { received: '0 1 0 2 0 3 6', OTHER_REASON: '22 1 0 2 0 3 28' },
);
add(
  'three columns',
  t3(['自然人', '法人或其他组织', '总计'], (i) => [i, 6, i + 6], '|'),
  { received: '0 . . . . . 6', OTHER_REASON: '22 . . . . . 28' },
);
add(
  'category prefixes',
  t3(C, vals, '|', {
    label: (l: string, i: number) =>
      i >= 4 && i < 12 ? '（三）不予公开' + l : i >= 12 && i < 15 ? '无法提供：' + l : l,
  }),
  { STATE_SECRET: '4 1 0 2 0 3 10', NOT_HELD: '12 1 0 2 0 3 18', OTHER_REASON: '22 1 0 2 0 3 28' },
);
add(
  'subtotals of categories',
  (() => {
    const lines = t3(C, vals, '|').split('\n');
    lines.splice(5, 0, '（三）不予公开|60|8|0|16|0|24|108');
    lines.splice(14, 0, '（四）无法提供|39|3|0|6|0|9|57');
    return lines.join('\n');
  })(),
  {
    STATE_SECRET: '4 1 0 2 0 3 10',
    ADMINISTRATIVE_QUERY: '11 1 0 2 0 3 17',
    NOT_HELD: '12 1 0 2 0 3 18',
    OTHER_REASON: '22 1 0 2 0 3 28',
  },
);
add(
  'pinyin',
  t3(C, vals, '|', {
    label: (l: string) => l.replace('政府', '政(zhèng)府(fǔ)').replace('公開', '公(gōng)開(kāi)'),
  }),
  { received: '0 1 0 2 0 3 6' },
);
add(
  'flattened refused',
  (() => {
    const lines = t3(C, vals, '|').split('\n');
    const vs = lines.splice(5, 8).flatMap((l) => l.split('|').slice(1));
    lines.splice(5, 0, '（三）不予公开|' + vs.join('|'));
    return lines.join('\n');
  })(),
  {
    STATE_SECRET: '4 1 0 2 0 3 10',
    ADMINISTRATIVE_QUERY: '11 1 0 2 0 3 17',
    NOT_HELD: '12 1 0 2 0 3 18',
  },
  'R2',
);
add(
  'flattened refused, lines',
  (() => {
    const lines = t3(C, vals, '|').split('\n');
    const vs = lines.splice(5, 8).flatMap((l) => l.split('|').slice(1));
    lines.splice(5, 0, '（三）不予公开|' + vs.join('|'));
    return lines.join('\n').replaceAll('|', '\n');
  })(),
  {
    STATE_SECRET: '4 1 0 2 0 3 10',
    ADMINISTRATIVE_QUERY: '11 1 0 2 0 3 17',
    NOT_HELD: '12 1 0 2 0 3 18',
  },
  'R2',
);
add(
  'heads split over rows',
  [
    '项目|自然人|商业|科研|社会公益|法律服务|其他|总计',
    '||企业|机构|组织|机构||',
    ...t3(C, vals, '|').split('\n').slice(1),
  ].join('\n'),
  { received: '0 1 0 2 0 3 6', OTHER_REASON: '22 1 0 2 0 3 28' },
);
add(
  'wrapped label after numbers',
  t3(C, vals, '\t').replace(/5\.属于三类内部事务信息(.*)/, '$1\n5.属于三类内部事务信\n息'),
  {
    THIRD_PARTY_RIGHTS: '7 1 0 2 0 3 13',
    INTERNAL_AFFAIRS: '8 1 0 2 0 3 14',
    DELIBERATIVE_PROCESS: '9 1 0 2 0 3 15',
  },
);
add(
  'wrapped label around numbers',
  t3(C, vals, '\t').replace(
    /(1\.申请人无正当理由逾期不补正、)行政机关不再处理其政府信息公开申请(.*)/,
    '$1$2\n行政机关不再处理其政府信息\n公开申请',
  ),
  { CORRECTION_OVERDUE: '20 1 0 2 0 3 26', FEE_UNPAID: '21 1 0 2 0 3 27' },
);
add(
  'lost total cell',
  t3(C, vals, '|').replace(
    /四、结转下年度继续办理\|24\|1\|0\|2\|0\|3\|30/,
    '四、结转下年度继续办理|24|1|0|2|0|3|\n30',
  ),
  { carriedOut: '24 1 0 2 0 3 30' },
);
add(
  'vertical label pieces',
  (() => {
    const lines = t3(C, vals, '|').split('\n');
    const v = Array.from('三、本年度办理结果');
    return lines
      .map((l, i) => (i < 3 ? l.replace('|', '||') : `${v[i - 3] ?? ''}|${l}`))
      .join('\n');
  })(),
  { received: '0 1 0 2 0 3 6', GRANTED: '2 1 0 2 0 3 8', OTHER_REASON: '22 1 0 2 0 3 28' },
);
add(
  'two printed rows on a line',
  `第二十条第（六）项\n信息内容|本年处理决定数量|信息内容|本年处理决定数量\n行政处罚|3|行政强制|4`,
  { penaltyDecisions: '3', coercionDecisions: '4' },
);
add(
  'fee in yuan head',
  `第二十条第（八）项\n信息内容|本年收费金额（单位：元）\n行政事业性收费|251000`,
  { administrativeFeesWan: '25.1' },
);
add(
  'fee with unit in label',
  `第二十条第（八）项\n信息内容|本年收费金额\n行政事业性收费（元）|251000`,
  { administrativeFeesWan: '25.1' },
);
add('table printed twice', t3(C, vals) + '\n\n返回顶部\n\n' + t3(C, vals), {
  received: '0 1 0 2 0 3 6',
  OTHER_REASON: '22 1 0 2 0 3 28',
});
add(
  'table printed twice, differing',
  t3(C, vals) + '\n\n返回顶部\n\n' + t3(C, (i) => (i === 5 ? [9, 1, 0, 2, 0, 3, 15] : vals(i))),
  { received: '0 1 0 2 0 3 6', PROHIBITED_BY_LAW: '5 1 0 2 0 3 11' },
  'R7',
);
add(
  'page break',
  (() => {
    const l = t3(C, vals).split('\n');
    return [
      ...l.slice(0, 12),
      '',
      '— 5 —',
      '',
      '示例县农业农村局2024年政府信息公开工作年度报告',
      '',
      l[0],
      ...l.slice(12),
    ].join('\n');
  })(),
  {
    received: '0 1 0 2 0 3 6',
    ADMINISTRATIVE_QUERY: '11 1 0 2 0 3 17',
    NOT_HELD: '12 1 0 2 0 3 18',
    OTHER_REASON: '22 1 0 2 0 3 28',
  },
);
add(
  'row broken over pages',
  t3(C, vals).replace('7.属于行政执法案卷\t10\t1\t0', '7.属于行政执法案卷\t10\t1\t0\n\n- 6 -\n\n'),
  { ENFORCEMENT_CASE_FILE: '10 1 0 2 0 3 16', ADMINISTRATIVE_QUERY: '11 1 0 2 0 3 17' },
);
add(
  'blank for noughts, lines',
  t3(C, (i) => vals(i).map((v) => (v === 0 ? '' : v)), '\n'),
  { received: '_ 1 _ 2 _ 3 6', OTHER_REASON: '22 1 _ 2 _ 3 28' },
);
add(
  'blank for noughts, paragraphs',
  t3(C, (i) => vals(i).map((v) => (v === 0 ? '' : v)), '\n\n').replace(
    /\n(?=[^\n])(?<!\n\n)/g,
    '\n\n',
  ),
  { received: '_ 1 _ 2 _ 3 6', OTHER_REASON: '22 1 _ 2 _ 3 28' },
);
add(
  'total only filled',
  t3(C, (i) => ['', '', '', '', '', '', i + 6], '|'),
  { received: '_ _ _ _ _ _ 6', OTHER_REASON: '_ _ _ _ _ _ 28' },
);
add(
  'marks',
  t3(C, (i) => ['-', '—', '/', '——', '无', '0', i], '|'),
  { received: '/ / / / / 0 0', OTHER_REASON: '/ / / / / 0 22' },
);
add(
  'numbers in words',
  t3(C, () => ['三', '零', '〇', '①', 'O', '1，234', '12件'], '|'),
  { received: '3 0 0 1 0 1234 12' },
);
add(
  'merged numbers',
  t3(C, vals, '|').replace('5.属于三类内部事务信息|8|1|0', '5.属于三类内部事务信息|8|1 0'),
  { INTERNAL_AFFAIRS: '8 1 0 2 0 3 14' },
);
add(
  '2019 rows',
  `第二十条第（五）项
信息内容|上一年项目数量|本年增/减|处理决定数量
行政许可|33|减4|120
其他对外管理服务事项|4|增98|16
第二十条第（六）项
信息内容|上一年项目数量|本年增/减|处理决定数量
行政处罚|36|增|5
行政强制|1|0/0|0
第二十条第（八）项
信息内容|上一年项目数量|本年增/减|
行政事业性收费|10|-11|
第二十条第（九）项
信息内容|采购项目数量|采购总金额(万元)|
政府集中采购|6|477.35|`,
  {
    licensing: '33 -4 120',
    otherServices: '4 98 16',
    penalty: '36 ? 5',
    coercion: '1 0 0',
    administrativeFees: '10 -11',
    procurement: '6 4773500',
  },
);
add(
  'rows out of order',
  '第二十条第（六）项\n信息内容|本年处理决定数量|\n行政强制|3|\n行政处罚|4|\n\n三、其他。',
  { penaltyDecisions: '4', coercionDecisions: '3' },
);
add(
  'mixed editions',
  `第二十条第（一）项
信息内容|本年新制作数量|本年新公开数量|对外公开总数量
规章|0|0|0
规范性文件|1|2|3
第二十条第（五）项
信息内容|本年处理决定数量
行政许可|12`,
  { regulations: '0 0 0', normativeDocuments: '1 2 3', licensingDecisions: '12' },
);

describe('a table set otherwise than the form', () => {
  it.each(cases)('%s', (_, source, expected, code) => {
    const reading = readSource(source, 2024);
    const read = Object.fromEntries(Object.keys(expected).map((row) => [row, rowOf(reading, row)]));
    expect(read).toEqual(expected);
    if (code !== '') expect(codesOf(reading)).toContain(code);
  });
});
