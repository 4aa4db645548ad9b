import type { FilledForm } from '../format/report.js';
import type { CheckContext } from './definition.js';

/** What kind of body a report speaks for, as far as rules differ. */

/** Scopes in which a report speaks for a whole government, whoever compiled it. */
const OF_A_GOVERNMENT = new Set(['GOVERNMENT_LEVEL', 'REGION_CONSOLIDATED']);

/** A government's office may report for the government it serves or for itself. */
const OFFICE = /人民政府(?:办公[厅室]|办)(?:机关)?$/;

export const isGovernmentOffice = (form: FilledForm): boolean =>
  form.agency !== null && OFFICE.test(form.agency);

/** True for a people's government above township level, false for another organ, null where it is not known. */
export const isGovernment = (form: FilledForm, context: CheckContext): boolean | null => {
  if (form.scope !== null && OF_A_GOVERNMENT.has(form.scope)) return true;
  const { agencyKind, agencyLevel } = context;
  if (!agencyKind) return null;
  if (agencyKind === 'GOVERNMENT') return agencyLevel ? agencyLevel !== 'TOWNSHIP' : null;
  const prefectureOffice = agencyKind === 'DISPATCHED_ORGAN' && agencyLevel !== 'TOWNSHIP';
  return isGovernmentOffice(form) || prefectureOffice ? null : false;
};

/** ISO date on which the report was published, as far as known. */
export const publicationDate = (form: FilledForm, context: CheckContext): string | null =>
  context.publishedOn ?? form.publishedOn;
