import type { FilledForm } from '../format/report.js';
import type { Bilingual } from './definition.js';

/** Why last year's report cannot be compared with this one; null where it can. */
export const noPreviousYear = (
  form: FilledForm,
  previous: FilledForm | null | undefined,
): Bilingual | null => {
  if (!previous) {
    return { ZH: '没有上一年度的报告可比。', EN: 'There is no report for the year before.' };
  }
  if (form.year === null || previous.year === null || previous.year === form.year - 1) return null;
  return {
    ZH: `所比的是 ${String(previous.year)} 年度的报告，不是上一年度。`,
    EN: `The report to compare with is for ${String(previous.year)}, not for the year before.`,
  };
};
