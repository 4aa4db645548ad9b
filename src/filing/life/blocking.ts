import type { EntityManager } from 'typeorm';

/** Sums that do not add up and a form that is no form: a report is not accepted with them unless they are waived. */
const SUMS_AND_FORM = ['A1', 'A2', 'A3', 'A4', 'A5', 'F1', 'F2', 'F3'];

/** Carried-in figures that are not last year's: the public explanation of the agency will do as well. */
const CARRIED = ['X1'];

/** True for a finding that has to be waived, or explained where that is enough, before its report is accepted. */
export const isBlocking = (check: string): boolean =>
  [...SUMS_AND_FORM, ...CARRIED].includes(check);

const BLOCKING = `
  select id from finding
  where report_id = $1 and severity <> 'INFO' and waiver_id is null
    and (check_code = any($2::text[]) or check_code = any($3::text[]) and explanation_id is null)
  order by ordinal`;

/** Ids of the findings that stand in the way of acceptance. Lateness is none of them. */
export const blockingFindings = async (
  manager: EntityManager,
  reportId: string,
): Promise<string[]> => {
  const lines = await manager.query<{ id: string }[]>(BLOCKING, [reportId, SUMS_AND_FORM, CARRIED]);
  return lines.map(({ id }) => id);
};
