import type { ReportScope } from './report.js';

/** Every scope, the narrowest first. */
export const reportScopes: readonly ReportScope[] = [
  'ORGAN',
  'GOVERNMENT_LEVEL',
  'REGION_CONSOLIDATED',
  'SYSTEM_CONSOLIDATED',
];
