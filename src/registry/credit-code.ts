/** 统一社会信用代码 of GB 32100-2015: 18 characters with a check character. */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const checkCharacter = (first17: string): string => {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
};

/** True for a code whose check character is right. */
export const isCreditCode = (code: string): boolean => {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  return checkCharacter(code.slice(0, 17)) === code[17];
};

/** Upper case without blanks where its check character is right, else null. */
export const creditCodeOf = (text: string | null): string | null => {
  const code = text?.normalize('NFKC').replace(/\s/g, '').toUpperCase() ?? '';
  return isCreditCode(code) ? code : null;
};

/** Positions 3 to 8: the region in which the code was registered. A hint, for the code outlives the region. */
export const registeredRegion = (code: string): string => code.slice(2, 8);

/** A code as an organ of a region might have it, for synthetic agencies: the serial number in place of GB 11714's. */
export const makeCreditCode = (regionCode: string, serial: number): string => {
  const first17 = `11${regionCode.slice(0, 6)}${regionCode.slice(6).padStart(3, '0')}${String(serial).padStart(6, '0')}`;
  return first17 + checkCharacter(first17);
};
