import type { Refused } from '../filing/report-input.js';
import { OfficeRefusal, type OfficeRefusalCode } from '../schema/roster.js';

/** What the filing layer refuses, as the API shows it. */
export const officeRefusal = ({ code, message }: Refused): OfficeRefusal =>
  Object.assign(new OfficeRefusal(), { code: code as OfficeRefusalCode, message });
