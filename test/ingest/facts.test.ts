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

describe('an organ whose title leaves its region out', () => {
  it('is named as the text names it in full, also where its office speaks', () => {
    const facts = factsOf(
      '洪泽区人民政府2023年政府信息公开工作年度报告\n本报告由淮安市洪泽区人民政府办公室根据《中华人民共和国政府信息公开条例》要求编制。',
    );
    expect(facts.agency).toBe('淮安市洪泽区人民政府');
  });

  it('keeps its name where the text names a superior', () => {
    const facts = factsOf(
      '洪泽区教育局2023年政府信息公开工作年度报告\n本报告由淮安市教育局根据《中华人民共和国政府信息公开条例》要求审核。',
    );
    expect(facts.agency).toBe('洪泽区教育局');
  });
});

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
    ['2019年上海市人民政府办公厅政府信息公开工作年度报告', '上海市人民政府办公厅', 2019],
    ['国家公务员局2019年政府信息公开工作年度报告', '国家公务员局', 2019],
    ['宿迁市 2025 年政府信息公开工作年度报告', '宿迁市人民政府', 2025],
    ['上海市黄浦区人民政府2022年政府信息公开工作年度报告（超链版）', '上海市黄浦区人民政府', 2022],
    ['宿州市人民政府2019年政府信息公开工作年度报告（图片版）', '宿州市人民政府', 2019],
    ['驼峰路街道办事处政府信息公开工作年度报告', '驼峰路街道办事处', null],
    [
      '市市场监管局（知识产权局）2020年政府信息公开工作年度报告',
      '市市场监管局（知识产权局）',
      2020,
    ],
    ['廣德市統(tǒng)計局2023年政府信息公開工作年度報告', '广德市统计局', 2023],
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

  it('is read from lines that break where the page did', () => {
    const office = factsOf(
      '正文\n2025 年上海市人民政府办公厅政府信息公开\n工作年度报告\n本年度报告根据《中华人民共和国政府信息公开条例》（以\n下简称《条例》）的要求编制，全\n文包括总体情况、主动公开政府信息情况。本年度报告中所列数据统计期限为 2025\n年 1 月 1 日至 12 月 31 日。\n\n一、总体情况\n2025 年，上海市人民政府办公厅坚持…',
    );
    expect(office).toMatchObject({
      agency: '上海市人民政府办公厅',
      year: 2025,
      titleYear: 2025,
      periodYear: 2025,
      scope: 'ORGAN',
    });
    const science = factsOf(
      '正文\n2024 年上海市科委政府信息公开工作\n年度报告\n根据《中华人民共和国政府信息公开条例》，市科委编制了 2024 年度政务公开工作\n报告。本年度报告中所列数据的统计周期\n为 2024 年 1 月 1 日至 12 月 31 日。\n\n一、总体情况\n甲\n二、工作机制保障\n乙\n三、主动公开工作情况\n丙\n四、政府信息公开申请情况\n丁\n一、主动公开政府信息情况\n戊',
    );
    expect(science).toMatchObject({ agency: '上海市科委', year: 2024, periodYear: 2024 });
    expect(science.sections.map((s) => [s.ordinal, s.text])).toEqual([
      [1, '甲'],
      [2, '丙\n戊'],
      [3, '丁'],
      [7, '乙'],
    ]);
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
    ['2023年，在市委、市政府坚强领导下，周口市公安局紧紧围绕中心工作，扎实推进政府信息公开。', {}],
    ['周口市公安局\n2024年01月18日来源:1', {}],
    ['现将2023年周口市公安局政府信息公开情况报告如下：', {}],
    ['发布机构：周口市公安局\n发布日期：2024-01-20', {}],
    ['发布机构：\n周口市公安局', {}],
    ['根据有关要求,特编制周口市公安局2023年政府信息公开工作年度报告。', {}],
    ['我局组织编制了《周口市公安局2023年政府信息公开工作年度报告》,现向社会公布。', {}],
    ['如对本报告有疑问,请联系:周口市公安局党政办公室,地址:周口市。', {}],
    ['本报告由周口市公安局综合办公室编制。', {}],
    ['周口市公安局\n现公布市政府公安局工作情况。', {}],
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

  it('is the government on whose website a region speaks of itself', () => {
    const text =
      '本报告的电子版可在吴起县人民政府门户网站下载。\n一、总体情况\n2023年，我县工作有序。';
    expect(factsOf(text).agency).toBe('吴起县人民政府');
    expect(factsOf(text.replace('我县', '我镇')).agency).toBeNull();
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

  it('is read from the title in the sentence that tells of its making', () => {
    const text = '我局组织编制了《苍溪县林业局2024年政府信息公开工作年度报告》。\n一、总体情况';
    expect(factsOf(text).year).toBe(2024);
  });

  it('is read from the sentence that announces the report', () => {
    const text = '根据条例规定,现公布区统计局2023年政府信息公开工作年度报告。\n一、总体情况\n甲';
    expect(factsOf(text)).toMatchObject({ agency: '区统计局', year: 2023, titleYear: null });
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
    [
      '淮安市洪泽区人民政府2023年政府信息公开工作年度报告',
      '2023年全区受理政府信息公开申请21件，均在法定期限答复。',
      'REGION_CONSOLIDATED',
    ],
    [
      '宿迁市人民政府2023年政府信息公开工作年度报告',
      '全市共收到政府信息公开申请3607件，其中市政府349件。',
      'REGION_CONSOLIDATED',
    ],
    // Only the office's own requests are told, beside a table of the whole district.
    [
      '淮安市洪泽区人民政府2024年政府信息公开工作年度报告',
      '区政府办代表区政府受理政府信息公开申请17件，全区公开政策解读7条。',
      null,
    ],
    ['云岭县民政局2024年政府信息公开工作年度报告', '全县受理信息公开申请3件。', 'ORGAN'],
    [
      '云岭县人民政府办公室2024年政府信息公开工作年度报告',
      '本报告汇总全县各乡镇、县政府各部门情况编制而成。',
      'REGION_CONSOLIDATED',
    ],
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

  it('are known where a copy lost the indent before their headings', () => {
    const { sections } = factsOf(
      '????一、总体情况\n本镇工作。\n??五、存在的主要问题及改进情况\n人手不足。',
    );
    expect(sections.map((s) => s.ordinal)).toEqual([1, 5]);
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
