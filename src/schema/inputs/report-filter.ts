import { Field, ID, InputType, Int } from 'type-graphql';

import type { Edition } from '../../format/form.js';
import type { ReportScope, Severity } from '../../format/report.js';
import type { AgencyKind, RegionLevel, ReportStatus } from '../../rollup/shapes.js';
import { SeverityEnum } from '../enums/check.js';
import { AgencyKindEnum, RegionLevelEnum } from '../enums/region.js';
import { EditionEnum, ReportScopeEnum, ReportStatusEnum } from '../enums/report.js';
import { RegionCode } from '../scalars/region-code.js';
import { FilterList } from './filter-list.js';
import { IsPlainText } from './plain-text.js';

@InputType({
  description:
    'Which reports. Absent or null does not restrict, an empty list matches nothing, a code or id that does not exist ' +
    'is refused. Where neither regions nor agencies are named, the whole country is meant, without the fictional province.',
})
export class ReportFilter {
  @Field(() => [Int], { nullable: true, description: 'Years reported on.' })
  @FilterList()
  years?: number[] | null;

  @Field(() => [RegionCode], {
    nullable: true,
    description:
      'By location in the report’s year, with everything beneath each region; a report counts once however many match.',
  })
  @FilterList()
  regions?: string[] | null;

  @Field(() => [RegionLevelEnum], {
    nullable: true,
    description: 'Levels of the government whose organ the agency is, as of today.',
  })
  @FilterList()
  levels?: RegionLevel[] | null;

  @Field(() => [AgencyKindEnum], {
    nullable: true,
    description: 'Kinds of agency, as of today.',
  })
  @FilterList()
  kinds?: AgencyKind[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Codes. An agency matches with any of its sectors.',
  })
  @FilterList()
  @IsPlainText()
  sectors?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Ids of agencies.' })
  @FilterList()
  agencies?: string[] | null;

  @Field(() => [EditionEnum], { nullable: true, description: 'By the edition of table three.' })
  @FilterList()
  editions?: Edition[] | null;

  @Field(() => [ReportScopeEnum], {
    nullable: true,
    description: 'Absent or null: ORGAN alone, so that nothing is counted twice.',
  })
  @FilterList()
  scopes?: ReportScope[] | null;

  @Field(() => [ReportStatusEnum], {
    nullable: true,
    description: 'Absent or null: PUBLISHED alone, whoever asks. Others need a role in the region.',
  })
  @FilterList()
  statuses?: ReportStatus[] | null;

  @Field(() => [SeverityEnum], {
    nullable: true,
    description: 'Reports with a finding of one of these severities.',
  })
  @FilterList()
  withFindings?: Severity[] | null;

  @Field(() => [SeverityEnum], {
    nullable: true,
    description:
      'Reports without any finding of these severities, e.g. [ERROR] for totals of sound reports alone.',
  })
  @FilterList()
  withoutFindings?: Severity[] | null;
}
