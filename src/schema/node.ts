import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Whatever has an id of its own, by which node(id) finds it again.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and global: node(id) finds it again.' })
  id!: string;
}
