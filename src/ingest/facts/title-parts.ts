import { isAgencyName, trimName } from './agency-name.js';
import { arabicYears, plainText } from './plain.js';

/** What a title tells. */
export interface TitleParts {
  agency: string | null;
  /** True where it says that it is an annual report on the disclosure of information. */
  named: boolean;
}

const YEAR_WORDS =
  /[（(【\[]?20[0-4]\d(?:[-—－~～至](?:20)?\d\d)?(?:年年度|年度|年|度)?[）)】\]]?/g;
/** What the report is called, from its first word to its last. */
const REPORT =
  /(?:(?:政府|政务)?信息(?:和政务)?公开|政务公开)(?:和政务公开|与政务公开)?(?:工作)?(?:情况)?的?(?:年度?)?(?:工作)?(?:情况)?的?(?:年度?)?(?:工作)?(?:的)?(?:报告|年报|情况报告|总结报告)/;

/** Splits 周口市公安局2024年政府信息公开工作年度报告 and its many variants. */
export function splitTitle(title: string): TitleParts {
  const plain = arabicYears(plainText(title)).replace(YEAR_WORDS, '');
  const report = REPORT.exec(plain);
  if (!report) return { agency: null, named: false };
  const before = nameBefore(plain.slice(0, report.index), report[0]);
  const after = plain.slice(report.index + report[0].length);
  const bracketed = /^[（(【\[—–-]+([^（）()【】\[\]]{3,40})[）)】\]]?$/.exec(after)?.[1] ?? '';
  const names = [before, trimName(bracketed)].filter(isAgencyName);
  return { agency: names[0] ?? null, named: true };
}

/** 云岭县人民|政府信息公开: the government's name ends inside the report's. */
function nameBefore(text: string, report: string): string {
  const name = trimName(text);
  return report.startsWith('政府') && name.endsWith('人民') ? `${name}政府` : name;
}
