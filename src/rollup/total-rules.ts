import { Refusal } from './refusal.js';
import type { Dimension, ReportFilterInput } from './shapes.js';

/**
 * Refuses a total that would count something twice: reports of several scopes together, or consolidated reports
 * of several levels, which contain each other along the tree.
 */
export function demandOneScope(filter: ReportFilterInput, groupBy: readonly Dimension[]): void {
  const scopes = new Set(filter.scopes ?? ['ORGAN']);
  if (scopes.size > 1 && !groupBy.includes('SCOPE')) {
    throw new Refusal('Reports of different scopes are never added: with several, group by SCOPE.');
  }
  const consolidated = scopes.has('REGION_CONSOLIDATED') || scopes.has('SYSTEM_CONSOLIDATED');
  const oneLevel = filter.levels != null && new Set(filter.levels).size === 1;
  if (consolidated && !oneLevel && !groupBy.includes('LEVEL') && !groupBy.includes('AGENCY')) {
    throw new Refusal(
      'Consolidated reports contain each other: ask for one level, or group by LEVEL or AGENCY.',
    );
  }
}
