import { placeWithTable } from '../format/place.js';
import type { Bilingual } from '../format/place.js';
import { personalDataOf } from '../format/figure-text.js';
import { findPersonalData, maskedDatum } from '../format/personal-data.js';
import type { PersonalDataKind, PersonalDatum } from '../format/personal-data.js';
import type { FilledForm, Finding } from '../format/report.js';
import { addressOf } from './cells.js';
import { ruleOf } from './definition.js';
import type { Outcome } from './definition.js';
import { finding } from './finding.js';

/** F13: no personal data in what is published: identity numbers, mobile numbers, bank cards, e-mail addresses. */

const NAMES: Readonly<Record<PersonalDataKind, Bilingual>> = {
  IDENTITY_NUMBER: { ZH: '身份证号码', EN: 'an identity number' },
  MOBILE_NUMBER: { ZH: '手机号码', EN: 'a mobile number' },
  BANK_CARD: { ZH: '银行卡号', EN: 'the number of a bank card' },
  EMAIL: { ZH: '电子邮箱', EN: 'an e-mail address' },
};

/** The sentence shows the datum masked: findings are public. */
const told = (datum: PersonalDatum, place: Bilingual, cells: Finding['cells'] = []): Finding => {
  const [name, masked] = [NAMES[datum.kind], maskedDatum(datum)];
  return finding({
    check: 'F13',
    severity: 'INFO',
    message: {
      ZH: `${place.ZH}有${name.ZH} ${masked}。`,
      EN: `${place.EN} has ${name.EN}, ${masked}.`,
    },
    cells,
  });
};

/** Line and character of a place in a section, counted from one. */
const placeIn = (heading: string, text: string, at: number): Bilingual => {
  const lines = text.slice(0, at).split('\n');
  const [line, character] = [lines.length, (lines.at(-1)?.length ?? 0) + 1];
  return {
    ZH: `“${heading}”部分第 ${line} 行第 ${character} 字起`,
    EN: `Section "${heading}", line ${line}, character ${character},`,
  };
};

const assess = (form: FilledForm): Outcome => {
  const inText = form.sections.flatMap(({ heading, text }) =>
    findPersonalData(text).map((datum) => told(datum, placeIn(heading, text, datum.from))),
  );
  const inCells = form.cells.flatMap((cell) =>
    personalDataOf(cell).map((datum) => told(datum, placeWithTable(cell), [addressOf(cell)])),
  );
  const findings = [...inText, ...inCells];
  return findings.length > 0 ? { status: 'FAIL', findings } : { status: 'PASS' };
};

export const f13 = ruleOf(
  {
    code: 'F13',
    severity: 'INFO',
    title: { ZH: '不含个人信息', EN: 'No personal data' },
    formula: {
      ZH: '正文和表格中没有身份证号码、手机号码、银行卡号、电子邮箱',
      EN: 'text and tables hold no identity number, mobile number, bank card number or e-mail address',
    },
    basis: '《条例》第十五条；《个人信息保护法》',
  },
  {
    passes: { report: { sections: { 1: '如有疑问请致电0527-84368216。' } } },
    fails: { report: { sections: { 1: '联系人手机：13800138000。' } } },
  },
  assess,
);
