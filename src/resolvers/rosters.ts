import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';

import { changeRoster, type RosterSource } from '../filing/roster/change-roster.js';
import { rosterCsv } from '../filing/roster/roster-csv.js';
import { rosterOf } from '../rollup/members/progress.js';
import type { ApiContext } from '../schema/context.js';
import { enumType } from '../schema/enums/register.js';
import { Progress } from '../schema/progress.js';
import { OfficeRefusal, RosterMade, RosterResult } from '../schema/roster.js';
import { CalendarDate } from '../schema/scalars/date.js';
import { authoriseForRegion } from './authorise.js';
import { officeRefusal } from './office-refusal.js';
import { RosterArgs } from './progress.js';

/** Longest list that is read, in characters: 10,000 members in lines of 200. */
const LONGEST_LIST = 2_000_000;

const RosterSourceEnum = enumType<'LAST_YEAR' | 'AGENCIES'>(
  'RosterSource',
  'Where the members of a new roster come from.',
  {
    LAST_YEAR: 'Last year’s roster; who was renamed, merged or split is replaced by its successor.',
    AGENCIES: 'The agencies that consolidate into the region, wherever they are located.',
  },
);

@ArgsType()
class CalendarArgs extends RosterArgs {
  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The office’s own last day for departments; absent: it stays; null: 31 January.',
  })
  @IsOptional()
  departmentsBy?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The office’s own last day for governments; absent: it stays; null: 31 March.',
  })
  @IsOptional()
  governmentsBy?: string | null;
}

@ArgsType()
class MakeRosterArgs extends CalendarArgs {
  @Field(() => RosterSourceEnum, { description: 'Where its members come from.' })
  @IsIn(['LAST_YEAR', 'AGENCIES'])
  from!: 'LAST_YEAR' | 'AGENCIES';
}

@ArgsType()
class ImportRosterArgs extends CalendarArgs {
  @Field(() => String, {
    description:
      'CSV with the columns agency, unifiedSocialCreditCode, region, scope, reportsTo, dueOn, of which agency is needed.',
  })
  @MaxLength(LONGEST_LIST)
  csv!: string;
}

async function change(
  { region, year, departmentsBy, governmentsBy }: CalendarArgs,
  source: RosterSource,
  context: ApiContext,
): Promise<RosterMade | OfficeRefusal> {
  const viewer = await authoriseForRegion(context, 'KEEP_ROSTER', region);
  const calendar = {
    ...(departmentsBy === undefined ? {} : { departmentsBy }),
    ...(governmentsBy === undefined ? {} : { governmentsBy }),
  };
  const { database, actor } = context;
  const key = { region, year };
  const author = { by: viewer.displayName, actor };
  const outcome = await changeRoster(database, { key, source, calendar, ...author });
  if (outcome.kind === 'REFUSED') return officeRefusal(outcome);
  const progress = Object.assign(new Progress(), {
    ...{ regionCode: region, year },
    ...(await rosterOf(database, key)),
  });
  const { members, compared } = outcome;
  return Object.assign(new RosterMade(), { members, compared, progress });
}

@Resolver()
export class RosterResolver {
  @Mutation(() => RosterResult, {
    description: 'Makes a roster from what is known, in the place of the one before.',
  })
  makeRoster(@Args(() => MakeRosterArgs) args: MakeRosterArgs, @Ctx() context: ApiContext) {
    return change(args, args.from, context);
  }

  @Mutation(() => RosterResult, {
    description:
      'Makes a roster from a list, all of it or nothing, in the place of the one before.',
  })
  importRoster(@Args(() => ImportRosterArgs) args: ImportRosterArgs, @Ctx() context: ApiContext) {
    return change(args, { csv: args.csv }, context);
  }

  @Query(() => String, {
    nullable: true,
    description: 'A roster as the CSV that importRoster reads; null where there is none.',
  })
  async rosterCsv(
    @Args(() => RosterArgs) { region, year }: RosterArgs,
    @Ctx() context: ApiContext,
  ): Promise<string | null> {
    await authoriseForRegion(context, 'KEEP_ROSTER', region);
    return rosterCsv(context.database, { region, year });
  }
}
