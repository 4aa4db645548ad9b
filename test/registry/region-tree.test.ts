import { describe, expect, it } from 'vitest';
import { isCreditCode } from '../../src/registry/credit-code.js';
import { referenceRegions, referenceSectors } from '../../src/registry/reference.js';

const tree = referenceRegions();
const nameOf = (code: string): string | undefined => tree.find(code)?.name;

describe('regions', () => {
  it('are found by code and by prefix of two or four digits', () => {
    expect(nameOf('41')).toBe('河南省');
    expect(nameOf('4116')).toBe('周口市');
    expect(nameOf('411602')).toBe('川汇区');
    expect(nameOf('360429200')).toBe('大垅乡');
    expect(nameOf('000000')).toBe('中国');
    expect(['411', '41160x', '419900', '1101', '411671', ''].map((c) => tree.find(c))).toEqual(
      new Array(6).fill(null),
    );
  });

  it('skip a level where there is none', () => {
    const districtOfBeijing = tree.find('110105')!;
    expect(tree.ancestors(districtOfBeijing).map((r) => r.name)).toEqual(['中国', '北京市']);
    expect(tree.places(tree.find('419001')!)).toEqual({
      provinceCode: '410000',
      prefectureCode: null,
      countyCode: '419001',
    });
    expect(tree.places(tree.find('441900121')!)).toEqual({
      provinceCode: '440000',
      prefectureCode: '441900',
      countyCode: null,
    });
    expect(tree.children(tree.find('441900')!)).toEqual([]);
  });

  it('have no development zones or placeholders among their counties', () => {
    const counties = [...tree.regions].filter((r) => r.level === 'COUNTY');
    expect(counties.filter((r) => /^\d{4}7[1-9]$/.test(r.code))).toEqual([]);
    expect(counties.filter((r) => r.name === '市辖区' || r.name.includes('直辖县'))).toEqual([]);
  });

  it('each hang under a known region, and their full names follow the tree', () => {
    for (const region of tree.regions) {
      if (region.parentCode === null) expect(['000000', '990000']).toContain(region.code);
      else expect(tree.find(region.parentCode)).not.toBeNull();
    }
    expect(tree.fullName(tree.find('411602')!)).toBe('河南省周口市川汇区');
  });

  it('that were abolished name what they became, a region that exists', () => {
    const abolished = [...tree.regions].filter((r) => r.validUntil !== null);
    expect(abolished.length).toBeGreaterThan(100);
    for (const region of abolished) {
      expect(region.successors.length).toBeGreaterThan(0);
      for (const code of region.successors) expect(tree.find(code)?.validUntil).toBeNull();
    }
    expect(tree.find('330104')?.successors.map(nameOf)).toEqual(['上城区', '钱塘区']);
    expect(tree.find('410306')?.validUntil).toBe('2021-12-31');
  });

  it('of the fictional province belong to no country', () => {
    expect(tree.ancestors(tree.find('990102001')!).map((r) => r.name)).toEqual([
      '示例省',
      '砚州市',
      '砚东区',
    ]);
    expect([...tree.regions].filter((r) => r.fictional).every((r) => r.code.startsWith('99'))).toBe(
      true,
    );
  });
});

it('sectors have distinct codes and every alias is written once in its sector', () => {
  const sectors = referenceSectors();
  expect(new Set(sectors.map((s) => s.code)).size).toBe(sectors.length);
  for (const sector of sectors) expect(new Set(sector.aliases).size).toBe(sector.aliases.length);
});

it('a unified social credit code is known by its check character', () => {
  expect(isCreditCode('11370112MB2803691Q')).toBe(true);
  expect(isCreditCode('11330703729102247D')).toBe(true);
  expect(isCreditCode('11370112MB2803692Q')).toBe(false);
  expect(isCreditCode('1137011')).toBe(false);
});
