import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { LONGEST_PAGE } from '../../schema/longest-page.js';

/** Lists without `first`: how long they are in a full report or region. */
const listLengths: Readonly<Record<string, number>> = {
  accounts: 500,
  roles: 3,
  ancestors: 4,
  cells: 200,
  checkResults: 60,
  checks: 60,
  differences: 60,
  outcomes: 21,
  outcomesByCategory: 6,
  predecessors: 2,
  printed: 800,
  repair: 2,
  sections: 6,
  statements: 20,
  successors: 2,
  hits: 100,
};
const OTHER_LIST = 20;
/** Cells of one finding, in contrast to those of a report. */
const FINDING_CELLS = 4;

/** What a query would cost, or why it cannot be reckoned. */
export type Cost =
  | { readonly objects: number; readonly problem: null }
  | { readonly objects: null; readonly problem: string };

/**
 * Counts the objects that the answer may hold: a list counts as long as its `first`, its connection
 * hands `first` on to nodes and edges. Each fragment is counted once for each page size around it,
 * so time is linear in the document for all that people write, and quadratic at worst.
 */
export function queryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Cost {
  const root = schema.getRootType(operation.operation);
  if (!root) return { objects: 0, problem: null };
  const counter = new CostCounter(schema, document, withDefaults(operation, variables));
  const objects = counter.count(operation.selectionSet, root, 1);
  return counter.problem === null
    ? { objects, problem: null }
    : { objects: null, problem: counter.problem };
}

class CostCounter {
  problem: string | null = null;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly counted = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: ReadonlyMap<string, unknown>,
  ) {
    for (const each of document.definitions) {
      if (each.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(each.name.value, each);
    }
  }

  /** Objects under one object of `type`; `page` is the `first` of the connection it stands in. */
  count({ selections }: SelectionSetNode, type: GraphQLNamedType, page: number): number {
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        sum += this.countField(selection, type, page);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        sum += this.countFragment(selection.name.value, type, page);
      } else {
        const condition = selection.typeCondition?.name.value;
        sum += this.count(selection.selectionSet, this.typeOf(condition, type), page);
      }
    }
    return sum;
  }

  private countFragment(name: string, around: GraphQLNamedType, page: number): number {
    const fragment = this.fragments.get(name);
    if (!fragment) return 0;
    const key = `${name} ${page}`;
    const known = this.counted.get(key);
    if (known !== undefined) return known;
    const type = this.typeOf(fragment.typeCondition.name.value, around);
    const objects = this.count(fragment.selectionSet, type, page);
    this.counted.set(key, objects);
    return objects;
  }

  private countField(node: FieldNode, type: GraphQLNamedType, page: number): number {
    if (!node.selectionSet || node.name.value.startsWith('__')) return 0;
    const field = fieldOf(type, node.name.value);
    if (!field) return 0;
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return 0;
    const first = this.firstOf(node, field);
    const length = isList(field.type) ? (first ?? lengthOf(type, field.name, page)) : 1;
    return length * (1 + this.count(node.selectionSet, named, first ?? 1));
  }

  /** The page size asked for; null where the field has no `first`. */
  private firstOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
    const argument = field.args.find(({ name }) => name === 'first');
    if (!argument) return null;
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const value = given === undefined ? undefined : this.valueOf(given);
    const first = value ?? argument.defaultValue;
    if (typeof first !== 'number') return OTHER_LIST;
    if (Number.isInteger(first) && first >= 1 && first <= LONGEST_PAGE) return first;
    this.problem ??= `"first" of "${field.name}" must be a whole number from 1 to ${LONGEST_PAGE}.`;
    return 1;
  }

  private valueOf(node: ValueNode): unknown {
    if (node.kind === Kind.VARIABLE) return this.variables.get(node.name.value);
    return node.kind === Kind.INT ? Number(node.value) : undefined;
  }

  private typeOf(name: string | undefined, around: GraphQLNamedType): GraphQLNamedType {
    return (name === undefined ? undefined : this.schema.getType(name)) ?? around;
  }
}

function withDefaults(
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (Object.hasOwn(given, name)) values.set(name, given[name]);
    else if (defaultValue?.kind === Kind.INT) values.set(name, Number(defaultValue.value));
  }
  return values;
}

function fieldOf(type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

function lengthOf(type: GraphQLNamedType, field: string, page: number): number {
  if (type.name.endsWith('Connection')) return page;
  if (type.name === 'Finding' && field === 'cells') return FINDING_CELLS;
  return listLengths[field] ?? OTHER_LIST;
}
