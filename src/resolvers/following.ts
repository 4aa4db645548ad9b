import {
  Arg,
  Args,
  Ctx,
  Field,
  ID,
  Int,
  ObjectType,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';

import { seenReportsById } from '../rollup/report-details.js';
import { progressGroups, rosterOf } from '../rollup/members/progress.js';
import { importsUnderWay } from '../rollup/imports-under-way.js';
import { officeDay } from '../registry/roster/calendar.js';
import type { ApiContext } from '../schema/context.js';
import { isDatabaseId, readGlobalId } from '../schema/global-id.js';
import { Progress } from '../schema/progress.js';
import { Report } from '../schema/report.js';
import { authoriseForRegion, authoriseSomewhere } from './authorise.js';
import { RosterArgs } from './progress.js';

@ObjectType({
  simpleResolvers: true,
  description: 'An import of files or lines that is under way.',
})
export class ImportUnderWay {
  @Field(() => ID, { description: 'Which one.' })
  id!: string;

  @Field(() => Int, { description: 'Documents or lines that are done with.' })
  done!: number;
}

const reportKey = (id: string): string => {
  const named = readGlobalId(id);
  return named?.type === 'Report' && isDatabaseId(named.key) ? named.key : '0';
};

/** What was read each time it is another than before, at first at once. */
async function* whatChanges<T>(
  { follow }: ApiContext,
  read: () => Promise<T | null>,
): AsyncGenerator<T> {
  let last: string | null = null;
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- that it changed is all there is to know
  for await (const change of follow()) {
    const now = await read();
    // What is not there, or may not be seen any more, ends.
    if (now === null) return;
    const text = JSON.stringify(now);
    if (text === last) continue;
    last = text;
    yield now;
  }
}

@Resolver()
export class FollowingResolver {
  @Subscription(() => Progress, {
    description: 'How far the members of a roster are: at once, and whenever it changes.',
    subscribe: async ({ args, context }: { args: RosterArgs; context: ApiContext }) => {
      await authoriseForRegion(context, 'SEE_PROGRESS', args.region);
      const { database } = context;
      return whatChanges(context, async () => {
        const roster = await rosterOf(database, args);
        const groups = roster && (await progressGroups(database, args, officeDay(new Date()), []));
        return groups && { ...roster, groups };
      });
    },
  })
  async progressChanged(
    @Args(() => RosterArgs) key: RosterArgs,
    @Ctx() { database }: ApiContext,
  ): Promise<Progress> {
    const roster = await rosterOf(database, key);
    return Object.assign(new Progress(), { ...roster, regionCode: key.region, year: key.year });
  }

  @Subscription(() => Report, {
    nullable: true,
    description:
      'A report that the caller may see: at once, and whenever it is changed, e.g. given back or corrected.',
    subscribe: ({ args, context }: { args: { report: string }; context: ApiContext }) => {
      const { database, sight } = context;
      const key = reportKey(args.report);
      return whatChanges(context, async () => {
        const seen = (await seenReportsById(database, [key], sight)).get(key);
        if (!seen) return null;
        const [line] = await database.query<{ version: number; findings: string }>(
          `select version, (select count(*) from finding where report_id = report.id) as findings
           from report where id = $1`,
          [key],
        );
        return { ...seen, ...line };
      });
    },
  })
  async reportChanged(
    @Arg('report', () => ID, { description: 'The report.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Report | null> {
    const record = await loaders.report.load(reportKey(id));
    return record && Report.of(record);
  }

  @Subscription(() => [ImportUnderWay], {
    description:
      'Imports under way with how far they are: at once, and as they go on; for reviewers.',
    subscribe: async ({ context }: { context: ApiContext }) => {
      await authoriseSomewhere(context, 'REVIEW');
      return whatChanges(context, () => importsUnderWay(context.database));
    },
  })
  importProgress(@Root() imports: readonly ImportUnderWay[]): readonly ImportUnderWay[] {
    return imports;
  }
}
