import type { CellAddress } from '../../format/form.js';

/** The cells that the figures of the prose speak of; figures that are no single cell have none. */

const requests = (row: string, column = 'total'): CellAddress => ({
  table: 'REQUESTS',
  row,
  column,
});
const appeals = (column: string): CellAddress => ({
  table: 'APPEALS',
  row: 'reconsideration',
  column,
});
const disclosure = (row: string, column: string | null = null): CellAddress => ({
  table: 'ACTIVE_DISCLOSURE',
  row,
  column,
});

const cells: Readonly<Record<string, CellAddress>> = {
  REQUESTS_RECEIVED: requests('received'),
  REQUESTS_CARRIED_IN: requests('carriedIn'),
  REQUESTS_COMPLETED: requests('completed'),
  REQUESTS_CARRIED_OUT: requests('carriedOut'),
  OUTCOME_GRANTED: requests('GRANTED'),
  OUTCOME_PARTIALLY_GRANTED: requests('PARTIALLY_GRANTED'),
  APPLICANT_NATURAL_PERSONS: requests('received', 'naturalPerson'),
  APPLICANT_BUSINESS: requests('received', 'businessEnterprise'),
  RECONSIDERATION_TOTAL: appeals('total'),
  RECONSIDERATION_UPHELD: appeals('upheld'),
  RECONSIDERATION_CORRECTED: appeals('corrected'),
  RECONSIDERATION_OTHER: appeals('otherResult'),
  RECONSIDERATION_PENDING: appeals('pending'),
  NORMATIVE_ISSUED: disclosure('normativeDocuments', 'issued'),
  NORMATIVE_REPEALED: disclosure('normativeDocuments', 'repealed'),
  NORMATIVE_IN_FORCE: disclosure('normativeDocuments', 'inForce'),
  REGULATIONS_ISSUED: disclosure('regulations', 'issued'),
  REGULATIONS_REPEALED: disclosure('regulations', 'repealed'),
  LICENCE_DECISIONS: disclosure('licensingDecisions'),
  PENALTY_DECISIONS: disclosure('penaltyDecisions'),
  COERCION_DECISIONS: disclosure('coercionDecisions'),
  ADMINISTRATIVE_FEE_WAN: disclosure('administrativeFeesWan'),
};

export function statementCell(metric: string): CellAddress | null {
  const [, reason] = /^REASON_(.+)$/.exec(metric) ?? [];
  return reason === undefined ? (cells[metric] ?? null) : requests(reason);
}
