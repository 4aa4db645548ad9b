import { referencePlaceNames } from '../../registry/place-names-of-reference.js';
import { rosterOf } from '../synth/roster.js';
import type { RosterPlan, SynthAgency } from '../synth/roster.js';

/** The agencies of 示例省: some 300 of every level and kind. */

const PLAN: RosterPlan = {
  organs: {
    PROVINCE: [
      '人民政府',
      '发展和改革委员会',
      '教育厅',
      '科学技术厅',
      '工业和信息化厅',
      '公安厅',
      '民政厅',
      '司法厅',
      '财政厅',
      '人力资源和社会保障厅',
      '自然资源厅',
      '生态环境厅',
      '住房和城乡建设厅',
      '交通运输厅',
      '水利厅',
      '农业农村厅',
      '商务厅',
      '文化和旅游厅',
      '卫生健康委员会',
      '退役军人事务厅',
      '应急管理厅',
      '审计厅',
      '国有资产监督管理委员会',
      '市场监督管理局',
      '统计局',
      '医疗保障局',
      '政务服务和数据管理局',
      '林业局',
      '气象局',
      '国家税务总局{}税务局',
    ],
    PREFECTURE: [
      '人民政府',
      '发展和改革委员会',
      '教育局',
      '工业和信息化局',
      '公安局',
      '民政局',
      '司法局',
      '财政局',
      '人力资源和社会保障局',
      '自然资源和规划局',
      '生态环境局',
      '住房和城乡建设局',
      '交通运输局',
      '农业农村和水利局',
      '商务局',
      '文化广电和旅游局',
      '卫生健康委员会',
      '应急管理局',
      '市场监督管理局（知识产权局）',
      '城市管理局',
      '数据和行政审批服务局',
      '住房公积金管理中心',
      '残疾人联合会',
      '高新技术产业开发区管理委员会',
      '国家税务总局{}税务局',
    ],
    COUNTY: [
      '人民政府',
      '公安局',
      '生态环境局',
      '教育体育局',
      '财政局',
      '住房和城乡建设局',
      '卫生健康局',
      '市场监督管理局',
    ],
  },
  branches: ['公安局', '生态环境局'],
  towns: true,
};

export const exampleRoster = (): SynthAgency[] => {
  const names = referencePlaceNames();
  const province = names.tree.find('990000');
  if (!province) throw new Error('the fictional province is missing from data/');
  return [...rosterOf(names, province, PLAN)];
};
