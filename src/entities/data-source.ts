import 'reflect-metadata';
import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import { Reports1764000000000 } from '../../migrations/1764000000000-reports.js';
import { Corrections1764100000000 } from '../../migrations/1764100000000-corrections.js';
import { KeptTotals1764200000000 } from '../../migrations/1764200000000-kept-totals.js';
import { FetchedSources1764300000000 } from '../../migrations/1764300000000-fetched-sources.js';
import { ReportSignatures1764400000000 } from '../../migrations/1764400000000-report-signatures.js';
import { Accounts1764500000000 } from '../../migrations/1764500000000-accounts.js';
import { Account } from './account.js';
import { Rosters1764600000000 } from '../../migrations/1764600000000-rosters.js';
import { LifeOfReports1764700000000 } from '../../migrations/1764700000000-life-of-reports.js';
import { FewerIndexes1764800000000 } from '../../migrations/1764800000000-fewer-indexes.js';
import { AliasYears1764900000000 } from '../../migrations/1764900000000-alias-years.js';
import { Initials1765000000000 } from '../../migrations/1765000000000-initials.js';
import { RowsByYear1765100000000 } from '../../migrations/1765100000000-rows-by-year.js';
import { PagesOfRegions1765200000000 } from '../../migrations/1765200000000-pages-of-regions.js';
import { ActiveDisclosureRow } from './active-disclosure-row.js';
import { Agency } from './agency.js';
import { AgencyAlias } from './agency-alias.js';
import { AgencyLineage } from './agency-lineage.js';
import { AgencySector } from './agency-sector.js';
import { ApiToken } from './api-token.js';
import { AppealRow } from './appeal-row.js';
import { AuditEntry } from './audit-entry.js';
import { AuditSeal } from './audit-seal.js';
import { Consolidation } from './consolidation.js';
import { ConsolidationMember } from './consolidation-member.js';
import { ConsolidationOverride } from './consolidation-override.js';
import { Correction } from './correction.js';
import { Explanation } from './explanation.js';
import { Finding } from './finding.js';
import { PostgresNaming } from './naming.js';
import { Region } from './region.js';
import { RegionSuccessor } from './region-successor.js';
import { Report } from './report.js';
import { ReportEvidence } from './report-evidence.js';
import { ReportSection } from './report-section.js';
import { ReportStatusPast } from './report-status-past.js';
import { RequestRow } from './request-row.js';
import { RoleGrant } from './role-grant.js';
import { Roster } from './roster.js';
import { RosterMember } from './roster-member.js';
import { Sector } from './sector.js';
import { Session } from './session.js';
import { Setting } from './setting.js';
import { SignInAttempt } from './sign-in-attempt.js';
import { SourceDocument } from './source-document.js';
import { Waiver } from './waiver.js';

const entities = [
  Region,
  RegionSuccessor,
  Sector,
  Agency,
  AgencySector,
  AgencyAlias,
  AgencyLineage,
  SourceDocument,
  Report,
  RequestRow,
  AppealRow,
  ActiveDisclosureRow,
  ReportEvidence,
  ReportSection,
  Finding,
  Correction,
  Explanation,
  Waiver,
  AuditEntry,
  AuditSeal,
  Account,
  RoleGrant,
  Session,
  ApiToken,
  SignInAttempt,
  Roster,
  RosterMember,
  ReportStatusPast,
  Consolidation,
  ConsolidationMember,
  ConsolidationOverride,
  Setting,
];

/** In the order in which they run; a new migration is a new file and a line here. */
export const migrations = [
  Reports1764000000000,
  Corrections1764100000000,
  KeptTotals1764200000000,
  FetchedSources1764300000000,
  ReportSignatures1764400000000,
  Accounts1764500000000,
  Rosters1764600000000,
  LifeOfReports1764700000000,
  FewerIndexes1764800000000,
  AliasYears1764900000000,
  Initials1765000000000,
  RowsByYear1765100000000,
  PagesOfRegions1765200000000,
];

export const migrationsTable = 'schema_migration';

type Connection = Pick<
  Extract<DataSourceOptions, { type: 'postgres' }>,
  'url' | 'username' | 'password' | 'poolSize' | 'connectTimeoutMS' | 'extra'
>;

/** The data source of either engine: same entities, same migrations, the connection differs. */
export const createDataSource = (connection: Connection): DataSource =>
  new DataSource({
    type: 'postgres',
    ...connection,
    applicationName: 'nianbao',
    entities,
    migrations,
    migrationsTableName: migrationsTable,
    namingStrategy: new PostgresNaming(),
    installExtensions: false,
    synchronize: false,
    logging: false,
    poolErrorHandler: () => undefined,
  });
