import { Kind, parse } from 'graphql';

/** What the editor asks: the text of a document, and the operation of it to be run. */
export interface Question {
  readonly query: string;
  readonly operationName?: string | null | undefined;
}

/** Names of the operations of a document; none where it cannot be read, which the server then says. */
function operationsOf(query: string): (string | undefined)[] {
  try {
    return parse(query, { noLocation: true })
      .definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .map((operation) => operation.name?.value);
  } catch {
    return [];
  }
}

/**
 * The question with the name of its only operation: for a moment after a change of tab the editor still
 * sends the name of the operation it held before, which the document does not have.
 */
export function withOwnOperation(question: Question): Question {
  const operations = operationsOf(question.query);
  return operations.length === 1 ? { ...question, operationName: operations[0] } : question;
}
