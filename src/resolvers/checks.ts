import { Query, Resolver } from 'type-graphql';

import { catalogue } from '../checks/catalogue.js';
import { Check } from '../schema/check.js';
import { checkOf } from './check-lookup.js';

@Resolver(() => Check)
export class CheckResolver {
  @Query(() => [Check], { description: 'The catalogue of checks, in its order.' })
  checks(): Check[] {
    return catalogue.map(({ code }) => checkOf(code));
  }
}
