import { IsOptional, IsString, MaxLength, ValidateNested, ArrayMaxSize } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  Resolver,
  Root,
} from 'type-graphql';

import { cellName, cellNamed } from '../filing/cell-name.js';
import { consolidate } from '../filing/consolidate/consolidate.js';
import { changesSince } from '../filing/consolidate/changes-since.js';
import type { ConsolidatedScope } from '../filing/consolidate/members-of.js';
import { refused } from '../filing/report-input.js';
import { endOfDay } from '../registry/roster/calendar.js';
import { consolidationRecord, givenTo, overridesOf } from '../rollup/consolidation-record.js';
import {
  ChangedMember,
  Consolidated,
  ConsolidateResult,
  ConsolidationIncomplete,
  ConsolidationOverride,
  ConsolidationRecord,
  MemberFigure,
  MemberProblem,
  MovedCell,
  Staleness,
} from '../schema/consolidated.js';
import type { ApiContext } from '../schema/context.js';
import { enumType } from '../schema/enums/register.js';
import { badInput, quoted } from '../schema/errors.js';
import { Region } from '../schema/region.js';
import { Report } from '../schema/report.js';
import type { OfficeRefusal } from '../schema/roster.js';
import { CalendarDate } from '../schema/scalars/date.js';
import { findAgency } from './agency-lookup.js';
import { authoriseForRegion } from './authorise.js';
import { agencyKey } from './filters.js';
import { officeRefusal } from './office-refusal.js';
import { RosterArgs } from './progress.js';
import { findRegion } from './region-lookup.js';

const ConsolidatedScopeEnum = enumType<ConsolidatedScope>(
  'ConsolidatedScope',
  'Whom a government’s report adds up.',
  {
    GOVERNMENT_LEVEL: 'The organs of its own level.',
    REGION_CONSOLIDATED: 'The whole region, with the governments beneath it.',
  },
);

/** Members that may be overridden at once. */
const MOST_OVERRIDES = 1_000;

@InputType({ description: 'Why a member is left out, or added up although its report fails.' })
class OverrideInput {
  @Field(() => ID, { description: 'The member.' })
  @IsString()
  agency!: string;

  @Field(() => String, { description: 'The reason, which stays on the record.' })
  @MaxLength(4000)
  reason!: string;
}

@ArgsType()
class ConsolidateArgs extends RosterArgs {
  @Field(() => ConsolidatedScopeEnum, {
    defaultValue: 'REGION_CONSOLIDATED',
    description: 'Whom it adds up.',
  })
  scope!: ConsolidatedScope;

  @Field(() => String, { description: 'Why, for the audit log.' })
  @MaxLength(4000)
  reason!: string;

  @Field(() => [OverrideInput], {
    defaultValue: [],
    description: 'Members that are missing or failing and shall not stand in the way.',
  })
  @ArrayMaxSize(MOST_OVERRIDES)
  @ValidateNested({ each: true })
  overrides!: OverrideInput[];

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'With the members’ reports as they stood at the end of this day.',
  })
  @IsOptional()
  asOf?: string | null;
}

@Resolver()
export class ConsolidateResolver {
  @Mutation(() => ConsolidateResult, {
    description:
      'Adds the members’ accepted and published reports up into a draft of the government’s report. It refuses while ' +
      'members are missing or break A1 to A4, unless each is overridden with a reason.',
  })
  async consolidate(
    @Args(() => ConsolidateArgs) args: ConsolidateArgs,
    @Ctx() context: ApiContext,
  ): Promise<Consolidated | ConsolidationIncomplete | OfficeRefusal> {
    const { region, year, scope, reason, asOf = null } = args;
    const viewer = await authoriseForRegion(context, 'CONSOLIDATE', region);
    const overrides = new Map<string, string>();
    for (const { agency, reason: why } of args.overrides) {
      const id = agencyKey(agency);
      if (id === null) return officeRefusal(refused('AGENCY_UNKNOWN', `There is no ${agency}.`));
      overrides.set(id, why);
    }
    const outcome = await consolidate(context.database, {
      ...{ region, year, scope, overrides, by: viewer.displayName, why: reason },
      asOf: asOf === null ? null : endOfDay(asOf),
      actor: context.actor,
    });
    if (outcome.kind === 'REFUSED') return officeRefusal(outcome);
    if (outcome.kind === 'INCOMPLETE') return incomplete(outcome.problems, context);
    const record = await context.loaders.report.load(outcome.reportId);
    return Object.assign(new Consolidated(), {
      ...{ members: outcome.members, changed: outcome.kind !== 'UNCHANGED' },
      report: record && Report.of(record),
    });
  }
}

async function incomplete(
  found: readonly (Pick<MemberProblem, 'problem' | 'checks'> & { agencyId: string })[],
  { loaders }: ApiContext,
): Promise<ConsolidationIncomplete> {
  const problems = found.map(async ({ agencyId, problem, checks }) =>
    Object.assign(new MemberProblem(), {
      ...{ problem, checks, agency: await findAgency(loaders, agencyId) },
    }),
  );
  return Object.assign(new ConsolidationIncomplete(), { problems: await Promise.all(problems) });
}

@Resolver(() => Report)
export class ReportConsolidationResolver {
  @FieldResolver(() => ConsolidationRecord, {
    nullable: true,
    description: 'How it was added up; null for a report that came from elsewhere.',
  })
  async consolidation(
    @Root() { record }: Report,
    @Ctx() { database }: ApiContext,
  ): Promise<ConsolidationRecord | null> {
    if (record.scope === 'ORGAN') return null;
    const line = await consolidationRecord(database, record.id);
    return line && Object.assign(new ConsolidationRecord(), line);
  }
}

@Resolver(() => ConsolidationRecord)
export class ConsolidationRecordResolver {
  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The region whose members they are.',
  })
  region(@Root() { regionCode }: ConsolidationRecord, @Ctx() { loaders }: ApiContext) {
    return findRegion(loaders, regionCode);
  }

  @FieldResolver(() => [ConsolidationOverride], {
    description: 'Members that were missing or failing, and why that did not matter.',
  })
  async overrides(
    @Root() { reportId }: ConsolidationRecord,
    @Ctx() { database, loaders }: ApiContext,
  ): Promise<ConsolidationOverride[]> {
    const lines = await overridesOf(database, reportId);
    return Promise.all(
      lines.map(async ({ agencyId, ...line }) =>
        Object.assign(new ConsolidationOverride(), {
          ...line,
          agency: await findAgency(loaders, agencyId),
        }),
      ),
    );
  }

  @FieldResolver(() => [MemberFigure], {
    description: 'What each member gave to a cell, largest first.',
  })
  async figures(
    @Root() { reportId }: ConsolidationRecord,
    @Arg('cell', () => String, {
      description: 'The cell, e.g. REQUESTS/NOT_HELD/naturalPerson.',
    })
    name: string,
    @Ctx() { database, loaders }: ApiContext,
  ): Promise<MemberFigure[]> {
    const cell = cellNamed(name);
    if (!cell) throw badInput(`The form has no cell ${quoted(name)}.`);
    const given = await givenTo(database, reportId, cell);
    return Promise.all(
      given.map(async ({ agencyId, reportId: id, value }) =>
        Object.assign(new MemberFigure(), {
          ...{
            value,
            agency: await findAgency(loaders, agencyId),
            report: await seen(id, loaders),
          },
        }),
      ),
    );
  }

  @FieldResolver(() => Staleness, {
    nullable: true,
    description:
      'What would be otherwise if it were added up now; for whoever has a role in the region.',
  })
  async staleness(
    @Root() { reportId, regionCode }: ConsolidationRecord,
    @Ctx() context: ApiContext,
  ): Promise<Staleness | null> {
    await authoriseForRegion(context, 'SEE_PROGRESS', regionCode);
    const { loaders } = context;
    const changes = await changesSince(context.database, reportId);
    if (!changes) return null;
    const members = changes.members.map(async ({ agencyId, before, after }) =>
      Object.assign(new ChangedMember(), {
        agency: await findAgency(loaders, agencyId),
        before: await seen(before, loaders),
        after: await seen(after, loaders),
      }),
    );
    const cells = changes.cells.map(({ was, is, ...address }) =>
      Object.assign(new MovedCell(), { address, was, is, cell: cellName(address) }),
    );
    return Object.assign(new Staleness(), { members: await Promise.all(members), cells });
  }
}

const seen = async (id: string | null, loaders: ApiContext['loaders']): Promise<Report | null> => {
  const record = id === null ? null : await loaders.report.load(id);
  return record && Report.of(record);
};
