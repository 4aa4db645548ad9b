import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValueNode,
} from 'graphql';
import { isUsableText } from './text.js';

/** How much of everything one document may have. */
export interface ShapeLimits {
  readonly maxDepth: number;
  readonly maxAliases: number;
}

const MAX_DIRECTIVES = 50;
const MAX_OPERATIONS = 10;
const MAX_LITERAL_DEPTH = 10;
/** Fields __schema and __type: one asks for the whole schema, the playground needs one. */
const MAX_INTROSPECTIONS = 3;

/** What a selection holds, fragments written out. */
interface Shape {
  depth: number;
  aliases: number;
  directives: number;
  introspections: number;
}

/** Measures selections in one pass: each fragment once, so that doubling fragments cost nothing. */
class ShapeReader {
  private readonly fragments = new Map<string, Shape>();

  constructor(private readonly context: ValidationContext) {}

  read({ selections }: SelectionSetNode): Shape {
    const sum: Shape = { depth: 0, aliases: 0, directives: 0, introspections: 0 };
    for (const selection of selections) {
      const shape = this.readSelection(selection);
      sum.depth = Math.max(sum.depth, shape.depth);
      sum.aliases += shape.aliases;
      sum.directives += shape.directives + (selection.directives?.length ?? 0);
      sum.introspections += shape.introspections;
    }
    return sum;
  }

  private readSelection(selection: SelectionNode): Shape {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.readFragment(selection.name.value);
    const inner = selection.selectionSet ? this.read(selection.selectionSet) : nothing();
    if (selection.kind === Kind.INLINE_FRAGMENT) return inner;
    const meta = selection.name.value.startsWith('__');
    return {
      ...inner,
      // graphql-js bounds the depth of introspection itself.
      depth: meta ? 0 : inner.depth + 1,
      aliases: inner.aliases + (selection.alias ? 1 : 0),
      introspections:
        inner.introspections + (meta && selection.name.value !== '__typename' ? 1 : 0),
    };
  }

  private readFragment(name: string): Shape {
    const known = this.fragments.get(name);
    if (known) return known;
    // A fragment inside itself counts as nothing; another rule refuses the document.
    this.fragments.set(name, nothing());
    const fragment = this.context.getFragment(name);
    const shape = fragment ? this.read(fragment.selectionSet) : nothing();
    this.fragments.set(name, shape);
    return shape;
  }
}

function nothing(): Shape {
  return { depth: 0, aliases: 0, directives: 0, introspections: 0 };
}

function literalDepth(value: ValueNode): number {
  if (value.kind === Kind.OBJECT) {
    return 1 + Math.max(0, ...value.fields.map((field) => literalDepth(field.value)));
  }
  if (value.kind === Kind.LIST) return 1 + Math.max(0, ...value.values.map(literalDepth));
  return 0;
}

function refusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

function excess(shape: Shape, limits: ShapeLimits): GraphQLError | null {
  if (shape.depth > limits.maxDepth) {
    const depth = `Fields are nested ${shape.depth} deep`;
    return refusal('QUERY_TOO_DEEP', `${depth}, at most ${limits.maxDepth} are answered.`);
  }
  const tooMany = (
    [
      [shape.aliases, limits.maxAliases, 'aliases'],
      [shape.directives, MAX_DIRECTIVES, 'directives'],
      [shape.introspections, MAX_INTROSPECTIONS, 'introspection fields'],
    ] as const
  ).find(([count, most]) => count > most);
  if (!tooMany) return null;
  return refusal('QUERY_TOO_COMPLEX', `A query may have at most ${tooMany[1]} ${tooMany[2]}.`);
}

function operationsOf(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
}

/** The validation rule that refuses documents of excessive shape, in time linear in their length. */
export function documentShapeRule(limits: ShapeLimits): (context: ValidationContext) => ASTVisitor {
  return (context) => ({
    Document(document) {
      const operations = operationsOf(document);
      if (operations.length > MAX_OPERATIONS) {
        const message = `A document may have at most ${MAX_OPERATIONS} operations.`;
        context.reportError(refusal('QUERY_TOO_COMPLEX', message));
        return;
      }
      const reader = new ShapeReader(context);
      for (const operation of operations) {
        const error = excess(reader.read(operation.selectionSet), limits);
        if (error) context.reportError(error);
      }
    },
    Argument(argument) {
      if (literalDepth(argument.value) <= MAX_LITERAL_DEPTH) return;
      const message = `The value of "${argument.name.value}" is nested more than ${MAX_LITERAL_DEPTH} deep.`;
      context.reportError(refusal('QUERY_TOO_COMPLEX', message));
    },
    StringValue(node) {
      if (isUsableText(node.value)) return;
      context.reportError(
        refusal('BAD_USER_INPUT', 'A text has a NUL character or half a surrogate pair.'),
      );
    },
  });
}
