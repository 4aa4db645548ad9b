import { describe, expect, it } from 'vitest';
import { statementsOfSections } from '../../../src/ingest/statements/of-sections.js';
import { readStatements } from '../../../src/ingest/statements/read-statements.js';

const figures = (passage: string, year?: number): string[] =>
  readStatements(passage, year).map((s) => `${s.metric} ${s.value}`);

describe('a figure', () => {
  it('belongs to its clause and not to the nearest verb', () => {
    expect(figures('答复申请805件（含上年度结转18件，另有72件顺延到下年度答复）。')).toEqual([
      'REQUESTS_COMPLETED 805',
      'REQUESTS_CARRIED_IN 18',
      'REQUESTS_CARRIED_OUT 72',
    ]);
  });

  it('may stand before what it counts', () => {
    expect(figures('收到申请6件，3件予以公开，2件不予公开，1件结转下年度办理。')).toEqual([
      'REQUESTS_RECEIVED 6',
      'OUTCOME_GRANTED 3',
      'OUTCOME_REFUSED 2',
      'REQUESTS_CARRIED_OUT 1',
    ]);
  });

  it('of a list after 分别 belongs to the word of the same rank', () => {
    expect(figures('行政许可、行政处罚、行政强制决定数量分别为9宗、8宗和7宗。')).toEqual([
      'LICENCE_DECISIONS 9',
      'PENALTY_DECISIONS 8',
      'COERCION_DECISIONS 7',
    ]);
  });

  it('is the same in full width, with separators, over a line break and in Chinese', () => {
    for (const number of ['1286', '１２８６', '1,286', '1，286', ' 1286\n', '一千二百八十六']) {
      expect(figures(`全年收到政府信息公开申请${number}件。`)).toEqual(['REQUESTS_RECEIVED 1286']);
    }
  });

  it('may be counted by nine counters and by none', () => {
    for (const counter of ['件', '宗', '起', '条', '项', '份', '例', '次', '封', '']) {
      expect(figures(`全年收到政府信息公开申请12${counter}，均已办结。`)).toEqual([
        'REQUESTS_RECEIVED 12',
        'REQUESTS_COMPLETED 12',
      ]);
    }
  });

  it('of ten thousands is written out', () => {
    expect(figures('通过门户网站主动公开政府信息1.15万余条。')).toEqual([
      'PROACTIVE_WEBSITE 11500',
    ]);
  });
});

describe('a number that counts nothing', () => {
  it.each([
    '根据国办公开办函〔2021〕30号和条例第二十条第（一）项编制，统计期限为2023年1月1日至12月31日。',
    '依申请公开答复期限由20个工作日压缩至15个工作日，电话0527-84368216，热线12345。',
    '政府信息公开申请主要涉及征地（占45%）、规划（占20%）。',
    '全年组织政务公开培训3次120人次，办理人大代表建议15件，答复群众来信85封。',
  ])('is no statement: %s', (passage) => {
    expect(figures(passage)).toEqual([]);
  });
});

describe('words for numbers', () => {
  it('say zero', () => {
    expect(figures('未收到政府信息公开申请，无行政复议和行政诉讼，未收取信息处理费。')).toEqual([
      'REQUESTS_RECEIVED 0',
      'RECONSIDERATION_TOTAL 0',
      'LITIGATION_TOTAL 0',
      'PROCESSING_FEE_YUAN 0',
    ]);
  });

  it('say all', () => {
    expect(figures('收到申请8件，均为自然人，全部予以公开。行政复议2件，均维持。')).toEqual([
      'REQUESTS_RECEIVED 8',
      'APPLICANT_NATURAL_PERSONS 8',
      'OUTCOME_GRANTED 8',
      'RECONSIDERATION_TOTAL 2',
      'RECONSIDERATION_UPHELD 2',
    ]);
  });

  it('say nothing where all would have to be added up first', () => {
    expect(figures('上年结转2件，本年新收申请18件，全部办结。')).toEqual([
      'REQUESTS_CARRIED_IN 2',
      'REQUESTS_RECEIVED 18',
    ]);
  });
});

describe('受理 and 办理', () => {
  it('mean received where nothing else is said', () => {
    expect(figures('全年受理政府信息公开申请9件。')).toEqual(['REQUESTS_RECEIVED 9']);
  });

  it('mean the sum where it contains what was carried in', () => {
    expect(figures('全年受理政府信息公开申请9件（含上年结转2件）。')).toEqual([
      'REQUESTS_HANDLED 9',
      'REQUESTS_CARRIED_IN 2',
    ]);
  });

  it('mean completed beside what was received', () => {
    expect(figures('全年收到依申请公开12件，办理11件，结转下年1件。')).toEqual([
      'REQUESTS_RECEIVED 12',
      'REQUESTS_COMPLETED 11',
      'REQUESTS_CARRIED_OUT 1',
    ]);
  });
});

describe('another year', () => {
  it('is last year or nothing', () => {
    expect(figures('收到申请26件，比2022年的20件增加6件，增长30%。', 2023)).toEqual([
      'REQUESTS_RECEIVED 26',
      'PRIOR_YEAR_RECEIVED 20',
      'GROWTH_PCT 30',
    ]);
  });

  it('tells what was carried from what is carried on, by the year of the report', () => {
    const passage = '结转2023年申请3件。';
    expect(figures(passage, 2024)).toEqual(['REQUESTS_CARRIED_IN 3']);
    expect(figures(passage, 2022)).toEqual(['REQUESTS_CARRIED_OUT 3']);
  });
});

describe('money', () => {
  it('keeps the processing fee apart from administrative fees, each in its unit', () => {
    expect(figures('行政事业性收费3205600元，收取信息处理费2件、0.12万元。')).toEqual([
      'ADMINISTRATIVE_FEE_WAN 320.56',
      'PROCESSING_FEE_CASES 2',
      'PROCESSING_FEE_YUAN 1200',
    ]);
  });
});

describe('a statement', () => {
  it('keeps its sentence as printed', () => {
    const passage = '（二）依申请公开。 全年共收到 政府信息公開申請 12 件。办结12件。';
    expect(readStatements(passage).map((s) => s.sentence)).toEqual([
      '全年共收到 政府信息公開申請 12 件。',
      '办结12件。',
    ]);
  });

  it('of a section knows the heading of the section, and sections beyond the six have none', () => {
    const text = '维持1件，纠正2件。全年共收到申请5件。';
    const sections = [
      { ordinal: 3, heading: '收到和处理政府信息公开申请情况', text },
      { ordinal: 7, heading: '附件', text },
    ];
    expect(statementsOfSections(sections, 2024).map((s) => s.metric)).toEqual([
      'REQUESTS_RECEIVED',
    ]);
  });

  it('is never made of an empty passage or of other languages', () => {
    expect(figures('')).toEqual([]);
    expect(figures('received 12 requests, 0 appeals')).toEqual([]);
  });
});
