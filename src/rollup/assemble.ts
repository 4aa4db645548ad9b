import type { Edition } from '../format/form.js';
import { blocksOf, forms } from '../format/forms.js';
import { outcomeRows } from '../format/outcomes.js';
import { rowsCountedAs } from '../filing/printed-columns.js';
import { count, decimal, sum } from './numbers.js';
import type {
  ActiveDisclosureTable,
  AppealCounts,
  AppealTable,
  ApplicantCounts,
  DocumentCounts,
  RequestTable,
  ThreeTables,
} from './shapes.js';
import { placeOf, type StoredRows, type StoredTables } from './stored-rows.js';

/** A row of table three under the API's names: written out, since a total has a hundred of its cells that nobody asks for. */
function applicantCounts(rows: StoredRows, row: string): ApplicantCounts {
  if (!rows.has(row)) return NO_APPLICANTS;
  return {
    naturalPerson: count(rows.at(row, 0)),
    businessEnterprise: count(rows.at(row, 1)),
    researchInstitution: count(rows.at(row, 2)),
    publicInterestOrganization: count(rows.at(row, 3)),
    legalServiceAgency: count(rows.at(row, 4)),
    otherOrganization: count(rows.at(row, 5)),
    total: count(rows.at(row, 6)),
  };
}

/** The same of table four. */
const appealCounts = (rows: StoredRows, row: string): AppealCounts => ({
  upheld: count(rows.at(row, 0)),
  corrected: count(rows.at(row, 1)),
  otherResult: count(rows.at(row, 2)),
  pending: count(rows.at(row, 3)),
  total: count(rows.at(row, 4)),
});

/** A row of table three that states nothing. */
export const NO_APPLICANTS: ApplicantCounts = Object.freeze({
  naturalPerson: null,
  businessEnterprise: null,
  researchInstitution: null,
  publicInterestOrganization: null,
  legalServiceAgency: null,
  otherOrganization: null,
  total: null,
});

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
    return (this.#disclosure ??= activeDisclosureTable(this.stored.activeDisclosure, this.stocks));
  }

  get requests(): RequestTable {
    return (this.#requests ??= new AssembledRequests(this.stored.requests, this.editions));
  }

  get appeals(): AppealTable {
    return (this.#appeals ??= appealTable(this.stored.appeals));
  }
}

class AssembledRequests implements RequestTable {
  #outcomes: RequestTable['outcomes'] | null = null;

  constructor(
    private readonly rows: StoredRows,
    private readonly editions: readonly Edition[],
  ) {}

  get received(): ApplicantCounts {
    return applicantCounts(this.rows, 'received');
  }

  get carriedIn(): ApplicantCounts {
    return applicantCounts(this.rows, 'carriedIn');
  }

  get outcomes(): RequestTable['outcomes'] {
    return (this.#outcomes ??= outcomeKeys(this.editions).map((outcome) => ({
      outcome,
      counts: applicantCounts(this.rows, outcome),
    })));
  }

  get completed(): ApplicantCounts {
    return applicantCounts(this.rows, 'completed');
  }

  get carriedOut(): ApplicantCounts {
    return applicantCounts(this.rows, 'carriedOut');
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
  reconsideration: appealCounts(rows, 'reconsideration'),
  litigationDirect: appealCounts(rows, 'litigationDirect'),
  litigationAfterReconsideration: appealCounts(rows, 'litigationAfterReconsideration'),
});

const inDisclosure = (key: string): number => placeOf('ACTIVE_DISCLOSURE', key);
const ISSUED = inDisclosure('issued');
const REPEALED = inDisclosure('repealed');
const IN_FORCE = inDisclosure('inForce');
const DECISIONS = inDisclosure('decisions');
const AMOUNT_WAN = inDisclosure('amountWan');

/** Of the 2019 edition its three counts of decisions alone, which mean the same. */
function activeDisclosureTable(rows: StoredRows, stocks: boolean): ActiveDisclosureTable {
  const documents = (row: string): DocumentCounts => ({
    issued: count(rows.at(row, ISSUED)),
    repealed: count(rows.at(row, REPEALED)),
    inForce: stocks ? count(rows.at(row, IN_FORCE)) : null,
  });
  const decisions = (key: string): number | null =>
    sum(rowsCountedAs(key).map((row) => count(rows.at(row, DECISIONS))));
  return {
    regulations: documents('regulations'),
    normativeDocuments: documents('normativeDocuments'),
    licensingDecisions: decisions('licensingDecisions'),
    penaltyDecisions: decisions('penaltyDecisions'),
    coercionDecisions: decisions('coercionDecisions'),
    administrativeFeesWan: decimal(rows.at('administrativeFeesWan', AMOUNT_WAN)),
  };
}
