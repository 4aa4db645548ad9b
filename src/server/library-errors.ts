import type { GraphQLFormattedError } from 'graphql';
import type { ErrorCode } from './error-codes.js';

/** What a client is told in place of a library's own code and words. */
export interface Told {
  readonly code: ErrorCode;
  readonly message: string;
}

interface Known {
  readonly words: RegExp;
  readonly code: ErrorCode;
  /** Absent: the library's own words do. */
  readonly message?: string;
}

/**
 * Refusals of graphql-js and Apollo that come without a code or with one too general, known by their words alone.
 * Those of the first list are about the document and have no path: with one the same words would be a fault of ours.
 */
const ofDocument: readonly Known[] = [
  {
    words: /^Syntax Error: Document contains more th/,
    code: 'QUERY_TOO_COMPLEX',
    message: 'The document has more tokens than are read.',
  },
  {
    words: /^Validation aborted\.$/,
    code: 'QUERY_TOO_COMPLEX',
    message: 'The document selects too many fields of the same name.',
  },
  { words: / recursively requests too many selections\.$/, code: 'QUERY_TOO_COMPLEX' },
  { words: /^(?:Int|Float|String|Boolean|ID) cannot represent /, code: 'BAD_USER_INPUT' },
  { words: /^Expected value of type "/, code: 'BAD_USER_INPUT' },
];

/** A variable of a nullable type that is null where an argument must not be. */
const ofArgument: Known = { words: /^Argument "\w+" (?:of|has) /, code: 'BAD_USER_INPUT' };

/** What an error of a library is answered with; null where it is none of these. */
export function toldOfLibrary({ message, path }: GraphQLFormattedError): Told | null {
  const candidates = path ? [ofArgument] : [...ofDocument, ofArgument];
  const known = candidates.find(({ words }) => words.test(message));
  return known ? { code: known.code, message: known.message ?? message } : null;
}
