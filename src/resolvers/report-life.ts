import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Finding } from '../schema/finding.js';
import { ReportLife, Waiver } from '../schema/life.js';
import type { ApiContext } from '../schema/context.js';
import { Report } from '../schema/report.js';

@Resolver(() => Report)
export class ReportLifeResolver {
  @FieldResolver(() => ReportLife, { description: 'How it came to its status.' })
  async life(
    @Root() { record }: Report,
    @Ctx() { loaders }: ApiContext,
  ): Promise<ReportLife | null> {
    return loaders.life.load(record.id);
  }
}

@Resolver(() => Finding)
export class WaiverResolver {
  @FieldResolver(() => Waiver, {
    nullable: true,
    description: 'Why the report was accepted nevertheless; null where nobody waived it.',
  })
  async waiver(
    @Root() { record }: Finding,
    @Ctx() { loaders }: ApiContext,
  ): Promise<Waiver | null> {
    return loaders.waiver.load(record.id);
  }
}
