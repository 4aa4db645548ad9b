import { getArgumentValues, isObjectType, Kind } from 'graphql';
import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

import { addends, columnKeys } from '../filing/printed-columns.js';
import { keptCellAt, keptCells } from '../filing/kept/kept-cells.js';
import type { TableName } from '../format/form.js';
import { outcomeRows } from '../format/outcomes.js';
import { sumsOf } from '../rollup/metrics.js';
import { cellsOfIndicator, type TotalNeeds } from '../rollup/total-needs.js';

/** What is selected of totals, and which fields of their keys. */
export interface SelectedNeeds extends TotalNeeds {
  keys: ReadonlySet<string>;
}

/** By the field of a document, which stays the same object as long as the document is known. */
const known = new WeakMap<FieldNode, SelectedNeeds>();

/** What of its totals a query selects; what a directive leaves out counts as selected. */
export function totalNeeds(info: GraphQLResolveInfo): SelectedNeeds {
  const [field, ...more] = info.fieldNodes;
  const found = field && more.length === 0 ? known.get(field) : undefined;
  if (found) return found;
  const needs = selectedNeeds(info);
  // What an indicator adds up may be told by a variable.
  if (field && more.length === 0 && !needs.vary) known.set(field, needs);
  return needs;
}

function selectedNeeds(info: GraphQLResolveInfo): SelectedNeeds & { vary: boolean } {
  const selection = new Selection(info);
  const connection = selection.under(info.fieldNodes);
  const edges = selection.under(named(connection, 'edges'));
  const fields = selection.under([...named(connection, 'nodes'), ...named(edges, 'node')]);
  const indicators = named(fields, 'indicator');
  return {
    vary: indicators.some(hasVariable),
    keys: new Set(selection.under(named(fields, 'key')).map(({ name }) => name.value)),
    cells: new Set([
      ...requestCells(selection, named(fields, 'requests')),
      ...appealCells(selection, named(fields, 'appeals')),
      ...disclosureCells(selection, named(fields, 'activeDisclosure')),
      ...indicators.flatMap((node) => indicatorCells(node, info)),
    ]),
    agencies: named(selection.under(named(fields, 'coverage')), 'agencies').length > 0,
  };
}

const named = (nodes: readonly FieldNode[], name: string): FieldNode[] =>
  nodes.filter((node) => node.name.value === name);

const hasVariable = ({ arguments: given }: FieldNode): boolean =>
  given?.some(({ value }) => value.kind === Kind.VARIABLE) ?? false;

/** The fields of a selection, those of fragments among them. */
class Selection {
  constructor(private readonly info: GraphQLResolveInfo) {}

  under(nodes: readonly FieldNode[]): FieldNode[] {
    return nodes.flatMap(({ selectionSet }) => this.fieldsOf(selectionSet));
  }

  private fieldsOf(set: SelectionSetNode | undefined): FieldNode[] {
    return (set?.selections ?? []).flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      if (node.kind === Kind.INLINE_FRAGMENT) return this.fieldsOf(node.selectionSet);
      return this.fieldsOf(this.info.fragments[node.name.value]?.selectionSet);
    });
  }
}

const cellsAt = (table: TableName, rows: readonly string[], columns: readonly string[]): string[] =>
  rows.flatMap((row) => columns.flatMap((column) => keptCellAt(table, row, column)?.name ?? []));

/** Columns that the fields of a row need. */
const columnsOf = (table: TableName, fields: readonly FieldNode[]): string[] =>
  fields.flatMap(({ name }) => {
    if (name.value === 'computedTotal') return addends(table);
    return columnKeys(table).includes(name.value) ? name.value : [];
  });

const outcomes = outcomeRows.map(({ key }) => key);

function requestCells(selection: Selection, tables: readonly FieldNode[]): string[] {
  return selection.under(tables).flatMap((field) => {
    const fields = selection.under([field]);
    const row = field.name.value;
    if (row !== 'outcomes' && row !== 'outcomesByCategory') {
      return cellsAt('REQUESTS', [row], columnsOf('REQUESTS', fields));
    }
    const columns = columnsOf('REQUESTS', selection.under(named(fields, 'counts')));
    const isShared = named(fields, 'share').length > 0;
    return [
      ...cellsAt('REQUESTS', outcomes, columns),
      ...(isShared ? cellsAt('REQUESTS', [...outcomes, 'completed'], ['total']) : []),
    ];
  });
}

const appealCells = (selection: Selection, tables: readonly FieldNode[]): string[] =>
  selection
    .under(tables)
    .flatMap((field) =>
      cellsAt('APPEALS', [field.name.value], columnsOf('APPEALS', selection.under([field]))),
    );

function disclosureCells(selection: Selection, tables: readonly FieldNode[]): string[] {
  return selection.under(tables).flatMap((field) => {
    const row = field.name.value;
    const fields = selection.under([field]);
    if (fields.length > 0) {
      return cellsAt('ACTIVE_DISCLOSURE', [row], columnsOf('ACTIVE_DISCLOSURE', fields));
    }
    const isOfRow = (source: { row: string }): boolean => source.row === row;
    return keptCells
      .filter(({ table, sources }) => table === 'ACTIVE_DISCLOSURE' && sources.some(isOfRow))
      .map(({ name }) => name);
  });
}

/** None for an indicator that its own resolver refuses. */
function indicatorCells(node: FieldNode, info: GraphQLResolveInfo): string[] {
  const type = info.schema.getType('Total');
  const field = isObjectType(type) ? type.getFields()['indicator'] : undefined;
  if (!field) return [];
  try {
    const { metric, per } = getArgumentValues(field, node, info.variableValues);
    return cellsOfIndicator(sumsOf(String(metric), typeof per === 'string' ? per : null));
  } catch {
    return [];
  }
}
