import type { FaultName } from '../synth/plant-fault.js';

/** What is wrong in 示例省, so that the checks have something to find: everything else is right. */

export interface PlantedFault {
  agency: string;
  year: number;
  fault: FaultName;
}

/** Reports of the province that break a rule, and still stand. */
export const plantedFaults: readonly PlantedFault[] = [
  { agency: '示例省住房和城乡建设厅', year: 2023, fault: 'CELL_OFF' },
  { agency: '示例省自然资源厅', year: 2024, fault: 'DIGITS_TRANSPOSED' },
  { agency: '砚州市自然资源和规划局', year: 2024, fault: 'CARRIED_OUT_FORGOTTEN' },
  { agency: '砚州市教育局', year: 2022, fault: 'OLD_FORM' },
  { agency: '砚州市砚东区财政局', year: 2024, fault: 'FEE_UNTOLD' },
  { agency: '鹭栖县卫生健康局', year: 2024, fault: 'REGULATIONS_CLAIMED' },
  { agency: '霁台市住房和城乡建设局', year: 2023, fault: 'MARKS_FOR_ZERO' },
  { agency: '霁川市住房和城乡建设局', year: 2024, fault: 'CARRIED_IN_DIFFERS' },
  { agency: '霁川市司法局', year: 2023, fault: 'PERIOD_OF_LAST_YEAR' },
  { agency: '锦汀市公安局', year: 2022, fault: 'LATE' },
  { agency: '枫浦市人民政府', year: 2024, fault: 'APPEALS_TOTAL_ZERO' },
  { agency: '枫浦市人力资源和社会保障局', year: 2024, fault: 'CELL_OFF' },
  { agency: '枫浦市城市管理局', year: 2023, fault: 'TOTALS_BLANK' },
  { agency: '枫浦市商务局', year: 2024, fault: 'STOCK_JUMPS' },
  { agency: '芦雪县教育体育局', year: 2024, fault: 'NO_PROBLEMS' },
  { agency: '柘枝县公安局', year: 2023, fault: 'LATE' },
  { agency: '麓原地区民政局', year: 2024, fault: 'DIGITS_TRANSPOSED' },
  { agency: '麓原地区应急管理局', year: 2024, fault: 'STOCK_JUMPS' },
  { agency: '星芜县市场监督管理局', year: 2022, fault: 'OLD_FORM' },
  { agency: '渡鹤县住房和城乡建设局', year: 2024, fault: 'LATE' },
];

/** Reports whose first version had a fault; a second one put it right. */
export const revisedReports: readonly PlantedFault[] = [
  { agency: '示例省人力资源和社会保障厅', year: 2023, fault: 'CELL_OFF' },
  { agency: '砚州市住房和城乡建设局', year: 2024, fault: 'CARRIED_IN_DIFFERS' },
  { agency: '云樵县人民政府', year: 2022, fault: 'TOTALS_BLANK' },
  { agency: '稷野市公安局', year: 2024, fault: 'CELL_OFF' },
];

/** Reports that were never published: agency and year. */
export const missingReports: readonly (readonly [agency: string, year: number])[] = [
  ['示例省林业局', 2021],
  ['砚州市残疾人联合会', 2020],
  ['霁川市商务局', 2024],
  ['枫桐县桐荫坞乡人民政府', 2022],
  ['枫桐县桐荫坞乡人民政府', 2023],
  ['鹿衔县鹿鸣涧镇人民政府', 2024],
  ['麓原地区高新技术产业开发区管理委员会', 2020],
  ['远岫县岫云镇人民政府', 2024],
  ['渡鹤县财政局', 2023],
];

/**
 * Governments that publish a consolidated report of their area beside their own, from 2022 on. The last one counts
 * twelve requests more than its members report.
 */
export const consolidatingGovernments: readonly string[] = [
  '砚州市人民政府',
  '鹭栖县人民政府',
  '锦汀市人民政府',
  '枫浦市人民政府',
];

export const uncountedRequests: PlantedSurplus = {
  agency: '枫浦市人民政府',
  year: 2024,
  requests: 12,
};

export interface PlantedSurplus {
  agency: string;
  year: number;
  requests: number;
}
