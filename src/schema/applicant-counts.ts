import { Field, ObjectType } from 'type-graphql';

import type * as shapes from '../rollup/shapes.js';
import { columnText } from './labels.js';
import { Count } from './scalars/count.js';
import { sumOfStated } from './sum.js';

const TABLE = 'REQUESTS';

const column = (key: string): { nullable: true; description: string; simple: true } => ({
  nullable: true,
  description: columnText(TABLE, key),
  simple: true,
});

@ObjectType({ description: 'A row of the table of requests by kind of applicant.' })
export class ApplicantCounts implements shapes.ApplicantCounts {
  @Field(() => Count, column('naturalPerson'))
  naturalPerson!: number | null;

  @Field(() => Count, column('businessEnterprise'))
  businessEnterprise!: number | null;

  @Field(() => Count, column('researchInstitution'))
  researchInstitution!: number | null;

  @Field(() => Count, column('publicInterestOrganization'))
  publicInterestOrganization!: number | null;

  @Field(() => Count, column('legalServiceAgency'))
  legalServiceAgency!: number | null;

  @Field(() => Count, column('otherOrganization'))
  otherOrganization!: number | null;

  @Field(() => Count, {
    nullable: true,
    simple: true,
    description: columnText(
      TABLE,
      'total',
      'In a report the printed figure, null where it is blank. In a total the sum, as ReportTables says.',
    ),
  })
  total!: number | null;

  @Field(() => Count, {
    nullable: true,
    description: 'The six columns added up, to be held against 总计; null where all six are null.',
  })
  computedTotal(): number | null {
    return sumOfStated([
      this.naturalPerson,
      this.businessEnterprise,
      this.researchInstitution,
      this.publicInterestOrganization,
      this.legalServiceAgency,
      this.otherOrganization,
    ]);
  }
}
