import type { Fault, Severity } from '../../format/report.js';
import { enumType } from './register.js';

export const SeverityEnum = enumType<Severity>('Severity', 'How grave a finding is, worst first.', {
  ERROR: 'The report contradicts itself or the form; its figures cannot all be right.',
  WARNING: 'Unlikely, to be looked at by a person.',
  INFO: 'Worth knowing; nothing has to be wrong.',
});

export type CheckStatus = 'PASS' | 'FAIL' | 'NOT_ASSESSABLE';

export const CheckStatusEnum = enumType<CheckStatus>('CheckStatus', 'The result of a check.', {
  PASS: 'The relation holds.',
  FAIL: 'The relation is broken.',
  NOT_ASSESSABLE: 'An operand is not stated or not read.',
});

export const FaultEnum = enumType<Fault>('Fault', 'Where a broken relation comes from.', {
  DOCUMENT: 'The printed figures disagree with each other.',
  READING: 'Another reading of the same print would balance.',
});
