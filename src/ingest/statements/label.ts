import type { Token } from './tokens.js';
import type { Word } from './vocabulary.js';

/** The words beside a figure. */
export interface Label {
  tokens: readonly Token[];
  words: readonly Word[];
  /** Letters behind the last word, or all where there is none. */
  rest: string;
  /** Letters before 无, for what the clause denies. */
  lead?: string;
}

export const labelOf = (tokens: readonly Token[]): Label => {
  const last = tokens.findLastIndex((t) => t.kind === 'word');
  return {
    tokens,
    words: tokens.flatMap((t) => (t.kind === 'word' ? [t.word] : [])),
    rest: lettersOf(tokens.slice(last + 1)),
  };
};

export const lettersOf = (tokens: readonly Token[]): string =>
  tokens.map((t) => (t.kind === 'text' ? t.text : '')).join('');

/** The wording in which a word last stands in a label. */
export function textOf(label: Label, word: Word): string {
  const token = label.tokens.findLast((t) => t.kind === 'word' && t.word === word);
  return token?.kind === 'word' ? token.text : '';
}

/** Letters that say nothing of what is counted. */
const NEUTRAL =
  /^(?:全年度?|年内|本年度?|今年以?来?|当年|截至|年?底|前|期间|我[局办委镇乡县市区]|共|计|总|一共|累计|有|另|还|也|为|是|的|了|已|其|余|剩|下|尚|仍|在|约|近|超|过|达到?|到|数量?|件数?|量|案|事项|情况|个|各类|相关|涉及|政府|信息|方面|对|由|中|则|经|被|等|于|占比?|办件|受理量|受理|处理|决定|总金|金额|额|以上|近?期|目前|所|作出|实施|办理|措施)*$/;

export const isNeutral = (letters: string): boolean => NEUTRAL.test(letters);
