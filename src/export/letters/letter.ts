import { cellLabel } from '../../format/cell-label.js';
import type { LetterFacts, LetterFinding } from '../../rollup/members/letter-facts.js';

/** A letter of the office, as paragraphs: 退回通知 and 催报函. */
export interface Letter {
  title: string;
  addressee: string;
  paragraphs: string[];
  /** What is wrong, one by one. */
  items: LetterItem[];
  closing: string[];
  /** Who signs, and the day. */
  signature: string[];
}

export interface LetterItem {
  heading: string;
  lines: string[];
}

/** What the office decides: by when to answer, and who signs. */
export interface LetterTerms {
  /** ISO dates. */
  day: string;
  answerBy: string;
  signedBy: string;
}

const REPORT = '政府信息公开工作年度报告';

export const letterOf = (facts: LetterFacts, terms: LetterTerms): Letter => ({
  ...(facts.kind === 'RETURN' ? sentBack(facts, terms) : reminder(facts, terms)),
  addressee: `${facts.member.name}：`,
  signature: [terms.signedBy, spelled(terms.day)],
});

type Body = Omit<Letter, 'addressee' | 'signature'>;

const sentBack = ({ year, findings }: LetterFacts, { answerBy }: LetterTerms): Body => ({
  title: '退回通知',
  paragraphs: [
    `你单位报送的${year}年度${REPORT}经核对，${findings.length > 0 ? `有以下${findings.length}处需要更正` : '需要更正'}，现予退回。`,
  ],
  items: findings.map(itemOf),
  closing: [`请更正后于${spelled(answerBy)}前重新报送。`],
});

const reminder = (
  { year, member: { dueOn, daysLate } }: LetterFacts,
  { answerBy }: LetterTerms,
): Body => ({
  title: '催报函',
  paragraphs: [
    `根据《中华人民共和国政府信息公开条例》第四十九条，你单位${year}年度${REPORT}应于${spelled(dueOn)}前报送。`,
    daysLate > 0 ? `截至目前尚未收到，已逾期${daysLate}天。` : '截至目前尚未收到。',
  ],
  items: [],
  closing: [`请于${spelled(answerBy)}前报送。`],
});

const itemOf = (finding: LetterFinding, i: number): LetterItem => {
  const { check, messageZh, left, right, difference, cells, repair } = finding;
  const places = cells.map((cell) => cellLabel(cell, 'ZH'));
  const sides =
    left === null || right === null
      ? []
      : [`关系两边：${left} 与 ${right}${difference === null ? '' : `，相差 ${difference}`}。`];
  const proposed = repair.map(({ to, ...cell }) => `${cellLabel(cell, 'ZH')} 应为 ${to}`);
  return {
    heading: `${i + 1}. ${messageZh}（${check}）`,
    lines: [
      ...(places.length > 0 ? [`有关单元格：${listed(places)}。`] : []),
      ...sides,
      ...(proposed.length > 0 ? [`建议：${listed(proposed)}。`] : []),
    ],
  };
};

const MOST = 12;

const listed = (parts: readonly string[]): string =>
  parts.slice(0, MOST).join('；') + (parts.length > MOST ? `等${parts.length}处` : '');

/** 2025年2月20日 */
const spelled = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year ?? ''}年${month ?? ''}月${day ?? ''}日`;
};
