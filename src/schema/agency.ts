import { Field, Int, ObjectType } from 'type-graphql';

import type { Language } from '../format/form.js';
import type { AgencyRecord, AliasRecord, SectorRecord } from '../rollup/records.js';
import type { AgencyKind, RegionLevel } from '../rollup/shapes.js';
import { connectionOf } from './connection.js';
import { LanguageArg } from './enums/language.js';
import { AgencyKindEnum, RegionLevelEnum } from './enums/region.js';
import { globalId } from './global-id.js';
import { Node } from './node.js';

@ObjectType({
  description:
    'A field of government work, e.g. PUBLIC_SECURITY 公安. A merged department has several.',
})
export class Sector {
  @Field(() => String, { description: 'Stable code, e.g. PUBLIC_SECURITY.', simple: true })
  code!: string;

  nameZh!: string;
  nameEn!: string;

  @Field(() => String, { description: 'Its name, e.g. 公安.' })
  name(@LanguageArg() language: Language): string {
    return language === 'ZH' ? this.nameZh : this.nameEn;
  }

  static of(record: SectorRecord): Sector {
    return Object.assign(new Sector(), record);
  }
}

@ObjectType({ simpleResolvers: true, description: 'Another name of an agency.' })
export class AgencyAlias implements AliasRecord {
  @Field(() => String, { description: 'The name.' })
  name!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'First year of whose report it was read; null where no report told it.',
  })
  firstYear!: number | null;

  @Field(() => Int, { nullable: true, description: 'Last such year.' })
  lastYear!: number | null;
}

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'An organ that owes an annual report each year.',
})
export class Agency extends Node {
  @Field(() => String, { description: 'Full official name, 周口市公安局.' })
  name!: string;

  @Field(() => String, { nullable: true, description: '统一社会信用代码, GB 32100.' })
  unifiedSocialCreditCode!: string | null;

  @Field(() => AgencyKindEnum, { description: 'What kind of organ it is.' })
  kind!: AgencyKind;

  @Field(() => RegionLevelEnum, {
    nullable: true,
    description:
      'Level of the government it is an organ of: a city bureau’s branch in a county is PREFECTURE. Null where undecided.',
  })
  level!: RegionLevel | null;

  /** Its id in the database. */
  key!: string;
  regionCode!: string | null;
  consolidatesInto!: string | null;

  static of(record: AgencyRecord): Agency {
    return Object.assign(new Agency(), record, {
      key: record.id,
      id: globalId('Agency', record.id),
    });
  }
}

export const AgencyConnection = connectionOf('Agency', () => Agency, 'agencies');
