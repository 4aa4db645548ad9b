import { agencyKinds, regionLevels, reportStatuses } from '../entities/vocabulary.js';
import { forms } from '../format/forms.js';
import { dimensions, reportScopes } from './dimensions.js';
import type { Dimension, ReportFilterInput, ReportGroup, TotalKey } from './shapes.js';

/**
 * A total's filter and group as one text, so that its node can be found again. The same total has the same text:
 * absent and null are left out, lists are sorted and free of repetitions, fields stand in a fixed order.
 */

type Check = (value: unknown) => boolean;

const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const year: Check = (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
const region = matching(/^(\d{6}|\d{9})$/);
const sector = matching(/^[A-Z_]{1,60}$/);
const databaseId = matching(/^[1-9]\d{0,17}$/);
const severity = oneOf(['ERROR', 'WARNING', 'INFO']);

/** All but the sight, which is the viewer's and no part of what is asked. */
type FilterField = Exclude<keyof ReportFilterInput, 'sight'>;

/** What an element of each list of the filter may be. */
const filterFields: Readonly<Record<FilterField, Check>> = {
  years: year,
  regions: region,
  levels: oneOf(regionLevels),
  kinds: oneOf(agencyKinds),
  sectors: sector,
  agencies: databaseId,
  editions: oneOf(forms.map((form) => form.edition)),
  scopes: oneOf(reportScopes),
  statuses: oneOf(reportStatuses),
  withFindings: severity,
  withoutFindings: severity,
};

const keyFields: Readonly<Record<keyof TotalKey, Check>> = {
  year,
  province: region,
  prefecture: region,
  county: region,
  childRegion: region,
  level: filterFields.levels,
  kind: filterFields.kinds,
  sector,
  agency: databaseId,
  scope: filterFields.scopes,
};

type Fields = Readonly<Record<string, unknown>>;

const allDimensions = Object.keys(dimensions) as Dimension[];

/** The group as a text for `decodeGroup`. */
export function encodeGroup({ filter, groupBy, key }: ReportGroup): string {
  const lists = Object.keys(filterFields).flatMap((name) => {
    const list = filter[name as FilterField];
    return list ? [[name, [...new Set<unknown>(list)].sort(byText)]] : [];
  });
  const values = allDimensions
    .filter((dimension) => groupBy.includes(dimension))
    .map((dimension) => [dimensions[dimension].field, key[dimensions[dimension].field] ?? null]);
  return JSON.stringify([Object.fromEntries(lists), Object.fromEntries(values)]);
}

const byText = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1);

/** The group that a text names; null where it is not one of `encodeGroup`. Codes need not exist. */
export function decodeGroup(text: string): ReportGroup | null {
  const [filter, key] = parsePair(text);
  if (!isFilter(filter) || !isKey(key)) return null;
  const groupBy = allDimensions.filter((dimension) =>
    Object.hasOwn(key, dimensions[dimension].field),
  );
  const group = { filter, groupBy, key };
  return encodeGroup(group) === text ? group : null;
}

function parsePair(text: string): [unknown, unknown] {
  try {
    const pair: unknown = JSON.parse(text);
    return Array.isArray(pair) && pair.length === 2 ? [pair[0], pair[1]] : [null, null];
  } catch {
    return [null, null];
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFilter = (value: unknown): value is ReportFilterInput =>
  isFields(value) &&
  Object.entries(value).every(
    ([name, list]) =>
      Object.hasOwn(filterFields, name) &&
      Array.isArray(list) &&
      list.every(filterFields[name as FilterField]),
  );

const isKey = (value: unknown): value is TotalKey =>
  isFields(value) &&
  Object.entries(value).every(
    ([name, entry]) =>
      Object.hasOwn(keyFields, name) &&
      (entry === null || keyFields[name as keyof TotalKey](entry)),
  );
