import { Field, ObjectType } from 'type-graphql';

import type { RegionRecord } from '../rollup/records.js';
import type { RegionLevel } from '../rollup/shapes.js';
import { connectionOf } from './connection.js';
import { RegionLevelEnum } from './enums/region.js';
import { globalId } from './global-id.js';
import { Node } from './node.js';
import { CalendarDate } from './scalars/date.js';
import { RegionCode } from './scalars/region-code.js';

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A region of the administrative division, or the country itself.',
})
export class Region extends Node {
  @Field(() => RegionCode, { description: 'Its code, the same for ever.' })
  code!: string;

  @Field(() => String, { description: '周口市' })
  name!: string;

  @Field(() => String, { description: '河南省周口市' })
  fullName!: string;

  @Field(() => RegionLevelEnum, { description: 'Its level; levels may be skipped.' })
  level!: RegionLevel;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day it was abolished or got another code; null while it exists.',
  })
  validUntil!: string | null;

  @Field(() => Boolean, {
    description:
      'True in the fictional province 示例省 (990000), whose synthetic reports never enter a total of the country.',
  })
  fictional!: boolean;

  /** Null for the country and for the fictional province. */
  parentCode!: string | null;

  static of(record: RegionRecord): Region {
    return Object.assign(new Region(), record, { id: globalId('Region', record.code) });
  }
}

export const RegionConnection = connectionOf('Region', () => Region, 'regions');
