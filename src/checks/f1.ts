import { editionOfYear, formOf, forms } from '../format/forms.js';
import type { Block, Edition } from '../format/form.js';
import { tablePlace } from '../format/place.js';
import type { Bilingual } from '../format/place.js';
import type { FilledForm } from '../format/report.js';
import { hasTable } from './cells.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { finding, listed } from './finding.js';

/** F1: the edition of the form is that prescribed for the report's year, block by block: real reports mix them. */

const blockOf = (edition: Edition, key: string): Block | undefined =>
  formOf(edition).blocks.find((block) => block.key === key);

/** What a block prints, to tell blocks that differ between editions from those that do not (table four). */
const shapeOf = (block: Block | undefined): string => {
  const keys = (labelled: readonly { key: string }[]): string =>
    labelled.map(({ key }) => key).join(' ');
  return block ? `${keys(block.rows)} | ${keys(block.columns)}` : '';
};

/** Table two and the heading of the block; the table alone where all its blocks are meant. */
const placesOf = (wrong: readonly Block[], used: readonly Block[]): Bilingual[] => {
  const order = forms.flatMap((form) => form.blocks.map((block) => block.key));
  const sorted = [...wrong].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  const places = sorted.map((block) => {
    const table = tablePlace(block.table);
    const whole = used.every((u) => u.table !== block.table || wrong.includes(u));
    if (whole || !block.heading) return table;
    return { ZH: `${table.ZH}${block.heading.zh}`, EN: `${table.EN} ${block.heading.en}` };
  });
  return [...new Map(places.map((place) => [place.ZH, place])).values()];
};

const assess = (form: FilledForm): Outcome => {
  const { year } = form;
  const first = forms[0]?.years.from ?? 0;
  if (year === null || year < first) {
    return {
      status: 'NOT_ASSESSABLE',
      reason:
        year === null
          ? { ZH: '不知报告年度。', EN: "The report's year is not known." }
          : {
              ZH: `${String(first)} 年度之前没有统一格式。`,
              EN: `No form was prescribed before ${String(first)}.`,
            },
    };
  }
  const expected = editionOfYear(year);
  const used = Object.entries(form.blockEditions).flatMap(([key, edition]) => {
    const block = blockOf(edition, key);
    return block && hasTable(form, block.table) ? [block] : [];
  });
  if (used.length === 0) {
    return {
      status: 'NOT_ASSESSABLE',
      reason: { ZH: '没有找到表格。', EN: 'No table was found.' },
    };
  }
  const wrong = used.filter(
    (block) =>
      block.edition !== expected && shapeOf(block) !== shapeOf(blockOf(expected, block.key)),
  );
  if (wrong.length === 0) return { status: 'PASS' };
  const names = listed(placesOf(wrong, used));
  const [old, due] = [formOf(wrong[0]?.edition ?? expected).source, formOf(expected).source];
  return {
    status: 'FAIL',
    findings: [
      finding({
        check: 'F1',
        severity: 'ERROR',
        message: {
          ZH: `${names.ZH}用的是${old}的格式，${String(year)} 年度报告应按${due}。`,
          EN: `${names.EN}: the form of ${old}; reports for ${String(year)} follow ${due}.`,
        },
      }),
    ],
  };
};

export const f1 = ruleOf(
  {
    code: 'F1',
    severity: 'ERROR',
    title: { ZH: '格式版本与年度相符', EN: 'The form is that of the year' },
    formula: {
      ZH: '2019、2020 年度用 2019 版；2021 年度起用 2021 版；逐块判断',
      EN: 'years 2019 and 2020: edition of 2019; from 2021: edition of 2021; block by block',
    },
    basis: '国办公开办函〔2019〕60号、〔2021〕30号',
  },
  {
    passes: { report: { year: 2020 } },
    fails: { report: { year: 2022, edition: 'E2019' } },
  },
  assess,
);
