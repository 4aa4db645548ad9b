import type { Applicants, Documents, Items, YearFigures } from './year-figures.js';

/** Figures of an area: those of its members added up, cell by cell. */

const sumOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const columns = (rows: readonly (readonly number[])[]): number[] =>
  (rows[0] ?? []).map((_, i) => sumOf(rows.map((row) => row[i] ?? 0)));

const documents = (all: readonly Documents[]): Documents => ({
  issued: sumOf(all.map((d) => d.issued)),
  repealed: sumOf(all.map((d) => d.repealed)),
  inForce: sumOf(all.map((d) => d.inForce)),
  totalDisclosed: sumOf(all.map((d) => d.totalDisclosed)),
});

const items = (all: readonly Items[]): Items => ({
  lastYear: sumOf(all.map((i) => i.lastYear)),
  change: sumOf(all.map((i) => i.change)),
});

/** @throws Error where there is no member */
export const addFigures = (members: readonly YearFigures[]): YearFigures => {
  const [first] = members;
  if (!first) throw new Error('an area without members has no figures');
  const counts = (of: (f: YearFigures) => Applicants): number[] => columns(members.map(of));
  const total = (of: (f: YearFigures) => number): number => sumOf(members.map(of));
  const outcome = (key: string): number[] => columns(members.map((f) => f.outcomes.get(key) ?? []));
  const itemsOf = (of: (f: YearFigures) => Items): Items => items(members.map(of));
  return {
    year: first.year,
    received: counts((f) => f.received),
    carriedIn: counts((f) => f.carriedIn),
    outcomes: new Map([...first.outcomes.keys()].map((key) => [key, outcome(key)])),
    completed: counts((f) => f.completed),
    carriedOut: counts((f) => f.carriedOut),
    reconsideration: counts((f) => f.reconsideration),
    litigationDirect: counts((f) => f.litigationDirect),
    litigationAfterReconsideration: counts((f) => f.litigationAfterReconsideration),
    regulations: documents(members.map((f) => f.regulations)),
    normativeDocuments: documents(members.map((f) => f.normativeDocuments)),
    licences: total((f) => f.licences),
    penalties: total((f) => f.penalties),
    coercions: total((f) => f.coercions),
    feesFen: total((f) => f.feesFen),
    items: {
      licensing: itemsOf((f) => f.items.licensing),
      otherServices: itemsOf((f) => f.items.otherServices),
      penalty: itemsOf((f) => f.items.penalty),
      coercion: itemsOf((f) => f.items.coercion),
      fees: itemsOf((f) => f.items.fees),
    },
    procurementProjects: total((f) => f.procurementProjects),
    procurementFen: total((f) => f.procurementFen),
    published: total((f) => f.published),
  };
};

/** The same with so many requests more from natural persons, all granted. */
export const withMoreRequests = (figures: YearFigures, more: number): YearFigures => {
  const add = (counts: Applicants): number[] => counts.map((n, i) => (i === 0 ? n + more : n));
  const outcomes = new Map(figures.outcomes);
  outcomes.set('GRANTED', add(figures.outcomes.get('GRANTED') ?? []));
  return {
    ...figures,
    received: add(figures.received),
    completed: add(figures.completed),
    outcomes,
  };
};
