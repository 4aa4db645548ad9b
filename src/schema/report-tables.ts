import { Field, InterfaceType } from 'type-graphql';

import { ActiveDisclosureTable } from './active-disclosure.js';
import { AppealTable } from './appeals.js';
import { tableText } from './labels.js';
import { RequestTable } from './requests.js';

@InterfaceType({
  description:
    'Whatever answers with the three tables of the form: a report, a total, a consolidated report. Where figures are ' +
    'added (categories, indicators, totals, consolidations) a null is left out, a sum of nothing but nulls is null, ' +
    'and a row whose 总计 is blank counts with the sum of its stated columns.',
})
export abstract class ReportTables {
  @Field(() => ActiveDisclosureTable, { description: tableText('ACTIVE_DISCLOSURE') })
  activeDisclosure!: ActiveDisclosureTable;

  @Field(() => RequestTable, { description: tableText('REQUESTS') })
  requests!: RequestTable;

  @Field(() => AppealTable, { description: tableText('APPEALS') })
  appeals!: AppealTable;
}
