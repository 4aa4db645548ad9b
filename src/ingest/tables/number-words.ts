const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const WORDS = /^[零〇○一壹二两贰三叁四五六七八九十百千万]{1,12}$/;

/** 三十二 → 32, 二〇 → 20, 一万二千 → 12000; null where the text is no number in Chinese words. */
export function numberInWords(text: string): number | null {
  if (!WORDS.test(text)) return null;
  if (!/[十百千万]/.test(text)) {
    return Number(Array.from(text, (c) => DIGITS[c]).join(''));
  }
  const [high, low] = text.includes('万') ? split(text) : ['', text];
  const upper = high === '' ? 0 : belowTenThousand(high);
  const lower = low === '' ? 0 : belowTenThousand(low);
  return upper === null || lower === null ? null : upper * 10_000 + lower;
}

const split = (text: string): [string, string] => {
  const at = text.indexOf('万');
  return [text.slice(0, at) || '一', text.slice(at + 1)];
};

function belowTenThousand(text: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let below = 10_000;
  for (const c of text) {
    const unit = UNITS[c];
    if (unit === undefined) {
      const value = DIGITS[c];
      if (value === undefined || (digit !== null && digit !== 0)) return null;
      digit = value;
    } else {
      if (unit >= below) return null;
      sum += (digit ?? 1) * unit;
      below = unit;
      digit = null;
    }
  }
  return sum + (digit ?? 0);
}
