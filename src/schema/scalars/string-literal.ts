import { Kind, print, type ValueNode } from 'graphql';

import { WrittenOut } from '../errors.js';

/** The text of a string literal; of any other literal its source, as something that is no string. */
export const stringLiteral = (node: ValueNode): unknown =>
  node.kind === Kind.STRING ? node.value : new WrittenOut(print(node));
