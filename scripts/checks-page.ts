import { catalogue } from '../src/checks/catalogue.js';
import type { CheckDefinition, CheckExample } from '../src/checks/definition.js';
import { contextOf } from '../src/checks/example-context.js';
import { exampleForm } from '../src/checks/example.js';
import type { ExampleReport } from '../src/checks/example.js';
import type { ConsolidatedMember } from '../src/checks/members.js';
import { rules } from '../src/checks/rules.js';
import { runChecks } from '../src/checks/run.js';
import type { CellAddress } from '../src/format/form.js';
import { placeOf } from '../src/format/place.js';

/** docs/checks.md: the catalogue of checks for people, from the code. */

const HEAD = `# Checks

The catalogue of checks (勾稽关系 and others), generated from the code by \`npm run docs:checks\`; a test runs every example. A check has one of three results: it passes, it fails, or it cannot be assessed because an operand is not stated or not read. A failure is told by findings. One cause is one finding: a single wrong cell of table three, which breaks two or three sums, is named once, with the value that would make all of them hold.

Cells that an example does not name hold 0. Blank cells have one rule in all sums: where the stated cells alone balance, the sum passes and a note names the blanks; where they exceed the total, it fails; where they fall short of it, a warning names the blanks. A total that is blank is missing, not zero.
`;

const addressOf = (key: string): CellAddress => {
  const [table, row = '', column] = key.split('/');
  return { table: table as CellAddress['table'], row, column: column ? column : null };
};

/** 三（一）予以公开 · 自然人 28; section 5 “无。”; title year 2024. */
const reportWords = (report: ExampleReport, standard: number): string => {
  const year = report.year ?? 2024;
  const cells = Object.entries(report.cells ?? {}).map(
    ([key, value]) => `${placeOf(addressOf(key)).ZH} ${value === '' ? '空' : value}`,
  );
  const sections = Object.entries(report.sections ?? {}).map(
    ([ordinal, text]) => `section ${ordinal} “${text}”`,
  );
  const facts = Object.entries(report.facts ?? {}).map(
    ([name, value]) => `${name} ${JSON.stringify(value)}`,
  );
  const parts = [
    ...(year === standard ? [] : [`report year ${String(year)}`]),
    ...(report.edition ? [`form of ${report.edition.slice(1)}`] : []),
    ...facts,
    ...cells,
    ...sections,
  ];
  return parts.length > 0 ? parts.join('; ') : 'every cell 0';
};

const exampleWords = ({ report, context = {} }: CheckExample): string => {
  const {
    previous,
    predecessors = [],
    otherVersion,
    alike = [],
    consolidation,
    ...known
  } = context;
  const before = (report.year ?? 2024) - 1;
  return [
    reportWords(report, 2024),
    ...Object.entries(known).map(([name, value]) => `${name} ${String(value)}`),
    ...(previous ? [`year before: ${reportWords(previous, before)}`] : []),
    ...predecessors.map((p) => `predecessor: ${reportWords(p, before)}`),
    ...alike.map((a) => `text of ${a.agency} ${a.year}: similarity ${a.similarity}`),
    ...(consolidation?.members ?? []).map(memberWords),
    ...(otherVersion ? [`other version: ${reportWords(otherVersion, 2024)}`] : []),
  ].join('; ');
};

/** member 甲局: 一、本年新收政府信息公开申请数量 · 总计 40; fails A1. */
const memberWords = (member: ConsolidatedMember): string => {
  const figures = Object.entries(member.figures ?? {}).map(
    ([key, value]) => `${placeOf(addressOf(key)).ZH} ${value ?? '空'}`,
  );
  const words = [
    ...member.editions.map((edition) => `form of ${edition.slice(1)}`),
    ...figures,
    ...(member.belongs ? [] : ['an organ of a national system']),
    ...member.failing.map((check) => `fails ${check}`),
  ];
  return `member ${member.agency}${words.length > 0 ? `: ${words.join(', ')}` : ''}`;
};

const findingWords = (code: string, example: CheckExample): string => {
  const { findings } = runChecks(exampleForm(example.report), contextOf(example));
  const own = findings.filter((f) => f.check === code || f.breaks.some((b) => b.check === code));
  return own.map((f) => `  > ${f.message.ZH}\n  >\n  > ${f.message.EN}`).join('\n  >\n');
};

const examplesOf = (code: string): string => {
  const examples = rules.map((rule) => rule.examples[code]).find((e) => e !== undefined);
  if (!examples) return '';
  return `
- Passes: ${exampleWords(examples.passes)}.
- Fails: ${exampleWords(examples.fails)}.

${findingWords(code, examples.fails)}
`;
};

const entry = (check: CheckDefinition): string => `
## ${check.code} ${check.title.ZH}

${check.title.EN}. ${check.severity}.

- Formula: ${check.formula.ZH}
- In English: ${check.formula.EN}
- Basis: ${check.basis}
${examplesOf(check.code).trimStart()}`;

export const checksPage = (): string => HEAD + catalogue.map(entry).join('');
