import type { RosterPlan } from './roster.js';

/**
 * The organs of a province, prefecture and county of the country: with its regions some 104,000 agencies, whose ten years
 * are more than a million reports.
 */

const common = [
  '人民政府',
  '发展和改革委员会',
  '教育局',
  '科学技术局',
  '工业和信息化局',
  '公安局',
  '民政局',
  '司法局',
  '财政局',
  '人力资源和社会保障局',
  '自然资源局',
  '生态环境局',
  '住房和城乡建设局',
  '交通运输局',
  '水利局',
  '农业农村局',
  '商务局',
  '文化和旅游局',
  '卫生健康委员会',
  '退役军人事务局',
  '应急管理局',
  '审计局',
  '市场监督管理局',
  '统计局',
  '医疗保障局',
];

const ofProvince = (name: string): string => name.replace(/局$/, '厅');

export const nationalPlan: RosterPlan = {
  organs: {
    PROVINCE: [
      ...common.map(ofProvince),
      '国有资产监督管理委员会',
      '地方金融管理局',
      '信访局',
      '林业局',
      '体育局',
      '能源局',
      '粮食和物资储备局',
      '药品监督管理局',
      '知识产权局',
      '气象局',
      '国家税务总局{}税务局',
    ],
    PREFECTURE: [
      ...common,
      '城市管理局',
      '数据局',
      '国有资产监督管理委员会',
      '信访局',
      '林业局',
      '体育局',
      '乡村振兴局',
      '住房公积金管理中心',
      '残疾人联合会',
      '高新技术产业开发区管理委员会',
      '经济技术开发区管理委员会',
      '国家税务总局{}税务局',
    ],
    COUNTY: [
      ...common,
      '城市管理局',
      '数据局',
      '信访局',
      '林业局',
      '国有资产监督管理委员会',
      '乡村振兴局',
      '残疾人联合会',
    ],
  },
  branches: ['公安局', '生态环境局'],
  towns: false,
};
