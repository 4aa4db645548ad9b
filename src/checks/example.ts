import { addressKey, cellsOf } from '../format/form.js';
import type { Edition } from '../format/form.js';
import { editionOfYear, formOf } from '../format/forms.js';
import type { FilledCell, FilledForm } from '../format/report.js';
import { sections as sectionsOfForm } from '../format/sections.js';

/** A report in few words, for the examples beside each check: all cells zero but those named. */
export interface ExampleReport {
  /** Default 2024. */
  year?: number;
  /** Default: the edition of the year. */
  edition?: Edition;
  /** Printed text of cells by address key, e.g. `REQUESTS/received/total`: a number, or a mark, or empty. */
  cells?: Readonly<Record<string, string>>;
  /** Text of the sections by ordinal; default: all six, each with a sentence. */
  sections?: Readonly<Record<number, string>>;
  facts?: Partial<Omit<FilledForm, 'cells' | 'sections'>>;
}

const HEADINGS = sectionsOfForm.map((section) => section.label.zh);

const cellOf = (printed: string): Pick<FilledCell, 'status' | 'value' | 'raw'> => {
  if (printed === '') return { status: 'BLANK', value: null, raw: printed };
  if (/^-?\d+(\.\d+)?$/.test(printed)) return { status: 'READ', value: printed, raw: printed };
  const mark = /^[-—/无]+$/.test(printed);
  return { status: mark ? 'MARK' : 'UNREADABLE', value: null, raw: printed };
};

/** The filled form that an example stands for. */
export const exampleForm = (example: ExampleReport): FilledForm => {
  const year = example.year ?? 2024;
  const edition = example.edition ?? editionOfYear(year);
  const { blocks } = formOf(edition);
  const sections = example.sections ?? {
    ...Object.fromEntries(HEADINGS.map((heading, i) => [i + 1, `${heading}见下。`])),
  };
  return {
    agency: '示例市示例局',
    year,
    scope: 'ORGAN',
    title: null,
    publishedOn: null,
    unifiedSocialCreditCode: null,
    titleYear: null,
    periodYear: null,
    editions: { activeDisclosure: edition, requests: edition, appeals: edition },
    blockEditions: Object.fromEntries(blocks.map((block) => [block.key, edition])),
    cells: blocks.flatMap((block) =>
      [...cellsOf(block)].map(({ table, row, column }) => {
        const address = { table, row, column };
        return {
          ...address,
          ...cellOf(example.cells?.[addressKey(address)] ?? '0'),
          locator: null,
        };
      }),
    ),
    sections: Object.entries(sections).map(([ordinal, text]) => ({
      ordinal: Number(ordinal),
      heading: HEADINGS[Number(ordinal) - 1] ?? '其他',
      text,
    })),
    statements: [],
    findings: [],
    ...example.facts,
  };
};
