import { IsBoolean, IsOptional } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';

import type { AuditAct } from '../accounts/audit-log.js';
import { sightOf } from '../accounts/sight.js';
import { auditList } from '../rollup/audit-list.js';
import { AuditActEnum, AuditEntry, AuditEntryConnection } from '../schema/audit.js';
import type { Connection } from '../schema/connection.js';
import type { ApiContext } from '../schema/context.js';
import { isDatabaseId, readGlobalId } from '../schema/global-id.js';
import { FilterList } from '../schema/inputs/filter-list.js';
import { IsPlainText } from '../schema/inputs/plain-text.js';
import { PageArgs } from '../schema/page.js';
import { CalendarDate } from '../schema/scalars/date.js';
import { authoriseSomewhere } from './authorise.js';
import { connection, pageRequest } from './paging.js';

@ArgsType()
class AuditLogArgs extends PageArgs {
  @Field(() => [AuditActEnum], { nullable: true, description: 'Entries of these acts.' })
  @FilterList()
  acts?: AuditAct[] | null;

  @Field(() => ID, { nullable: true, description: 'Entries about this report.' })
  @IsOptional()
  @IsPlainText()
  report?: string | null;

  @Field(() => String, { nullable: true, description: 'Entries of this person, by name.' })
  @IsOptional()
  @IsPlainText()
  by?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'What was done, or what was refused.' })
  @IsOptional()
  @IsBoolean()
  succeeded?: boolean | null;

  @Field(() => CalendarDate, { nullable: true, description: 'From this day on, in Beijing.' })
  @IsOptional()
  since?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Up to this day, in Beijing.' })
  @IsOptional()
  until?: string | null;
}

@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryConnection, {
    description:
      'The audit log, newest first, for auditors and administrators: of what lies in their regions alone.',
  })
  async auditLog(
    @Args(() => AuditLogArgs) args: AuditLogArgs,
    @Ctx() context: ApiContext,
  ): Promise<Connection<AuditEntry>> {
    const viewer = await authoriseSomewhere(context, 'SEE_AUDIT_LOG');
    const { report, by: author = null, acts = null, succeeded = null, since, until } = args;
    const subject = report == null ? null : subjectOf(report);
    const days = { since: since ?? null, until: until ?? null };
    const sight = sightOf(viewer, 'SEE_AUDIT_LOG');
    const list = auditList({ acts, subject, author, succeeded, ...days }, sight);
    const found = await context.loaders.page(list, pageRequest(args));
    return connection(found, args, (record) => AuditEntry.of(record));
  }
}

/** As the log names it; an id of nothing has no entries. */
const subjectOf = (id: string): string => {
  const named = readGlobalId(id);
  return named?.type === 'Report' && isDatabaseId(named.key) ? `report:${named.key}` : 'report:';
};
