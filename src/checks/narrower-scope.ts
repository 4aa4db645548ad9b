import type { FilledForm, Statement } from '../format/report.js';

/** The sentence speaks of an office or of the organ alone. */
const OF_AN_OFFICE =
  /(?:政府|府)办(?:公[厅室])?|办公[厅室]|本级|本机关|[市区县省州旗]直(?:机关)?|我[局办委厅]/;
const OF_ALL =
  /全[省市区县州旗系]|各级|各(?:县|区|乡镇|部门|单位)|本行政区域|所有(?:部门|单位)|合计/;

/**
 * True where a sentence tells a part of what the tables hold: the government's office alone beside the tables of its
 * whole region. Check N9 says so; N1 to N6 then have nothing to say.
 */
export const isNarrower = (form: FilledForm, statement: Statement, inTable: number): boolean => {
  if (form.scope === 'ORGAN' || Number(statement.value) >= inTable) return false;
  if (
    !/^(?:REQUESTS|OUTCOME|REASON|APPLICANT|RECONSIDERATION|LITIGATION|APPEALS)/.test(
      statement.metric,
    )
  ) {
    return false;
  }
  return OF_AN_OFFICE.test(statement.sentence) && !OF_ALL.test(statement.sentence);
};
