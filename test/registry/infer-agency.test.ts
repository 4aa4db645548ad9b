import { describe, expect, it } from 'vitest';
import { inferAgency } from '../../src/registry/infer-agency.js';
import { referencePlaceNames } from '../../src/registry/place-names-of-reference.js';

const infer = (
  name: string,
  clues: { regionHint?: string; unifiedSocialCreditCode?: string } = {},
) =>
  inferAgency(
    { name, regionHint: null, unifiedSocialCreditCode: null, url: null, ...clues },
    referencePlaceNames(),
  );

/** name, region, kind, level, sectors, consolidates into */
const published: [string, string | null, string, string | null, string, string | null][] = [
  ['周口市公安局', '411600', 'DEPARTMENT', 'PREFECTURE', 'PUBLIC_SECURITY', '411600'],
  ['河南省周口市川汇区财政局', '411602', 'DEPARTMENT', 'COUNTY', 'FINANCE', '411602'],
  ['淮安市洪泽区人民政府', '320813', 'GOVERNMENT', 'COUNTY', 'GOV_OFFICE', '320813'],
  ['湖口县大垅乡人民政府', '360429200', 'GOVERNMENT', 'TOWNSHIP', 'TOWN', '360429200'],
  ['微山县两城镇人民政府', '370826107', 'GOVERNMENT', 'TOWNSHIP', 'TOWN', '370826107'],
  ['东莞市虎门镇人民政府', '441900121', 'GOVERNMENT', 'TOWNSHIP', 'TOWN', '441900121'],
  ['上海市黄浦区打浦桥街道办事处', '310101021', 'DISPATCHED_ORGAN', 'TOWNSHIP', 'STREET', '310101'],
  ['西安市临潼区开发区管理委员会', '610115', 'ZONE_COMMITTEE', 'COUNTY', 'ZONE', '610115'],
  ['长春临空经济示范区管理委员会', '220100', 'ZONE_COMMITTEE', 'PREFECTURE', 'ZONE', '220100'],
  ['岳阳市南湖新区某局', '430600', 'DEPARTMENT', 'PREFECTURE', 'ZONE', '430600'],
  ['十堰市生态环境局郧阳分局', '420304', 'DISPATCHED_BODY', 'PREFECTURE', 'ECOLOGY', '420300'],
  [
    '温州市公安局鹿城区分局',
    '330302',
    'DISPATCHED_BODY',
    'PREFECTURE',
    'PUBLIC_SECURITY',
    '330300',
  ],
  ['上海市公安局黄浦分局', '310101', 'DISPATCHED_BODY', 'PROVINCE', 'PUBLIC_SECURITY', '310000'],
  ['国家税务总局广州市白云区税务局', '440111', 'DEPARTMENT', 'COUNTRY', 'TAX', null],
  ['沧州市气象局', '130900', 'DEPARTMENT', 'COUNTRY', 'METEOROLOGY', null],
  ['国家统计局锡林郭勒调查队', '152500', 'DEPARTMENT', 'COUNTRY', 'STATISTICS', null],
  ['锡林郭勒盟商务局', '152500', 'DEPARTMENT', 'PREFECTURE', 'COMMERCE', '152500'],
  ['上海市政府办公厅', '310000', 'DEPARTMENT', 'PROVINCE', 'GOV_OFFICE', '310000'],
  ['大兴安岭地区行政公署', '232700', 'DISPATCHED_ORGAN', 'PREFECTURE', 'GOV_OFFICE', '232700'],
  ['济源市财政局', '419001', 'DEPARTMENT', 'COUNTY', 'FINANCE', '419001'],
  ['道里区残联', '230102', 'OTHER_ORGAN', 'COUNTY', 'MASS_ORG', '230102'],
  [
    '周口市住房公积金管理中心',
    '411600',
    'AUTHORIZED_ORGANIZATION',
    'PREFECTURE',
    'HOUSING_FUND',
    '411600',
  ],
  ['新疆生产建设兵团', '650000', 'GOVERNMENT', 'PROVINCE', 'GOV_OFFICE', null],
  ['商务部', '000000', 'DEPARTMENT', 'COUNTRY', 'COMMERCE', '000000'],
  ['县民政局', null, 'DEPARTMENT', 'COUNTY', 'CIVIL_AFFAIRS', null],
  ['打浦桥街道办事处', null, 'DISPATCHED_ORGAN', 'TOWNSHIP', 'STREET', null],
  ['太和镇人民政府', null, 'GOVERNMENT', 'TOWNSHIP', 'TOWN', null],
  ['海澜市光明区应急管理局', null, 'DEPARTMENT', 'COUNTY', 'EMERGENCY', null],
  ['云岭县人民政府', null, 'GOVERNMENT', 'COUNTY', 'GOV_OFFICE', null],
];

describe('an agency is placed by its name', () => {
  it.each(published)('%s', (name, region, kind, level, sectors, consolidatesInto) => {
    const found = infer(name);
    expect({
      region: found.regionCode,
      kind: found.kind,
      level: found.level,
      sectors: found.sectors.join('+'),
      consolidatesInto: found.consolidatesInto,
    }).toEqual({ region, kind, level, sectors, consolidatesInto });
  });

  it.each([
    ['鲤城区农业农村和水利局', ['AGRICULTURE', 'WATER']],
    ['蜀山区教育体育局', ['EDUCATION', 'SPORTS']],
    ['宣城市财政局(宣城市人民政府国有资产监督管理委员会)', ['FINANCE', 'STATE_ASSETS']],
    ['市市场监管局（知识产权局）', ['MARKET_REGULATION', 'INTELLECTUAL_PROPERTY']],
    ['昌图县文旅广局', ['CULTURE_TOURISM']],
    ['郑州高新区管委会城市管理局', ['URBAN_MANAGEMENT', 'ZONE']],
    ['周口市人民政府国有资产监督管理委员会', ['STATE_ASSETS']],
    ['武汉市住房保障和房屋管理局', ['HOUSING_SECURITY']],
  ])('%s has the sectors %j, the first primary', (name, sectors) => {
    expect(infer(name).sectors).toEqual(sectors);
  });
});

describe('a name alone never decides between regions', () => {
  it('leaves 鼓楼区 of four cities open and names them', () => {
    const found = infer('鼓楼区财政局');
    expect(found).toMatchObject({ regionCode: null, reason: 'AMBIGUOUS', level: 'COUNTY' });
    expect(found.candidates).toEqual(['320106', '320302', '350102', '410204']);
  });

  it('decides it by the city before it, by a hint, or by the code', () => {
    expect(infer('南京市鼓楼区财政局').regionCode).toBe('320106');
    expect(infer('鼓楼区财政局', { regionHint: '3501' })).toMatchObject({
      regionCode: '350102',
      reason: 'HINT',
    });
    expect(infer('鼓楼区财政局', { unifiedSocialCreditCode: '113201060000000004' })).toMatchObject({
      regionCode: '320106',
      reason: 'CREDIT_CODE',
    });
  });

  it('does not take a stem for a county or a city: 长沙公安局', () => {
    expect(infer('长沙公安局')).toMatchObject({ regionCode: null, reason: 'AMBIGUOUS' });
  });

  it('does not place a town by its own name, but does with a hint', () => {
    expect(infer('打浦桥街道办事处', { regionHint: '310101' }).regionCode).toBe('310101021');
    expect(infer('打浦桥街道办事处', { regionHint: '310101021' }).normalisedName).toBe(
      '打浦桥街道办事处',
    );
  });

  it('leaves 东乡县 open: one became a district, one is an autonomous county', () => {
    expect(infer('东乡县交通运输局').candidates.sort()).toEqual(['361029', '622926']);
  });

  it('does not place 县民政局 by a code of a city', () => {
    const found = infer('县民政局', { unifiedSocialCreditCode: '113201060000000004' });
    expect(found.regionCode).toBeNull();
  });

  it('does not take an organ of an unknown county for one of its prefecture', () => {
    expect(infer('和田地区和安县财政局')).toMatchObject({
      regionCode: null,
      reason: 'UNKNOWN',
      level: 'COUNTY',
    });
    expect(infer('周口市城乡一体化示范区财政局').regionCode).toBe('411600');
    expect(infer('周口市市区环境卫生管理局').regionCode).toBe('411600');
  });

  it('decides it by a town that only one of them has', () => {
    expect(infer('长安区教育局').regionCode).toBeNull();
    expect(infer('长安区砲里街道')).toMatchObject({
      level: 'TOWNSHIP',
      kind: 'DISPATCHED_ORGAN',
      consolidatesInto: '610116',
    });
  });

  it('knows a region by the name it had under the same code', () => {
    expect(infer('邢台市桥东区财政局')).toMatchObject({
      regionCode: '130502',
      normalisedName: '襄都区财政局',
    });
  });

  it('follows a hint that contradicts the name, and says so', () => {
    expect(infer('南昌市民政局', { regionHint: '350100' })).toMatchObject({
      regionCode: '350100',
      reason: 'CONTRADICTED',
      candidates: ['360100'],
    });
  });
});

describe('one agency has one normalised name', () => {
  it.each([
    [['河南省周口市川汇区财政局', '周口市川汇区 财政局', '川汇区财政局（国资委）'], '川汇区财政局'],
    [['上海市政府办公厅', '上海市人民政府办公厅'], '上海市人民政府办公厅'],
    [['襄城区人社局', '襄阳市襄城区人力资源和社会保障局'], '襄城区人力资源和社会保障局'],
    [['城口县人民政府机关', '城口县政府'], '城口县人民政府'],
    [['上海市', '上海市政府', '上海市人民政府'], '上海市人民政府'],
    [['建章路街道', '建章路街道办', '建章路街道办事处'], '建章路街道办事处'],
    [['长安区砲里街道', '西安市长安区砲里街道办'], '砲里街道办事处'],
    [['河包镇', '河包镇政府'], '河包镇人民政府'],
    [['湖口县大垅乡', '湖口县大垅乡政府', '江西省九江市湖口县大垅乡人民政府'], '大垅乡人民政府'],
  ])('%j', (names, normalised) => {
    for (const name of names) expect(infer(name).normalisedName).toBe(normalised);
  });

  it('is the same with the region hinted instead of spelled', () => {
    expect(infer('财政局', { regionHint: '411602' }).normalisedName).toBe('川汇区财政局');
    expect(infer('区财政局', { regionHint: '411602' }).normalisedName).toBe('川汇区财政局');
    expect(infer('市公安局', { regionHint: '411602' }).normalisedName).toBe('周口市公安局');
  });
});

it('an abolished region keeps its own code, and gives way to a region of the same name', () => {
  expect(infer('偃师市财政局').regionCode).toBe('410381');
  expect(infer('公主岭市教育局').regionCode).toBe('220184');
});
