import { Kind, visit } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { queryCost, type Cost } from './query-cost.js';

type Variables = Readonly<Record<string, unknown>>;

/** Page sizes of one operation whose costs are kept. */
const MOST = 50;

/** What operations cost. To reckon it takes longer than to answer some of them, and it depends on page sizes alone. */
export class KnownCosts {
  readonly #known = new WeakMap<OperationDefinitionNode, OfOperation>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** As `queryCost` says. */
  of(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Cost {
    const known: OfOperation = this.#known.get(operation) ?? {
      sizes: sizesIn(document),
      costs: new Map(),
    };
    this.#known.set(operation, known);
    const { sizes, costs } = known;
    const key = JSON.stringify(
      sizes.map((name) => (Object.hasOwn(variables, name) ? [variables[name]] : [])),
    );
    const found = costs.get(key);
    if (found) return found;
    const cost = queryCost(this.schema, document, operation, variables);
    if (costs.size < MOST) costs.set(key, cost);
    return cost;
  }
}

interface OfOperation {
  /** Names of the variables that are page sizes. */
  readonly sizes: readonly string[];
  readonly costs: Map<string, Cost>;
}

function sizesIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Argument: ({ name, value }) => {
      if (name.value === 'first' && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
