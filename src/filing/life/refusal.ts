/** Why a step of a report's life was not taken; nothing was changed. */
export const lifeRefusals = [
  'REPORT_UNKNOWN',
  'NOT_NEWEST',
  'WRONG_STATUS',
  'LEADER_REQUIRED',
  'AUTHOR_REQUIRED',
  'REASON_REQUIRED',
  'FINDING_UNKNOWN',
  'NOT_BLOCKING',
  'AGENCY_UNKNOWN',
  'AGENCY_NOT_ON_ROSTER',
  'YEAR_UNKNOWN',
  'NO_SUCH_CELL',
  'NOT_A_NUMBER',
  'INCOMPLETE',
  'NOTHING_TO_CORRECT',
  'ALREADY_FILED',
  'NOT_ALLOWED',
  'NOT_STORABLE',
] as const;
export type LifeRefusalCode = (typeof lifeRefusals)[number];

export interface LifeRefusal {
  kind: 'REFUSED';
  code: LifeRefusalCode;
  message: string;
}

/** It is not any more what the person saw who decided. */
export interface ChangedMeanwhile {
  kind: 'CHANGED_MEANWHILE';
  reportId: string;
}

/** Findings stand in the way that nobody has waived. */
export interface Blocked {
  kind: 'BLOCKED';
  findingIds: string[];
}

export const lifeRefusal = (code: LifeRefusalCode, message: string): LifeRefusal => ({
  kind: 'REFUSED',
  code,
  message,
});

/** A refusal of filing by its code; what the database refuses cannot be stored. */
export const asLifeRefusal = ({
  code,
  message,
}: {
  code: string;
  message: string;
}): LifeRefusal => {
  const known = lifeRefusals.find((one) => one === code);
  return lifeRefusal(known ?? 'NOT_STORABLE', message);
};
