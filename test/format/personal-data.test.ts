import { describe, expect, it } from 'vitest';
import { findPersonalData, maskPersonalData } from '../../src/format/personal-data.js';
import type { PersonalDataKind } from '../../src/format/personal-data.js';

/** The check character that makes 17 digits an identity number. */
function identityNumber(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, i) => all + weight * Number(first17[i]), 0);
  return first17 + '10X98765432'.charAt(sum % 11);
}

/** The check digit of Luhn behind the digits of a card. */
function card(digits: string): string {
  for (let check = 0; check < 10; check++) {
    const all = Array.from(`${digits}${check}`).reverse().map(Number);
    const sum = all.reduce((s, d, i) => s + (i % 2 === 0 ? d : d > 4 ? 2 * d - 9 : 2 * d), 0);
    if (sum % 10 === 0) return `${digits}${check}`;
  }
  throw new Error('no check digit');
}

const places = ['110105', '350102', '440304', '510104', '650102', '320106', '410102'];
const identities = places.map((place, i) =>
  identityNumber(`${place}19${70 + i}0${1 + i}1${i}12${i}`),
);
const cards = [
  '622202100112345678',
  '62284800123456781',
  '621700130000012345',
  '433670012345678',
  '6013820800012345',
].map(card);

const grouped = card('622202100112345678').replace(/(\d{4})(?=\d)/g, '$1 ');

const trueOnes: [PersonalDataKind, string, string][] = [
  ...identities.map((n): [PersonalDataKind, string, string] => [
    'IDENTITY_NUMBER',
    `身份证号${n}。`,
    n,
  ]),
  ['MOBILE_NUMBER', '联系人：李某，13812341234', '13812341234'],
  ['MOBILE_NUMBER', '手机：138 1234 1234。', '138 1234 1234'],
  ['MOBILE_NUMBER', '电话（159-1234-5678）', '159-1234-5678'],
  ['MOBILE_NUMBER', '+86 18912345678', '+86 18912345678'],
  ['MOBILE_NUMBER', '电话0745-2713992、13317459538。', '13317459538'],
  ['MOBILE_NUMBER', '联系电话１３８１２３４１２３４', '１３８１２３４１２３４'],
  ['MOBILE_NUMBER', '19912345678（微信同号）', '19912345678'],
  ...cards.map((n): [PersonalDataKind, string, string] => ['BANK_CARD', `汇入账号${n}，户名`, n]),
  ['BANK_CARD', `卡号${grouped}。`, grouped],
  ['EMAIL', '电子邮箱：zhangsan@163.com。', 'zhangsan@163.com'],
  ['EMAIL', '请发送至li.si-2024@example.gov.cn，', 'li.si-2024@example.gov.cn'],
  ['EMAIL', '（Wang_Wu@mail.example.com）', 'Wang_Wu@mail.example.com'],
  ['EMAIL', '邮箱１２３＠ｑｑ．ｃｏｍ', '１２３＠ｑｑ．ｃｏｍ'],
  ['EMAIL', '1234567890@qq.com', '1234567890@qq.com'],
];

const lookAlikes = [
  '国办公开办函〔2021〕30号',
  '统一社会信用代码11370112MB2803691Q',
  '索引号：11370900004341590P/2017-00150',
  '索引号 000014349/2024-00012',
  '索引号1133068200259085XF',
  '电话：0527-84368216',
  '联系电话：（0563）3027267',
  '电话0532—87362451',
  '邮编：223800',
  '热线12345、110、12388',
  '行政事业性收费13800138000元',
  '行政许可11398889件',
  '累计阅读量13812345678次',
  '总浏览量达15912345678人次',
  '采购金额62220210011234567元',
  'http://www.example.gov.cn/zwgk/1881148422612901890.html',
  'https://www.example.gov.cn/art/2024/1/15/art_1229780061_4129330.html',
  '文件编号20210129138123412345678',
  '身份证号350102197001011234（校验位不符）',
  '编号110105194912310021',
  '账号6222021001123456780',
  '2023-01-01 至 2023-12-31',
  '网站标识码：3418020037，皖公安备34180202000313号',
  '皖ICP备05004400号-1',
  '统计代码410000000000，区划代码411600000000',
];

describe('personal data', () => {
  it.each(trueOnes)('%s is found: %s', (kind, text, datum) => {
    const found = findPersonalData(text);
    expect(found.map((d) => [d.kind, d.text])).toEqual([[kind, datum]]);
    expect(text.slice(found[0]!.from, found[0]!.to)).toBe(datum);
  });

  it.each(lookAlikes)('is not seen in %s', (text) => {
    expect(findPersonalData(text)).toEqual([]);
    expect(maskPersonalData(text)).toBe(text);
  });

  it('is looked for in 25 texts that have some and in 25 that seem to', () => {
    expect(trueOnes.length).toBeGreaterThanOrEqual(25);
    expect(lookAlikes).toHaveLength(25);
  });
});

describe('masking', () => {
  it('keeps what tells the kind and hides the rest', () => {
    const identity = identityNumber('35010219700101123');
    expect(maskPersonalData('手机13812341234')).toBe('手机138****1234');
    expect(maskPersonalData(identity)).toBe(`35*************${identity.slice(-3)}`);
    expect(maskPersonalData('138-1234-1234，+86 13812341234')).toBe(
      '138-****-1234，+86 138****1234',
    );
    expect(maskPersonalData(grouped)).toBe(`6222 **** **** ***6 ${grouped.slice(-3)}`);
    expect(maskPersonalData('联系zhangsan@163.com。')).toBe('联系z***@163.com。');
  });

  it('leaves nothing to find', () => {
    const text = trueOnes.map(([, printed]) => printed).join('；');
    expect(findPersonalData(maskPersonalData(text)).filter((d) => !d.text.includes('***'))).toEqual(
      [],
    );
  });
});
