import { expect, it } from 'vitest';
import { harmless, reportCsv } from '../../src/export/write/csv.js';
import { ingest } from '../../src/ingest/ingest.js';
import { formOfYear } from '../filing/reports.js';

it.each(['=1+2', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '＝1', '\r=1', '-1 件'])(
  'a spreadsheet does not run %j',
  (text) => expect(harmless(text)).toBe(`'${text}`),
);

it.each(['-3', '-3.25', '0', '—', '-', '/', '无', 'a=b'])('%j stays as it is', (text) =>
  expect(harmless(text)).toBe(text),
);

const csv = reportCsv({
  ...formOfYear(2024, { 'REQUESTS/received/naturalPerson': null }),
  agency: '=HYPERLINK("http://x")',
});

it('begins with the mark of UTF-8, ends lines as spreadsheets do and tells blank from zero', () => {
  expect(csv.startsWith('\ufeffagency,year,')).toBe(true);
  expect(csv).toMatch(/\r\n$/);
  expect(csv).toContain(
    `"'=HYPERLINK(""http://x"")",2024,ORGAN,E2021,REQUESTS,received,naturalPerson,`,
  );
  expect(csv).toMatch(/received,naturalPerson,[^,]*,BLANK,,\r\n/);
  expect(csv).toMatch(/received,total,[^,]*,READ,0,0\r\n/);
});

const changed = (from: string | RegExp, to: string): Promise<unknown> =>
  ingest(Buffer.from(csv.replace(from, to)), 'x.csv');

it.each([
  ['a row that no edition has', /REQUESTS,received,total/, 'REQUESTS,received,sum'],
  ['a number that is none', /READ,0,0\r\n/, 'READ,0x10,0\r\n'],
  ['a count with a fraction', /total,([^,]*),READ,0,0\r\n/, 'total,$1,READ,1.5,0\r\n'],
  ['a blank cell with a number', /BLANK,,/, 'BLANK,7,'],
  ['a status that is none', /BLANK,,/, 'EMPTY,,'],
  ['a cell that stands there twice', /received,businessEnterprise/, 'received,researchInstitution'],
  ['a second report', /2024,(?=ORGAN,E2021,APPEALS)/, '2023,'],
])('a list of cells with %s is refused, with its line', async (_what, from, to) => {
  await expect(changed(from, to)).rejects.toMatchObject({
    code: 'CORRUPT_FILE',
    place: expect.stringMatching(/^line \d+$/),
  });
});
