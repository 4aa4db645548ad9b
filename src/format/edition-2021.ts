import type { Block, Column, Form, Label, Row } from './form.js';

/**
 * 中华人民共和国政府信息公开工作年度报告格式, 国办公开办函〔2021〕30号: used from report year 2021 on.
 * Labels as printed on the form.
 */

const label = (zh: string, en: string): Label => ({ zh, en });

const ITEM = label('信息内容', 'Content');
const DECISIONS: readonly Column[] = [
  {
    key: 'decisions',
    label: label('本年处理决定数量', 'Decisions this year'),
    under: [],
    kind: 'COUNT',
  },
];

const row = (key: string, zh: string, en: string): Row => ({
  key,
  label: label(zh, en),
  under: [],
});

export const documents: Block = {
  key: 'documents',
  table: 'ACTIVE_DISCLOSURE',
  edition: 'E2021',
  heading: label('第二十条第（一）项', 'Article 20 (1)'),
  single: false,
  columns: [
    { key: 'issued', label: label('本年制发件数', 'Issued this year'), under: [], kind: 'COUNT' },
    {
      key: 'repealed',
      label: label('本年废止件数', 'Repealed this year'),
      under: [],
      kind: 'COUNT',
    },
    { key: 'inForce', label: label('现行有效件数', 'In force'), under: [], kind: 'COUNT' },
  ],
  rows: [
    row('regulations', '规章', 'Regulations'),
    row('normativeDocuments', '行政规范性文件', 'Normative documents'),
  ],
};

export const licensing: Block = {
  key: 'licensing',
  table: 'ACTIVE_DISCLOSURE',
  edition: 'E2021',
  heading: label('第二十条第（五）项', 'Article 20 (5)'),
  single: true,
  columns: DECISIONS,
  rows: [row('licensingDecisions', '行政许可', 'Administrative licences')],
};

export const enforcement: Block = {
  key: 'enforcement',
  table: 'ACTIVE_DISCLOSURE',
  edition: 'E2021',
  heading: label('第二十条第（六）项', 'Article 20 (6)'),
  single: true,
  columns: DECISIONS,
  rows: [
    row('penaltyDecisions', '行政处罚', 'Administrative penalties'),
    row('coercionDecisions', '行政强制', 'Administrative coercion'),
  ],
};

export const fees: Block = {
  key: 'fees',
  table: 'ACTIVE_DISCLOSURE',
  edition: 'E2021',
  heading: label('第二十条第（八）项', 'Article 20 (8)'),
  single: true,
  columns: [
    {
      key: 'amountWan',
      label: label('本年收费金额（单位：万元）', 'Amount charged this year (10,000 yuan)'),
      under: [],
      kind: 'AMOUNT_WAN',
    },
  ],
  rows: [row('administrativeFeesWan', '行政事业性收费', 'Administrative fees')],
};

const APPLICANT = label('申请人情况', 'Applicants');
const LEGAL_PERSON = label('法人或其他组织', 'Legal persons and other organizations');
const legal = (key: string, zh: string, en: string): Column => ({
  key,
  label: label(zh, en),
  under: [APPLICANT, LEGAL_PERSON],
  kind: 'COUNT',
});

/** Columns of table three, the same in both editions. */
export const applicants: readonly Column[] = [
  {
    key: 'naturalPerson',
    label: label('自然人', 'Natural persons'),
    under: [APPLICANT],
    kind: 'COUNT',
  },
  legal('businessEnterprise', '商业企业', 'Business enterprises'),
  legal('researchInstitution', '科研机构', 'Research institutions'),
  legal('publicInterestOrganization', '社会公益组织', 'Public-interest organizations'),
  legal('legalServiceAgency', '法律服务机构', 'Legal service agencies'),
  legal('otherOrganization', '其他', 'Other organizations'),
  { key: 'total', label: label('总计', 'Total'), under: [APPLICANT], kind: 'COUNT' },
];

const RESULTS = label('三、本年度办理结果', '3. Results of this year');
const REFUSED = label('（三）不予公开', '(3) Refused');
const UNABLE = label('（四）无法提供', '(4) Unable to provide');
const NOT_PROCESSED = label('（五）不予处理', '(5) Not processed');
export const OTHER = label('（六）其他处理', '(6) Other disposition');

const outcome = (
  key: string,
  category: NonNullable<Row['category']>,
  zh: string,
  en: string,
  ...under: Label[]
): Row => ({ key, label: label(zh, en), under: [RESULTS, ...under], category });

/** Rows of table three above （六）, the same in both editions. */
export const rowsAboveOther: readonly Row[] = [
  row('received', '一、本年新收政府信息公开申请数量', '1. Requests received this year'),
  row('carriedIn', '二、上年结转政府信息公开申请数量', '2. Requests carried in from last year'),
  outcome('GRANTED', 'GRANTED', '（一）予以公开', '(1) Granted'),
  outcome(
    'PARTIALLY_GRANTED',
    'PARTIALLY_GRANTED',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    '(2) Partially granted (counted here alone)',
  ),
  outcome('STATE_SECRET', 'REFUSED', '1.属于国家秘密', '1. State secret', REFUSED),
  outcome(
    'PROHIBITED_BY_LAW',
    'REFUSED',
    '2.其他法律行政法规禁止公开',
    '2. Disclosure prohibited by another law or administrative regulation',
    REFUSED,
  ),
  outcome(
    'SECURITY_AND_STABILITY',
    'REFUSED',
    '3.危及“三安全一稳定”',
    '3. Endangers state, public or economic security or social stability',
    REFUSED,
  ),
  outcome(
    'THIRD_PARTY_RIGHTS',
    'REFUSED',
    '4.保护第三方合法权益',
    '4. Protects rights of third parties',
    REFUSED,
  ),
  outcome(
    'INTERNAL_AFFAIRS',
    'REFUSED',
    '5.属于三类内部事务信息',
    '5. One of three kinds of internal affairs',
    REFUSED,
  ),
  outcome(
    'DELIBERATIVE_PROCESS',
    'REFUSED',
    '6.属于四类过程性信息',
    '6. One of four kinds of deliberative information',
    REFUSED,
  ),
  outcome(
    'ENFORCEMENT_CASE_FILE',
    'REFUSED',
    '7.属于行政执法案卷',
    '7. Administrative enforcement case file',
    REFUSED,
  ),
  outcome(
    'ADMINISTRATIVE_QUERY',
    'REFUSED',
    '8.属于行政查询事项',
    '8. Matter of an administrative query',
    REFUSED,
  ),
  outcome(
    'NOT_HELD',
    'UNABLE_TO_PROVIDE',
    '1.本机关不掌握相关政府信息',
    '1. Not held by this organ',
    UNABLE,
  ),
  outcome(
    'NEEDS_CREATION',
    'UNABLE_TO_PROVIDE',
    '2.没有现成信息需要另行制作',
    '2. Would have to be created',
    UNABLE,
  ),
  outcome(
    'UNCLEAR_AFTER_CORRECTION',
    'UNABLE_TO_PROVIDE',
    '3.补正后申请内容仍不明确',
    '3. Still unclear after correction',
    UNABLE,
  ),
  outcome(
    'PETITION_OR_COMPLAINT',
    'NOT_PROCESSED',
    '1.信访举报投诉类申请',
    '1. Petition, report or complaint',
    NOT_PROCESSED,
  ),
  outcome(
    'DUPLICATE_REQUEST',
    'NOT_PROCESSED',
    '2.重复申请',
    '2. Duplicate request',
    NOT_PROCESSED,
  ),
  outcome(
    'PUBLISHED_MATERIAL',
    'NOT_PROCESSED',
    '3.要求提供公开出版物',
    '3. Asks for published material',
    NOT_PROCESSED,
  ),
  outcome(
    'EXCESSIVE_REQUESTS',
    'NOT_PROCESSED',
    '4.无正当理由大量反复申请',
    '4. Excessive repeated requests without good reason',
    NOT_PROCESSED,
  ),
  outcome(
    'CONFIRMATION_OR_REISSUE',
    'NOT_PROCESSED',
    '5.要求行政机关确认或重新出具已获取信息',
    '5. Asks to confirm or reissue information already obtained',
    NOT_PROCESSED,
  ),
];

/** Rows of table three below （六）, the same in both editions. */
export const rowsBelowOther: readonly Row[] = [
  {
    key: 'completed',
    label: label('（七）总计', '(7) Total'),
    under: [RESULTS],
  },
  row('carriedOut', '四、结转下年度继续办理', '4. Carried out to next year'),
];

export const requests: Block = {
  key: 'requests',
  table: 'REQUESTS',
  edition: 'E2021',
  heading: null,
  single: false,
  columns: applicants,
  rows: [
    ...rowsAboveOther,
    outcome(
      'CORRECTION_OVERDUE',
      'OTHER_DISPOSITION',
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '1. Correction overdue without good reason; no longer processed',
      OTHER,
    ),
    outcome(
      'FEE_UNPAID',
      'OTHER_DISPOSITION',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '2. Fee unpaid in time; no longer processed',
      OTHER,
    ),
    outcome('OTHER_REASON', 'OTHER_DISPOSITION', '3.其他', '3. Other', OTHER),
    ...rowsBelowOther,
  ],
};

const LITIGATION = label('行政诉讼', 'Litigation');

/** Table four, the same in both editions. It prints its rows beside each other, each with the same five columns. */
export const appeals: Block = {
  key: 'appeals',
  table: 'APPEALS',
  edition: 'E2021',
  heading: null,
  single: false,
  columns: [
    { key: 'upheld', label: label('结果维持', 'Upheld'), under: [], kind: 'COUNT' },
    { key: 'corrected', label: label('结果纠正', 'Corrected'), under: [], kind: 'COUNT' },
    { key: 'otherResult', label: label('其他结果', 'Other result'), under: [], kind: 'COUNT' },
    { key: 'pending', label: label('尚未审结', 'Pending'), under: [], kind: 'COUNT' },
    { key: 'total', label: label('总计', 'Total'), under: [], kind: 'COUNT' },
  ],
  rows: [
    row('reconsideration', '行政复议', 'Administrative reconsideration'),
    {
      key: 'litigationDirect',
      label: label('未经复议直接起诉', 'Litigation without prior reconsideration'),
      under: [LITIGATION],
    },
    {
      key: 'litigationAfterReconsideration',
      label: label('复议后起诉', 'Litigation after reconsideration'),
      under: [LITIGATION],
    },
  ],
};

const SIX = applicants.slice(0, 6).map((c) => c.key);
const keys = (rows: readonly Row[]): string[] => rows.map((r) => r.key);

/** The relations of an edition: its outcomes differ, the rest is the same. */
export const relationsOf = (block: Block): Form['relations'] => ({
  ACTIVE_DISCLOSURE: [],
  REQUESTS: [
    { check: 'A1', along: 'COLUMNS', left: SIX, right: ['total'] },
    {
      check: 'A2',
      along: 'ROWS',
      left: keys(block.rows.filter((r) => r.category !== undefined)),
      right: ['completed'],
    },
    {
      check: 'A3',
      along: 'ROWS',
      left: ['received', 'carriedIn'],
      right: ['completed', 'carriedOut'],
    },
  ],
  APPEALS: [
    {
      check: 'A4',
      along: 'COLUMNS',
      left: ['upheld', 'corrected', 'otherResult', 'pending'],
      right: ['total'],
    },
  ],
});

/** Head of the first column of every block of table two. */
export const itemHead = ITEM;

export const edition2021: Form = {
  edition: 'E2021',
  source: '国办公开办函〔2021〕30号',
  years: { from: 2021, to: null },
  blocks: [documents, licensing, enforcement, fees, requests, appeals],
  relations: relationsOf(requests),
};
