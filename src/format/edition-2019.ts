import {
  appeals,
  documents,
  enforcement,
  fees,
  licensing,
  relationsOf,
  requests,
} from './edition-2021.js';
import { OTHER, rowsAboveOther, rowsBelowOther } from './edition-2021.js';
import type { Block, Column, Form, Label, Row } from './form.js';

/**
 * 政府信息公开工作年度报告格式（试行）, 国办公开办函〔2019〕60号: used for the report years 2019 and 2020.
 * Labels as printed on the form.
 */

const label = (zh: string, en: string): Label => ({ zh, en });
const row = (key: string, zh: string, en: string): Row => ({
  key,
  label: label(zh, en),
  under: [],
});

const ITEMS_LAST_YEAR: Column = {
  key: 'itemsLastYear',
  label: label('上一年项目数量', 'Items last year'),
  under: [],
  kind: 'COUNT',
};
const CHANGE: Column = {
  key: 'change',
  label: label('本年增/减', 'Change this year'),
  under: [],
  kind: 'CHANGE',
};
const DECISIONS: Column = {
  key: 'decisions',
  label: label('处理决定数量', 'Decisions'),
  under: [],
  kind: 'COUNT',
};

const block = (like: Block, columns: readonly Column[], rows: readonly Row[]): Block => ({
  ...like,
  edition: 'E2019',
  single: false,
  columns,
  rows,
});

export const documents2019 = block(
  documents,
  [
    {
      key: 'produced',
      label: label('本年新制作数量', 'Produced this year'),
      under: [],
      kind: 'COUNT',
    },
    {
      key: 'disclosed',
      label: label('本年新公开数量', 'Disclosed this year'),
      under: [],
      kind: 'COUNT',
    },
    {
      key: 'totalDisclosed',
      label: label('对外公开总数量', 'Disclosed in all'),
      under: [],
      kind: 'COUNT',
    },
  ],
  [
    row('regulations', '规章', 'Regulations'),
    row('normativeDocuments', '规范性文件', 'Normative documents'),
  ],
);

export const licensing2019 = block(
  licensing,
  [ITEMS_LAST_YEAR, CHANGE, DECISIONS],
  [
    row('licensing', '行政许可', 'Administrative licences'),
    row('otherServices', '其他对外管理服务事项', 'Other management and service items'),
  ],
);

export const enforcement2019 = block(
  enforcement,
  [ITEMS_LAST_YEAR, CHANGE, DECISIONS],
  [
    row('penalty', '行政处罚', 'Administrative penalties'),
    row('coercion', '行政强制', 'Administrative coercion'),
  ],
);

export const fees2019 = block(
  fees,
  [ITEMS_LAST_YEAR, CHANGE],
  [row('administrativeFees', '行政事业性收费', 'Administrative fees')],
);

export const procurement2019: Block = {
  key: 'procurement',
  table: 'ACTIVE_DISCLOSURE',
  edition: 'E2019',
  heading: label('第二十条第（九）项', 'Article 20 (9)'),
  single: false,
  columns: [
    {
      key: 'projects',
      label: label('采购项目数量', 'Procurement projects'),
      under: [],
      kind: 'COUNT',
    },
    {
      key: 'amountYuan',
      label: label('采购总金额', 'Procurement amount'),
      under: [],
      kind: 'AMOUNT_YUAN',
    },
  ],
  rows: [row('procurement', '政府集中采购', 'Centralized government procurement')],
};

const [results] = rowsBelowOther[0]?.under ?? [];

export const requests2019: Block = {
  ...requests,
  edition: 'E2019',
  rows: [
    ...rowsAboveOther,
    {
      key: 'UNSPECIFIED_OTHER',
      label: OTHER,
      under: results ? [results] : [],
      category: 'OTHER_DISPOSITION',
    },
    ...rowsBelowOther,
  ],
};

export const appeals2019: Block = { ...appeals, edition: 'E2019' };

export const edition2019: Form = {
  edition: 'E2019',
  source: '国办公开办函〔2019〕60号',
  years: { from: 2019, to: 2020 },
  blocks: [
    documents2019,
    licensing2019,
    enforcement2019,
    fees2019,
    procurement2019,
    requests2019,
    appeals2019,
  ],
  relations: relationsOf(requests2019),
};
