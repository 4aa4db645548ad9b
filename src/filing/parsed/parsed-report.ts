import { addressKey } from '../../format/form.js';
import type { Edition } from '../../format/form.js';
import { readerRules } from '../../format/reader-rules.js';
import { reportScopes } from '../../format/report-scopes.js';
import type { Fault, FilledForm, Finding, Severity } from '../../format/report.js';
import { addressAt, cellsOfLine } from './cells-of-line.js';
import { LineError, listAt, objectAt, objectOrNone, oneOf } from './line-values.js';
import { textAt, textOrNull, wholeAt, wholeOrNull } from './line-values.js';
import type { JsonObject } from './line-values.js';

/** A line of what `nianbao parse` prints. */
export type ParsedLine =
  | { file: string; form: FilledForm }
  /** The reader refused the file. */
  | { file: string; error: { code: string; message: string } };

/** @throws LineError where the text is no such line */
export const parsedLine = (text: string): ParsedLine => {
  const line = objectAt(jsonOf(text), 'the line');
  const file = textAt(line['file'], 'file');
  if (line['ok'] === true) return { file, form: formOfLine(line) };
  if (line['ok'] !== false) throw new LineError('ok is neither true nor false');
  const error = objectAt(line['error'], 'error');
  return {
    file,
    error: {
      code: textAt(error['code'], 'error.code'),
      message: textAt(error['message'], 'error.message'),
    },
  };
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new LineError(`not JSON: ${error instanceof Error ? error.message : ''}`);
  }
};

const EDITIONS: readonly Edition[] = ['E2019', 'E2021'];

const formOfLine = (line: JsonObject): FilledForm => {
  const year = wholeOrNull(line['year'], 'year');
  const given = objectOrNone(line['editions'], 'editions');
  const editionOf = (table: keyof FilledForm['editions']): Edition | null =>
    oneOf(given[table], `editions.${table}`, EDITIONS);
  const editions = {
    activeDisclosure: editionOf('activeDisclosure'),
    requests: editionOf('requests'),
    appeals: editionOf('appeals'),
  };
  const findings = listAt(line['findings'], 'findings').flatMap(readerFindings);
  const doubted = new Set(findings.flatMap(({ cells }) => cells.map(addressKey)));
  return {
    agency: textOrNull(line['agency'], 'agency'),
    year,
    scope: oneOf(line['scope'], 'scope', reportScopes),
    title: textOrNull(line['title'], 'title'),
    publishedOn: textOrNull(line['publishedOn'], 'publishedOn'),
    unifiedSocialCreditCode: textOrNull(line['unifiedSocialCreditCode'], 'unifiedSocialCreditCode'),
    titleYear: null,
    periodYear: null,
    editions,
    ...cellsOfLine(line, year, editions, doubted),
    sections: listAt(line['sections'], 'sections').map((one, i) => {
      const section = objectAt(one, `sections[${i}]`);
      return {
        ordinal: wholeAt(section['ordinal'], `sections[${i}].ordinal`),
        heading: textAt(section['heading'], `sections[${i}].heading`),
        text: textAt(section['text'], `sections[${i}].text`),
      };
    }),
    statements: listAt(line['statements'], 'statements').map((one, i) => {
      const statement = objectAt(one, `statements[${i}]`);
      return {
        metric: textAt(statement['metric'], `statements[${i}].metric`),
        value: textAt(statement['value'], `statements[${i}].value`),
        sentence: textAt(statement['sentence'], `statements[${i}].sentence`),
      };
    }),
    findings,
  };
};

const rules = new Map(Object.values(readerRules).map((rule) => [rule.code, rule]));
const SEVERITIES: readonly Severity[] = ['ERROR', 'WARNING', 'INFO'];
const FAULTS: readonly Fault[] = ['DOCUMENT', 'READING'];

/** What the reader was not sure of. The checks' findings are left out: the checks run again, with what is stored. */
const readerFindings = (given: unknown, i: number): Finding[] => {
  const place = `findings[${i}]`;
  const finding = objectAt(given, place);
  const rule = rules.get(textAt(finding['check'], `${place}.check`));
  if (!rule) return [];
  return [
    {
      check: rule.code,
      severity: oneOf(finding['severity'], `${place}.severity`, SEVERITIES) ?? rule.severity,
      message: { ZH: textAt(finding['message'], `${place}.message`), EN: rule.title.EN },
      left: textOrNull(finding['left'], `${place}.left`),
      right: textOrNull(finding['right'], `${place}.right`),
      difference: textOrNull(finding['difference'], `${place}.difference`),
      breaks: [],
      cells: listAt(finding['cells'], `${place}.cells`).map((cell, n) =>
        addressAt(objectAt(cell, `${place}.cells[${n}]`), `${place}.cells[${n}]`),
      ),
      repair: [],
      fault: oneOf(finding['fault'], `${place}.fault`, FAULTS),
      cause: textOrNull(finding['cause'], `${place}.cause`),
    },
  ];
};
