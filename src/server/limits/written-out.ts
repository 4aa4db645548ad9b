import { Kind } from 'graphql';
import type { DocumentNode, SelectionSetNode } from 'graphql';

/** Fields of a valid document with its fragments written out: what a program made of it grows with. */
export function fieldsWrittenOut({ definitions }: DocumentNode): number {
  const fragments = new Map<string, SelectionSetNode>();
  for (const each of definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each.selectionSet);
  }
  const counted = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const known = counted.get(name) ?? fieldsOf(fragments.get(name));
    counted.set(name, known);
    return known;
  };
  const fieldsOf = (set: SelectionSetNode | undefined): number => {
    let sum = 0;
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FRAGMENT_SPREAD) sum += ofFragment(node.name.value);
      else sum += (node.kind === Kind.FIELD ? 1 : 0) + fieldsOf(node.selectionSet);
    }
    return sum;
  };
  return definitions.reduce(
    (sum, each) =>
      sum + (each.kind === Kind.OPERATION_DEFINITION ? fieldsOf(each.selectionSet) : 0),
    0,
  );
}
