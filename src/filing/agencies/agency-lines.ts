import { agencyKinds, lineageKinds, regionLevels } from '../../entities/vocabulary.js';
import type { AgencyKind, LineageKind, RegionLevel } from '../../entities/vocabulary.js';
import { dateField, listField, wordField } from '../../registry/csv-fields.js';
import { CsvError, readCsv } from '../../registry/csv-table.js';
import type { CsvLine } from '../../registry/csv-table.js';
import { referenceRegions, referenceSectors } from '../../registry/reference.js';

/** Columns of agencies as a list; only `name` has to be there. Several names in a field are parted by semicolons. */
export const AGENCY_COLUMNS = [
  'name',
  'unifiedSocialCreditCode',
  'kind',
  'level',
  'region',
  'consolidatesInto',
  'sectors',
  'aliases',
  'predecessors',
  'lineage',
  'effectiveOn',
] as const;

type Column = (typeof AGENCY_COLUMNS)[number];

/** What a list says of an agency; null where it says nothing. */
export interface AgencyLine {
  line: number;
  name: string;
  unifiedSocialCreditCode: string | null;
  kind: AgencyKind | null;
  level: RegionLevel | null;
  region: string | null;
  /** NONE in a list is an organ of a national system. */
  consolidatesInto: string | null;
  sectors: string[];
  aliases: string[];
  predecessors: string[];
  lineage: LineageKind;
  effectiveOn: string | null;
}

export const NOWHERE = 'NONE';

/** @throws CsvError with the faulty lines */
export const agencyLines = (csv: string): AgencyLine[] => {
  const problems: string[] = [];
  const sectors = new Set(referenceSectors().map(({ code }) => code));
  const lines = readCsv(csv, AGENCY_COLUMNS, ['name']).map((line) =>
    agencyLine(line, sectors, (what) => problems.push(`line ${line.line}: ${what}`)),
  );
  if (problems.length > 0) throw new CsvError(problems);
  return lines;
};

const agencyLine = (
  { line, field }: CsvLine<Column>,
  known: ReadonlySet<string>,
  fault: (what: string) => void,
): AgencyLine => {
  const word = <W extends string>(column: Column, words: readonly W[]): W | null => {
    const found = wordField(field(column), words);
    if (found === undefined) fault(`${column} must be one of ${words.join(', ')}`);
    return found ?? null;
  };
  const region = (column: Column): string | null => {
    const text = field(column);
    if (text === null || (column === 'consolidatesInto' && text === NOWHERE)) return text;
    const found = referenceRegions().find(text);
    if (!found) fault(`${column}: there is no region ${text}`);
    return found?.code ?? null;
  };
  const name = field('name') ?? '';
  if (name === '') fault('the column name is empty');
  const sectors = listField(field('sectors'));
  for (const code of sectors) if (!known.has(code)) fault(`there is no sector ${code}`);
  const effectiveOn = dateField(field('effectiveOn'));
  if (effectiveOn === undefined) fault(`${field('effectiveOn') ?? ''} is no date (YYYY-MM-DD)`);
  return {
    ...{ line, name, sectors },
    unifiedSocialCreditCode: field('unifiedSocialCreditCode'),
    kind: word('kind', agencyKinds),
    level: word('level', regionLevels),
    region: region('region'),
    consolidatesInto: region('consolidatesInto'),
    aliases: listField(field('aliases')),
    predecessors: listField(field('predecessors')),
    lineage: word('lineage', lineageKinds) ?? 'RENAMED',
    effectiveOn: effectiveOn ?? null,
  };
};
