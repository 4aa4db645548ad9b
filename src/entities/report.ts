import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { Relation } from 'typeorm';
import type { Edition } from '../format/form.js';
import type { ReportScope } from '../format/report.js';
import { Agency } from './agency.js';
import { Region } from './region.js';
import { SourceDocument } from './source-document.js';
import type { ReportStatus } from './vocabulary.js';

/** One revision of the report of an agency, year and scope. Only filing writes it. */
@Entity('report')
@Unique(['agencyId', 'year', 'scope', 'revision'])
@Index('report_newest_index', ['agencyId', 'year', 'scope'], {
  unique: true,
  where: 'is_newest',
})
@Index('report_current_index', ['agencyId', 'year', 'scope'], {
  unique: true,
  where: 'is_current',
})
@Index('report_id_year_index', ['id', 'year'], { unique: true })
@Index('report_list_index', { synchronize: false })
@Index('report_province_index', { synchronize: false })
@Index('report_prefecture_index', { synchronize: false })
@Index('report_county_index', { synchronize: false })
@Index('report_region_index', { synchronize: false })
@Index('report_source_document_id_index', ['sourceDocumentId'])
@Index('report_sample_index', { synchronize: false })
@Check('report_year_check', 'a year')
@Check('report_scope_check', 'scope is known')
@Check('report_revision_check', 'counts from 1')
@Check('report_status_check', 'status is known')
@Check('report_edition_active_disclosure_check', 'edition is known')
@Check('report_edition_requests_check', 'edition is known')
@Check('report_edition_appeals_check', 'edition is known')
@Check('report_check', 'only a published revision is current')
export class Report {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column('bigint')
  agencyId!: string;

  @Column('smallint')
  year!: number;

  @Column('text')
  scope!: ReportScope;

  /** 1 for the first version. */
  @Column('integer')
  revision!: number;

  @Column('text')
  status!: ReportStatus;

  /** No newer revision of the same agency, year and scope exists. */
  @Column('boolean')
  isNewest!: boolean;

  /** The newest PUBLISHED revision: the one that lists and totals see by default. */
  @Column('boolean')
  isCurrent!: boolean;

  /** The agency's region in the report's year, and that region's ancestors. */
  @Column('text', { nullable: true })
  regionCode!: string | null;

  @Column('text', { nullable: true })
  provinceCode!: string | null;

  @Column('text', { nullable: true })
  prefectureCode!: string | null;

  @Column('text', { nullable: true })
  countyCode!: string | null;

  /** Edition of each table; null where the document lacks it. */
  @Column('text', { nullable: true })
  editionActiveDisclosure!: Edition | null;

  @Column('text', { nullable: true })
  editionRequests!: Edition | null;

  @Column('text', { nullable: true })
  editionAppeals!: Edition | null;

  @Column('text', { nullable: true })
  title!: string | null;

  /** The agency's name as the document prints it. */
  @Column('text', { nullable: true })
  printedAgency!: string | null;

  @Column('date', { nullable: true })
  publishedOn!: string | null;

  @Column('bigint', { nullable: true })
  sourceDocumentId!: string | null;

  /** sha256 of the document's bytes, without a document of its figures: the same content is filed once. */
  @Column('text')
  contentKey!: string;

  /** Cells of each table that state no number; sums leave them out. */
  @Column('smallint')
  unstatedActiveDisclosure!: number;

  @Column('smallint')
  unstatedRequests!: number;

  @Column('smallint')
  unstatedAppeals!: number;

  /** Findings of each severity. */
  @Column('integer')
  errorCount!: number;

  @Column('integer')
  warningCount!: number;

  @Column('integer')
  infoCount!: number;

  @Column('text')
  readerVersion!: string;

  @Column('text')
  rulesVersion!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  statusChangedAt!: Date;

  /** Counts every change of the row; a trigger does. */
  @Column('integer', { default: 1 })
  version!: number;

  /** 分管领导, whom the submission names. */
  @Column('text', { nullable: true })
  responsibleLeader!: string | null;

  /** Why it was returned or withdrawn. */
  @Column('text', { nullable: true })
  statusReason!: string | null;

  /** When this revision was handed in; null where it was imported. */
  @Column('timestamptz', { nullable: true })
  submittedAt!: Date | null;

  /** Belongs to the sample data, which can be removed as a whole. */
  @Column('boolean', { default: false })
  sample!: boolean;

  @ManyToOne(() => Agency)
  @JoinColumn({ name: 'agency_id' })
  agency?: Relation<Agency>;

  @ManyToOne(() => Region)
  @JoinColumn({ name: 'region_code' })
  region?: Relation<Region> | null;

  @ManyToOne(() => SourceDocument)
  @JoinColumn({ name: 'source_document_id' })
  sourceDocument?: Relation<SourceDocument> | null;
}
