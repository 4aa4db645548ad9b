import type { NonEmptyArray } from 'type-graphql';

import { AccountResolver, RoleGrantResolver } from './accounts.js';
import { AgencyResolver } from './agencies.js';
import { AuditResolver } from './audit.js';
import { CheckResolver } from './checks.js';
import {
  ConsolidateResolver,
  ConsolidationRecordResolver,
  ReportConsolidationResolver,
} from './consolidated.js';
import { ConsolidationResolver } from './consolidations.js';
import { CorrectionResolver, ReportIdentityResolver } from './corrections.js';
import { FindingResolver } from './findings.js';
import { FollowingResolver } from './following.js';
import { LifeResolver } from './life.js';
import { NodeResolver } from './nodes.js';
import { ProgressGroupResolver, ProgressResolver, RosterMemberResolver } from './progress.js';
import { RegionResolver } from './regions.js';
import { ReportLifeResolver, WaiverResolver } from './report-life.js';
import { ReportTablesResolver } from './report-tables.js';
import { ReportResolver } from './reports.js';
import { RequestTableResolver } from './requests.js';
import { RevisionResolver } from './revisions.js';
import { RosterResolver } from './rosters.js';
import { SectorResolver } from './sectors.js';
import { SignInResolver } from './sign-ins.js';
import { PassageResolver } from './passages.js';
import { SubmissionResolver } from './submissions.js';
import { TextSearchResolver } from './text-search.js';
import { TotalKeyResolver } from './total-key.js';
import { CoverageResolver, TotalResolver } from './totals.js';

/** Every resolver class, in the order in which the schema lists the fields of Query. */
export const resolvers: NonEmptyArray<new () => object> = [
  NodeResolver,
  RegionResolver,
  AgencyResolver,
  SectorResolver,
  ReportResolver,
  TotalResolver,
  ConsolidationResolver,
  CheckResolver,
  FindingResolver,
  ReportTablesResolver,
  RequestTableResolver,
  CoverageResolver,
  TotalKeyResolver,
  CorrectionResolver,
  ReportIdentityResolver,
  SignInResolver,
  AccountResolver,
  RoleGrantResolver,
  LifeResolver,
  PassageResolver,
  SubmissionResolver,
  TextSearchResolver,
  AuditResolver,
  FollowingResolver,
  ProgressResolver,
  ProgressGroupResolver,
  RosterMemberResolver,
  RosterResolver,
  ConsolidateResolver,
  ReportConsolidationResolver,
  ConsolidationRecordResolver,
  ReportLifeResolver,
  RevisionResolver,
  WaiverResolver,
];
