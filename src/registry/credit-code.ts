/** 统一社会信用代码 of GB 32100-2015: 18 characters with a check character. */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** True for a code whose check character is right. */
export const isCreditCode = (code: string): boolean => {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17];
};

/** Upper case without blanks where its check character is right, else null. */
export const creditCodeOf = (text: string | null): string | null => {
  const code = text?.normalize('NFKC').replace(/\s/g, '').toUpperCase() ?? '';
  return isCreditCode(code) ? code : null;
};

/** Positions 3 to 8: the region in which the code was registered. A hint, for the code outlives the region. */
export const registeredRegion = (code: string): string => code.slice(2, 8);
