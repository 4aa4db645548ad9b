import { Field, Int, ObjectType } from 'type-graphql';

import type { ReportScope } from '../format/report.js';
import type { MemberRecord } from '../rollup/members/member-list.js';
import type { Standing } from '../rollup/members/member-source.js';
import type { ProgressDimension, ProgressGroup as Group } from '../rollup/members/progress.js';
import { connectionOf } from './connection.js';
import { enumType } from './enums/register.js';
import { ReportScopeEnum } from './enums/report.js';
import { RegionLevelEnum } from './enums/region.js';
import type { RegionLevel } from '../rollup/shapes.js';
import { CalendarDate } from './scalars/date.js';

export const StandingEnum = enumType<Standing>(
  'MemberStanding',
  'How far a member of a roster is: the furthest of its reports.',
  {
    MISSING: 'Nothing was handed in; a draft is not.',
    SUBMITTED: 'Handed in, and waiting for the office.',
    RETURNED: 'Given back.',
    ACCEPTED: 'Accepted, and not public yet.',
    PUBLISHED: 'Public.',
  },
);

export const ProgressDimensionEnum = enumType<ProgressDimension>(
  'ProgressDimension',
  'What members are counted by.',
  { LEVEL: 'The level of the agency.', SECTOR: 'Its primary sector.' },
);

@ObjectType({ simpleResolvers: true, description: 'How many members are how far.' })
export class ProgressCounts {
  @Field(() => Int, { description: 'All of them.' })
  expected!: number;

  @Field(() => Int, { description: 'Those that have not handed in.' })
  missing!: number;

  @Field(() => Int, { description: 'Those whose report waits for the office.' })
  submitted!: number;

  @Field(() => Int, { description: 'Those whose report was given back.' })
  returned!: number;

  @Field(() => Int, { description: 'Those whose report was accepted.' })
  accepted!: number;

  @Field(() => Int, { description: 'Those whose report is public.' })
  published!: number;

  @Field(() => Int, { description: 'Those that handed in late, or have not yet and are due.' })
  late!: number;

  static of({ expected, byStanding, late }: Pick<Group, 'expected' | 'byStanding' | 'late'>) {
    return Object.assign(new ProgressCounts(), {
      ...{ expected, late, missing: byStanding.MISSING, submitted: byStanding.SUBMITTED },
      ...{ returned: byStanding.RETURNED, accepted: byStanding.ACCEPTED },
      published: byStanding.PUBLISHED,
    });
  }
}

@ObjectType({ description: 'The members of one level, one sector, or both.' })
export class ProgressGroup {
  @Field(() => RegionLevelEnum, {
    simple: true,
    nullable: true,
    description: 'Null: undecided, or not asked for.',
  })
  level!: RegionLevel | null;

  sectorCode!: string | null;

  @Field(() => ProgressCounts, { simple: true, description: 'How far they are.' })
  counts!: ProgressCounts;
}

@ObjectType({ description: 'An agency that has to report to a region for a year.' })
export class RosterMember {
  record!: MemberRecord;

  @Field(() => ReportScopeEnum, { description: 'The scope with which it counts.' })
  scope(): ReportScope {
    return this.record.scope;
  }

  @Field(() => StandingEnum, { description: 'How far it is.' })
  standing(): Standing {
    return this.record.standing;
  }

  @Field(() => CalendarDate, { description: 'Its last day.' })
  dueOn(): string {
    return this.record.dueOn;
  }

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'When it first handed in or published; null while it is missing.',
  })
  handedInOn(): string | null {
    return this.record.handedInOn;
  }

  @Field(() => Int, { description: 'Days behind its last day; 0 where it is not late.' })
  daysLate(): number {
    return this.record.daysLate;
  }

  static of(record: MemberRecord): RosterMember {
    return Object.assign(new RosterMember(), { record });
  }
}

export const RosterMemberConnection = connectionOf(
  'RosterMember',
  () => RosterMember,
  'members of a roster',
);

@ObjectType({ description: 'Who has handed in to a region for a year, and who has not.' })
export class Progress {
  regionCode!: string;

  @Field(() => Int, { simple: true, description: 'The year reported on.' })
  year!: number;

  @Field(() => CalendarDate, {
    simple: true,
    nullable: true,
    description: 'The office’s own last day for departments; null: 31 January, as in art. 49.',
  })
  departmentsBy!: string | null;

  @Field(() => CalendarDate, {
    simple: true,
    nullable: true,
    description: 'The office’s own last day for governments; null: 31 March, as in art. 49.',
  })
  governmentsBy!: string | null;
}
