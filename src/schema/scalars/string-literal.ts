import { Kind, print, type ValueNode } from 'graphql';

/** The text of a string literal; of any other literal its source, as something that is no string. */
export const stringLiteral = (node: ValueNode): unknown =>
  node.kind === Kind.STRING ? node.value : { literal: print(node) };
