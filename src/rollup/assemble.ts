import type { Edition } from '../format/form.js';
import { blocksOf, forms } from '../format/forms.js';
import { outcomeRows } from '../format/outcomes.js';
import { rowsCountedAs } from '../filing/printed-columns.js';
import { count, decimal, sum, type Stored } from './numbers.js';
import type {
  ActiveDisclosureTable,
  AppealCounts,
  AppealTable,
  ApplicantCounts,
  DocumentCounts,
  RequestTable,
  ThreeTables,
} from './shapes.js';

/** Figures of a row by database column, and rows by their key. */
export type StoredRow = Readonly<Record<string, Stored>>;
export type StoredRows = Readonly<Record<string, StoredRow>>;

/** The printed rows of a report, or their sums over many. */
export interface StoredTables {
  requests: StoredRows | null;
  appeals: StoredRows | null;
  activeDisclosure: StoredRows | null;
}

/** A row of table three under the API's names: written out, since a total has a hundred of its cells that nobody asks for. */
function applicantCounts(row: StoredRow | undefined): ApplicantCounts {
  if (!row) return NO_APPLICANTS;
  return {
    naturalPerson: count(row['natural_person']),
    businessEnterprise: count(row['business_enterprise']),
    researchInstitution: count(row['research_institution']),
    publicInterestOrganization: count(row['public_interest_organization']),
    legalServiceAgency: count(row['legal_service_agency']),
    otherOrganization: count(row['other_organization']),
    total: count(row['total']),
  };
}

/** The same of table four. */
const appealCounts = (row: StoredRow = {}): AppealCounts => ({
  upheld: count(row['upheld']),
  corrected: count(row['corrected']),
  otherResult: count(row['other_result']),
  pending: count(row['pending']),
  total: count(row['total']),
});

const NO_APPLICANTS = Object.freeze(applicantCounts({}));

/**
 * The three tables of stored rows, each row made when somebody looks at it. `editions` are those of table three whose rows
 * are listed (none: the newest); `stocks` is false in a total over more than one year, where a stock such as the documents
 * in force says nothing.
 */
export function assemble(
  stored: StoredTables,
  { editions, stocks = true }: { editions: readonly Edition[]; stocks?: boolean },
): ThreeTables {
  return new AssembledTables(stored, editions, stocks);
}

class AssembledTables implements ThreeTables {
  #disclosure: ActiveDisclosureTable | null = null;
  #requests: RequestTable | null = null;
  #appeals: AppealTable | null = null;

  constructor(
    private readonly stored: StoredTables,
    private readonly editions: readonly Edition[],
    private readonly stocks: boolean,
  ) {}

  get activeDisclosure(): ActiveDisclosureTable {
    const { activeDisclosure } = this.stored;
    return (this.#disclosure ??= activeDisclosureTable(activeDisclosure ?? {}, this.stocks));
  }

  get requests(): RequestTable {
    return (this.#requests ??= new AssembledRequests(this.stored.requests ?? {}, this.editions));
  }

  get appeals(): AppealTable {
    return (this.#appeals ??= appealTable(this.stored.appeals ?? {}));
  }
}

class AssembledRequests implements RequestTable {
  #outcomes: RequestTable['outcomes'] | null = null;

  constructor(
    private readonly rows: StoredRows,
    private readonly editions: readonly Edition[],
  ) {}

  get received(): ApplicantCounts {
    return applicantCounts(this.rows['received']);
  }

  get carriedIn(): ApplicantCounts {
    return applicantCounts(this.rows['carriedIn']);
  }

  get outcomes(): RequestTable['outcomes'] {
    return (this.#outcomes ??= outcomeKeys(this.editions).map((outcome) => ({
      outcome,
      counts: applicantCounts(this.rows[outcome]),
    })));
  }

  get completed(): ApplicantCounts {
    return applicantCounts(this.rows['completed']);
  }

  get carriedOut(): ApplicantCounts {
    return applicantCounts(this.rows['carriedOut']);
  }
}

const listed = new Map<string, readonly string[]>();

/** Outcomes that the editions print, in printed order. */
function outcomeKeys(editions: readonly Edition[]): readonly string[] {
  const shown = editions.length > 0 ? editions : forms.slice(-1).map((form) => form.edition);
  const name = shown.join(' ');
  const known = listed.get(name);
  if (known) return known;
  const blocks = shown.flatMap((edition) => blocksOf(edition, 'REQUESTS'));
  const printed = new Set(blocks.flatMap((block) => block.rows.map((row) => row.key)));
  const keys = outcomeRows.map(({ key }) => key).filter((key) => printed.has(key));
  listed.set(name, keys);
  return keys;
}

const appealTable = (rows: StoredRows): AppealTable => ({
  reconsideration: appealCounts(rows['reconsideration']),
  litigationDirect: appealCounts(rows['litigationDirect']),
  litigationAfterReconsideration: appealCounts(rows['litigationAfterReconsideration']),
});

/** Of the 2019 edition its three counts of decisions alone, which mean the same. */
function activeDisclosureTable(rows: StoredRows, stocks: boolean): ActiveDisclosureTable {
  const documents = (row?: StoredRow): DocumentCounts => ({
    issued: count(row?.['issued']),
    repealed: count(row?.['repealed']),
    inForce: stocks ? count(row?.['in_force']) : null,
  });
  const decisions = (key: string): number | null =>
    sum(rowsCountedAs(key).map((row) => count(rows[row]?.['decisions'])));
  return {
    regulations: documents(rows['regulations']),
    normativeDocuments: documents(rows['normativeDocuments']),
    licensingDecisions: decisions('licensingDecisions'),
    penaltyDecisions: decisions('penaltyDecisions'),
    coercionDecisions: decisions('coercionDecisions'),
    administrativeFeesWan: decimal(rows['administrativeFeesWan']?.['amount_wan']),
  };
}
