import { Field, Int, ObjectType } from 'type-graphql';

import { isStale } from '../filing/stale.js';
import type { Edition } from '../format/form.js';
import type { ReportScope } from '../format/report.js';
import type { SectionRecord, SourceDocumentRecord } from '../rollup/records.js';
import type { ReportRecord, ReportStatus } from '../rollup/shapes.js';
import { connectionOf } from './connection.js';
import { EditionEnum, ReportScopeEnum, ReportStatusEnum } from './enums/report.js';
import { globalId } from './global-id.js';
import { tableText } from './labels.js';
import { Node } from './node.js';
import { ReportTables } from './report-tables.js';
import { CalendarDate } from './scalars/date.js';
import { Decimal } from './scalars/decimal.js';

@ObjectType({
  simpleResolvers: true,
  description:
    'The edition of each table; null where the document lacks it. Table two is E2019 where any of its blocks is.',
})
export class TableEditions {
  @Field(() => EditionEnum, { nullable: true, description: tableText('ACTIVE_DISCLOSURE') })
  activeDisclosure!: Edition | null;

  @Field(() => EditionEnum, { nullable: true, description: tableText('REQUESTS') })
  requests!: Edition | null;

  @Field(() => EditionEnum, { nullable: true, description: tableText('APPEALS') })
  appeals!: Edition | null;
}

@ObjectType({ simpleResolvers: true, description: 'A section of the report with its text.' })
export class ReportSection implements SectionRecord {
  @Field(() => Int, {
    description: '1 to 6 for the sections of the form, in their order; further ones count on.',
  })
  ordinal!: number;

  @Field(() => String, { description: 'Its heading, without the number.' })
  heading!: string;

  @Field(() => String, { description: 'Its text; of a table what stands around it.' })
  text!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A number that the text of a report states.' })
export class Statement {
  @Field(() => String, {
    description:
      'What the number counts, e.g. REQUESTS_RECEIVED, PROACTIVE_WEBSITE: the names of `nianbao statements`, which ' +
      'Metric shares.',
  })
  metric!: string;

  @Field(() => Decimal, { description: 'The number.' })
  value!: string;

  @Field(() => String, { description: 'The sentence it stands in.' })
  sentence!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The document a report was read from.' })
export class SourceDocument implements SourceDocumentRecord {
  @Field(() => String, { description: 'Name of the file.' })
  fileName!: string;

  @Field(() => String, { description: 'Its media type, e.g. text/html.' })
  mediaType!: string;

  @Field(() => String, { description: 'SHA-256 of its bytes, in hexadecimal.' })
  sha256!: string;

  @Field(() => String, { nullable: true, description: 'Where it was published.' })
  url!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Bytes of the stored original are served here; where it holds personal data, to reviewers of the agency alone.',
  })
  downloadUrl!: string | null;

  @Field(() => Boolean, {
    description:
      'Identity or mobile numbers, bank cards or e-mail addresses stand in it. The API shows them masked.',
  })
  holdsPersonalData!: boolean;
}

@ObjectType({
  implements: [Node, ReportTables],
  simpleResolvers: true,
  description:
    'One revision of the report of an agency, year and scope; every revision has an id of its own. Lists, totals and ' +
    'report() know only the newest revision whose status is asked for; DRAFT, SUBMITTED and RETURNED match only ' +
    'while no newer revision exists.',
})
export class Report extends Node {
  @Field(() => Int, { description: 'The year reported on.' })
  year!: number;

  @Field(() => ReportScopeEnum, { description: 'Whose requests it counts.' })
  scope!: ReportScope;

  @Field(() => TableEditions, { description: 'The edition of the form it was filled in on.' })
  editions!: TableEditions;

  @Field(() => ReportStatusEnum, { description: 'Where the revision stands in its life.' })
  status!: ReportStatus;

  @Field(() => Int, {
    description: '1 for the first version, counting up with every resubmission.',
  })
  revision!: number;

  @Field(() => String, { nullable: true, description: 'As printed.' })
  title!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The day it was published.' })
  publishedOn!: string | null;

  @Field(() => String, {
    description:
      'Version of the reader that read it, raised when a reader reads documents otherwise; TYPED_IN where a person ' +
      'entered it.',
  })
  readerVersion!: string;

  @Field(() => String, { description: 'Version of the rules by which it was checked.' })
  rulesVersion!: string;

  @Field(() => Boolean, {
    description:
      'True where this server’s reader or rules are newer than those: it may come to other figures or findings.',
  })
  stale!: boolean;

  record!: ReportRecord;

  static of(record: ReportRecord): Report {
    const { year, scope, editions, status, revision, title, publishedOn } = record;
    const { readerVersion, rulesVersion } = record;
    return Object.assign(new Report(), {
      id: globalId('Report', record.id),
      year,
      scope,
      editions,
      status,
      revision,
      title,
      publishedOn,
      readerVersion,
      rulesVersion,
      stale: isStale(record),
      record,
    });
  }
}

export const ReportConnection = connectionOf('Report', () => Report, 'reports');
