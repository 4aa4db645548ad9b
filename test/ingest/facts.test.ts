import { describe, expect, it } from 'vitest';
import { isCreditCode } from '../../src/ingest/facts/credit-code.js';
import { linesOf } from '../../src/ingest/facts/plain.js';
import { dateIn } from '../../src/ingest/facts/published-on.js';
import { readFacts } from '../../src/ingest/facts/read-facts.js';
import type { Facts } from '../../src/ingest/facts/read-facts.js';
import { readSections } from '../../src/ingest/facts/sections.js';
import type { ReportSection } from '../../src/format/report.js';
import type { Page, PageHints } from '../../src/ingest/page.js';

const pageOf = (text: string, hints: Partial<PageHints> = {}): Page => ({
  blocks: text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => ({
      kind: 'paragraph',
      text: line.trim(),
      headingLevel: null,
      locator: `line ${i + 1}`,
    })),
  hints: { titles: [], meta: {}, links: [], ...hints },
  notes: [],
});
const factsOf = (
  text: string,
  hints: Partial<PageHints> = {},
): Facts & { sections: ReportSection[] } => {
  const page = pageOf(text, hints);
  const lines = linesOf(page);
  return { ...readFacts(lines, page.hints), sections: readSections(lines, new Set()) };
};
const PREAMBLE =
  '根据《中华人民共和国政府信息公开条例》要求，编制本报告。\n一、总体情况\n本年度工作如下。';
const titled = (title: string, hints?: Partial<PageHints>): Facts =>
  factsOf(`${title}\n${PREAMBLE}`, hints);

describe('organ and year of a title', () => {
  it.each([
    ['周口市公安局 2024 年政府信息公开工作年度报告', '周口市公安局', 2024],
    ['周口市公安局政府信息公开工作2022年度报告', '周口市公安局', 2022],
    ['2022年度周口市公安局政府信息公开工作年度报告', '周口市公安局', 2022],
    ['周口市公安局2024年度政府信息公开工作报告', '周口市公安局', 2024],
    ['周口市公安局2024年政务信息公开年度报告', '周口市公安局', 2024],
    ['周口市公安局2023年度政府信息公开年度报告', '周口市公安局', 2023],
    ['周口市公安局政府信息公开2021年度报告', '周口市公安局', 2021],
    ['关于周口市公安局2021年政府信息公开工作情况的报告', '周口市公安局', 2021],
    ['周口市公安局关于2021年政府信息公开工作的年度报告', '周口市公安局', 2021],
    ['2024年政府信息公开工作年度报告（周口市公安局）', '周口市公安局', 2024],
    ['周口市公安局二〇二一年政府信息公开工作年度报告', '周口市公安局', 2021],
    ['周口市公安局二○二四年度政府信息公开工作年度报告', '周口市公安局', 2024],
    ['周口市公安局２０２２年政府信息公开工作年度报告', '周口市公安局', 2022],
    ['周口市公安局\u200b2023\u00a0年政府信息公开工作年度报告', '周口市公安局', 2023],
    ['城口县人民政府机关2020年政府信息公开工作年度报告', '城口县人民政府', 2020],
    ['云岭县人民政府信息公开2023年年度报告', '云岭县人民政府', 2023],
    ['云岭县人民政府政府信息公开工作年度报告（2023年度）', '云岭县人民政府', 2023],
    ['云岭县人民政府办公室2023年政府信息公开工作年度报告', '云岭县人民政府办公室', 2023],
    [
      '国家税务总局广州市白云区税务局2021年政府信息公开工作年度报告',
      '国家税务总局广州市白云区税务局',
      2021,
    ],
    ['十堰市生态环境局郧阳分局2022年政府信息公开工作年度报告', '十堰市生态环境局郧阳分局', 2022],
    [
      '长春临空经济示范区管理委员会2025年政府信息公开工作年度报告',
      '长春临空经济示范区管理委员会',
      2025,
    ],
    [
      '郑州高新区管委会城市管理局2022年度政府信息公开工作年度报告',
      '郑州高新区管委会城市管理局',
      2022,
    ],
    [
      '宣城市财政局（宣城市人民政府国有资产监督管理委员会）2023年政府信息公开工作年度报告',
      '宣城市财政局（宣城市人民政府国有资产监督管理委员会）',
      2023,
    ],
    ['佳荣里街道办事处2021年政府信息公开工作年度报告', '佳荣里街道办事处', 2021],
    ['太和镇人民政府2022年政府信息公开工作年度报告', '太和镇人民政府', 2022],
    ['太和镇2022年政府信息公开工作年度报告', '太和镇人民政府', 2022],
    ['鲤城区农业农村和水利局2022年度政府信息公开工作年度报告', '鲤城区农业农村和水利局', 2022],
    ['县民政局2023年政府信息公开工作年度报告', '县民政局', 2023],
    ['巴彦扎拉嘎乡政府信息公开工作年度报告', '巴彦扎拉嘎乡人民政府', null],
    ['撫遠市自然資源局2022年政府信息公開工作年度報告', '抚远市自然资源局', 2022],
    ['乾县人民政府办公室2022年政府信息公开工作年度报告', '乾县人民政府办公室', 2022],
    ['附件：周口市公安局2024年政府信息公开工作年度报告', '周口市公安局', 2024],
    ['周口市公安局2024年政府信息公开工作年报', '周口市公安局', 2024],
  ])('%s', (title, agency, year) => {
    expect(titled(title)).toMatchObject({ agency, year, titleYear: year });
  });

  it.each([
    ['周口市公安局\n2024年政府信息公开工作年度报告', '周口市公安局', 2024],
    ['周口市公安局2024年\n政府信息公开工作年度报告', '周口市公安局', 2024],
    ['周口市公安局\n2024年政府信息公开工作\n年度报告', '周口市公安局', 2024],
    [
      '索引号：003/2025-01\n发布时间：2025-01-20\n周口市公安局\n2024年政府信息公开工作年度报告',
      '周口市公安局',
      2024,
    ],
  ])('is read over several lines: %j', (title, agency, year) => {
    expect(titled(title)).toMatchObject({ agency, year });
  });

  it('is not taken from links to other reports or from the site', () => {
    const facts = titled('首页 > 政府信息公开年报\n明江县水利局2022年政府信息公开工作年度报告', {
      titles: ['政府信息公开年报_明江县人民政府'],
    });
    expect(facts).toMatchObject({ agency: '明江县水利局', year: 2022 });
  });
});

describe('an organ that the title does not name', () => {
  const untitled = '2023年政府信息公开工作年度报告';
  it.each([
    ['现公布周口市公安局2023年政府信息公开工作年度报告。', {}],
    ['本报告由周口市公安局按照《中华人民共和国政府信息公开条例》编制。', {}],
    ['周口市公安局根据《中华人民共和国政府信息公开条例》编制本报告。', {}],
    ['我局坚持公开透明。', { meta: { contentsource: '周口市公安局' } }],
    ['我局坚持公开透明。', { titles: ['2023年政府信息公开工作年度报告_周口市公安局'] }],
    ['来源：周口市公安局　浏览次数：1024次', {}],
    ['发布机构：周口市公安局\n发布日期：2024-01-20', {}],
    ['发布机构：\n周口市公安局', {}],
  ] satisfies [string, Partial<PageHints>][])('is found in %s', (text, hints) => {
    expect(factsOf(`${untitled}\n${text}\n一、总体情况\n我局开展工作。`, hints).agency).toBe(
      '周口市公安局',
    );
  });

  it('is completed where the title shortens it', () => {
    expect(
      titled('县民政局2023年政府信息公开工作年度报告', { meta: { contentsource: '昌图县民政局' } })
        .agency,
    ).toBe('昌图县民政局');
    expect(titled('佳荣里街道2023年政府信息公开工作年度报告\n来源：佳荣里街道办事处').agency).toBe(
      '佳荣里街道办事处',
    );
  });

  it('is null where nothing tells it', () => {
    expect(
      factsOf('2023年政府信息公开工作年度报告\n一、总体情况\n我局开展工作。').agency,
    ).toBeNull();
  });
});

describe('the year of a report', () => {
  const period = (text: string, title = '巴彦扎拉嘎乡政府信息公开工作年度报告'): Facts =>
    factsOf(`${title}\n本报告所列数据的统计期限${text}。\n一、总体情况`);

  it.each([
    ['自2021年1月1日起至2021年12月31日止', 2021],
    ['自2021年1月1日至12月31日', 2021],
    ['自20191月1日起至201912月31日止', 2019],
    ['2022年11日至1231日', 2022],
    ['自 2 0 2 1 年1月1日起至2 0 2 1 年12月31日止', 2021],
    ['自二〇二一年一月一日起至二〇二一年十二月三十一日止', 2021],
  ])('is read from the period %s', (text, year) => {
    expect(period(text)).toMatchObject({ year, titleYear: null, periodYear: year });
  });

  it("is the title's where the period tells another", () => {
    expect(
      period('自2020年1月1日起至2020年12月31日止', '周口市公安局2021年政府信息公开工作年度报告'),
    ).toMatchObject({ year: 2021, titleYear: 2021, periodYear: 2020 });
  });

  it('is read from the page around it, or its address, where the text does not tell it', () => {
    const text = '太和镇政府信息公开工作年度报告\n一、总体情况';
    expect(factsOf(text, { furniture: ['当前位置：首页 > 政府信息公开年报 > 2023年'] }).year).toBe(
      2023,
    );
    expect(
      factsOf(text, { meta: { 'saved-from': 'http://x.gov.cn/a.jsp?area=002&fbtime=2024' } }).year,
    ).toBe(2024);
    expect(
      factsOf(text, { meta: { articletitle: '太和镇2022年政府信息公开工作年度报告' } }).year,
    ).toBe(2022);
  });

  it('is null where nothing tells it; the date of publication does not', () => {
    expect(
      factsOf('太和镇政府信息公开工作年度报告\n发布日期：2024-01-20\n一、总体情况').year,
    ).toBeNull();
  });
});

describe('the scope of a report', () => {
  const scope = (title: string, text = ''): Facts['scope'] =>
    factsOf(`${title}\n${text}\n一、总体情况\n本年度开展工作。`).scope;

  it.each([
    ['周口市公安局2024年政府信息公开工作年度报告', '', 'ORGAN'],
    ['太和镇人民政府2024年政府信息公开工作年度报告', '', 'ORGAN'],
    ['云岭县人民政府办公室2024年政府信息公开工作年度报告', '', 'ORGAN'],
    ['城口县人民政府机关2020年政府信息公开工作年度报告', '', 'ORGAN'],
    [
      '城口县人民政府2020年政府信息公开工作年度报告',
      '本报告为以城口县人民政府及其办公室名义公开的信息。',
      'ORGAN',
    ],
    ['重庆市市场监督管理局机关2023年政府信息公开工作年度报告', '', 'ORGAN'],
    ['重庆市市场监管系统2023年政府信息公开工作年度报告', '', 'SYSTEM_CONSOLIDATED'],
    ['云岭县人民政府2024年政府信息公开工作年度报告', '本报告汇总全县数据。', 'REGION_CONSOLIDATED'],
    ['辽宁省人民政府2022年政府信息公开工作年度报告', '报告汇总全省数据。', 'REGION_CONSOLIDATED'],
    [
      '云岭县人民政府2024年政府信息公开工作年度报告',
      '所列数据包括本级政府及其部门数据。',
      'GOVERNMENT_LEVEL',
    ],
    ['云岭县人民政府2024年政府信息公开工作年度报告', '', null],
  ] satisfies [string, string, Facts['scope']][])('%s %s → %s', (title, text, expected) => {
    expect(scope(title, text)).toBe(expected);
  });
});

describe('dates and codes', () => {
  it.each([
    ['发布日期：2024-01-20 10:32　来源：x', '2024-01-20'],
    ['发布时间： 2024年1月9日', '2024-01-09'],
    ['【发布日期】2024/1/9', '2024-01-09'],
    ['成文日期：20240109', '2024-01-09'],
    ['公开日期：\n2024.01.09', '2024-01-09'],
  ])('%j', (line, date) => {
    expect(titled(`${line}\n太和镇2023年政府信息公开工作年度报告`).publishedOn).toBe(date);
  });

  it('takes the meta element first and the dateline last', () => {
    const text = `太和镇2023年政府信息公开工作年度报告\n${PREAMBLE}\n2024年1月25日`;
    expect(factsOf(text).publishedOn).toBe('2024-01-25');
    expect(factsOf(text, { meta: { pubdate: '2024-01-26 09:00' } }).publishedOn).toBe('2024-01-26');
    expect(factsOf(`${text.slice(0, -10)}二〇二四年一月二十五日`).publishedOn).toBe('2024-01-25');
  });

  it('knows no days that the calendar lacks', () => {
    expect(dateIn('2023年2月30日')).toBeNull();
    expect(dateIn('2024-02-29')).toBe('2024-02-29');
  });

  it('reads the credit code of an index number when both check digits hold', () => {
    expect(titled('索引号：11370112MB2803691Q/2024-6538710').unifiedSocialCreditCode).toBe(
      '11370112MB2803691Q',
    );
    expect(titled('索引号 11330703729102247D/2022-115537').unifiedSocialCreditCode).toBe(
      '11330703729102247D',
    );
    expect(titled('索引号：11370112MB2803691R/2024-6538710').unifiedSocialCreditCode).toBeNull();
    expect(isCreditCode('11370900004341590P')).toBe(true);
  });

  it('leaves the code open where two organs stand on a page', () => {
    expect(titled('11370112MB2803691Q 11370900004341590P').unifiedSocialCreditCode).toBeNull();
    expect(
      titled('11370112MB2803691Q\n统一社会信用代码：11370900004341590P').unifiedSocialCreditCode,
    ).toBe('11370900004341590P');
  });
});

describe('the sections of a report', () => {
  const ordinals = (text: string): string[] =>
    factsOf(text).sections.map((s) => `${s.ordinal} ${s.heading}: ${s.text}`);

  it('are six, with their texts', () => {
    expect(
      ordinals(
        'X局2024年政府信息公开工作年度报告\n一、总体情况\n甲\n（一）主动公开情况。乙\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n' +
          '四、政府信息公开行政复议、行政诉讼情况\n无\n五、存在的主要问题及改进情况\n丙\n六、其他需要报告的事项\n丁\n打印 关闭',
      ),
    ).toEqual([
      '1 总体情况: 甲\n（一）主动公开情况。乙',
      '2 主动公开政府信息情况: ',
      '3 收到和处理政府信息公开申请情况: ',
      '4 政府信息公开行政复议、行政诉讼情况: 无',
      '5 存在的主要问题及改进情况: 丙',
      '6 其他需要报告的事项: 丁',
    ]);
  });

  it('are known by their words where their numbers are of another kind', () => {
    expect(
      ordinals(
        '一、报告内容\n（一）总体情况\n甲\n（二）主动公开政府信息情况\n乙\n1.存在的主要问题及改进情况\n丙',
      ),
    ).toEqual(['1 总体情况: 甲', '2 主动公开政府信息情况: 乙', '5 存在的主要问题及改进情况: 丙']);
  });

  it('keep text on the line of the heading, and join a section that is told twice', () => {
    expect(
      ordinals('一、总体情况。2024年，甲。\n二、主动公开政府信息情况\n一、总体情况\n乙'),
    ).toEqual(['1 总体情况: 2024年，甲。\n乙', '2 主动公开政府信息情况: ']);
  });

  it('count on from seven where the form has no such section', () => {
    expect(ordinals('一、总体情况\n甲\n二、收费及减免\n乙')).toEqual([
      '1 总体情况: 甲',
      '7 收费及减免: 乙',
    ]);
  });
});
