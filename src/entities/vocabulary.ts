/** Words that several tables share; the API's enums of the same names describe them. */

export const regionLevels = ['COUNTRY', 'PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP'] as const;
export type RegionLevel = (typeof regionLevels)[number];

export const agencyKinds = [
  'GOVERNMENT',
  'DEPARTMENT',
  'DISPATCHED_ORGAN',
  'DISPATCHED_BODY',
  'AUTHORIZED_ORGANIZATION',
  'ZONE_COMMITTEE',
  'OTHER_ORGAN',
] as const;
export type AgencyKind = (typeof agencyKinds)[number];

export const lineageKinds = ['RENAMED', 'MERGED', 'SPLIT', 'FUNCTION_MOVED', 'ABOLISHED'] as const;
export type LineageKind = (typeof lineageKinds)[number];

export const reportStatuses = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'ACCEPTED',
  'PUBLISHED',
  'WITHDRAWN',
] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** Rows of table four. */
export const appealRows = [
  'reconsideration',
  'litigationDirect',
  'litigationAfterReconsideration',
] as const;
export type AppealRowName = (typeof appealRows)[number];

/** Each with its own task, so that nobody does everything: who keeps accounts does not review, who audits changes nothing. */
export const roles = ['SUBMITTER', 'REVIEWER', 'PUBLISHER', 'ADMIN', 'AUDITOR'] as const;
export type Role = (typeof roles)[number];
