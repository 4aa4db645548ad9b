import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/checks/run.js';
import { errorOutput, parseOutput } from '../../../src/export/parse-output.js';
import { LineError } from '../../../src/filing/parsed/line-values.js';
import { parsedLine } from '../../../src/filing/parsed/parsed-report.js';
import { addressKey } from '../../../src/format/form.js';
import type { FilledForm } from '../../../src/format/report.js';
import { ingest } from '../../../src/ingest/ingest.js';

const docs = 'test/fixtures/corpus/docs';
const some = readdirSync(docs)
  .filter((name) => /^(?:bad|excerpt|gen|taihe|zhoukou|zhangpu).*\.(?:txt|html)$/.test(name))
  .filter((_, i) => i % 3 === 0);

const lineOf = (form: FilledForm, cells: boolean): string => {
  const findings = [...form.findings, ...runChecks(form, {}).findings];
  return JSON.stringify(parseOutput('a.html', form, findings, { cells }));
};

const formOf = (line: string): FilledForm => {
  const parsed = parsedLine(line);
  if ('error' in parsed) throw new Error(parsed.error.message);
  return parsed.form;
};

describe('a line of what parse prints', () => {
  it('is the form it was printed from, for published reports of both editions', async () => {
    expect(some.length).toBeGreaterThan(5);
    for (const name of some) {
      const form = await ingest(readFileSync(`${docs}/${name}`), name);
      const [plain, full] = [formOf(lineOf(form, false)), formOf(lineOf(form, true))];
      const figures = (of: FilledForm) =>
        of.cells.filter((c) => c.value !== null).map((c) => [addressKey(c), c.value]);
      expect(figures(plain), name).toEqual(figures(form));
      expect(full.cells, name).toEqual(form.cells);
      for (const read of [plain, full]) {
        const { agency, year, scope, title, editions, sections, statements, publishedOn } = form;
        const told = { agency, year, scope, title, editions, sections, statements, publishedOn };
        expect(read, name).toMatchObject(told);
        const editionsIn = (of: FilledForm) =>
          Object.fromEntries(
            Object.keys(read.blockEditions).map((key) => [
              key,
              of.blockEditions[key] ?? read.blockEditions[key],
            ]),
          );
        expect(read.blockEditions, name).toEqual(editionsIn(form));
        expect(
          read.findings.map((f) => [f.check, f.message.ZH]),
          name,
        ).toEqual(form.findings.map((f) => [f.check, f.message.ZH]));
      }
    }
  });

  it('tells the code of a file that was not read', () => {
    const line = JSON.stringify(errorOutput('scan.pdf', 'NO_TEXT_LAYER', 'a scan'));
    expect(parsedLine(line)).toEqual({
      file: 'scan.pdf',
      error: { code: 'NO_TEXT_LAYER', message: 'scan.pdf: a scan' },
    });
  });

  it.each([
    ['{"file":"a","ok":tru', /not JSON/],
    ['[]', /the line is no object/],
    ['{"ok":true}', /file is no text/],
    ['{"file":"a"}', /ok is neither/],
    ['{"file":"a","ok":true,"year":"2024"}', /year is no whole number/],
    ['{"file":"a","ok":true,"editions":{"requests":"E1999"}}', /editions.requests is no E2019/],
    [
      '{"file":"a","ok":true,"year":2024,"editions":{"requests":"E2021"},"requests":{"received":{"total":"3O"}}}',
      /REQUESTS\/received\/total is no figure/,
    ],
    [
      '{"file":"a","ok":true,"year":2024,"editions":{"requests":"E2021"},"requests":{"received":7}}',
      /requests.received is no object/,
    ],
  ])('that is none says what is wrong: %s', (line, message) => {
    expect(() => parsedLine(line)).toThrow(LineError);
    expect(() => parsedLine(line)).toThrow(message);
  });
});
