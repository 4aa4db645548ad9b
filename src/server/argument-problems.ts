import { GraphQLError } from 'graphql';

/** What class-validator tells of one property, as far as it is used here. */
interface PropertyProblem {
  readonly property: string;
  readonly constraints?: Readonly<Record<string, string>>;
  readonly children?: readonly PropertyProblem[];
}

/**
 * The sentence for arguments that type-graphql found invalid: each property with what is wrong with
 * it, never its value. Null where the error is another one.
 */
export function describeInvalidArguments(error: unknown): string | null {
  const source = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const extensions = source instanceof GraphQLError ? source.extensions : {};
  const problems = extensions['validationErrors'];
  if (!Array.isArray(problems)) return null;
  const sentences = problems.flatMap((problem) => describe(problem as PropertyProblem, ''));
  return sentences.length > 0 ? `${sentences.join('; ')}.` : 'An argument is invalid.';
}

function describe(problem: PropertyProblem, parent: string): string[] {
  const path = parent === '' ? problem.property : `${parent}.${problem.property}`;
  const own = Object.values(problem.constraints ?? {})
    .map((text) => text.replace(/\.$/, ''))
    .map((text) =>
      text.startsWith(problem.property) ? `${path}${text.slice(problem.property.length)}` : text,
    );
  return [...own, ...(problem.children ?? []).flatMap((child) => describe(child, path))];
}
