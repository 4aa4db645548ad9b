/** Exact decimals as strings: no number of a report ever passes through floating point. */

/** "007.50" → "7.5", "-0" → "0": without needless zeros. */
export function tidyDecimal(text: string): string {
  const match = /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text);
  if (!match) throw new Error(`not a decimal: ${text}`);
  const [, sign, whole, fraction] = match;
  const digits = `${whole === '' ? '0' : (whole ?? '0')}${fraction ? `.${fraction}` : ''}`;
  return sign === '-' && digits !== '0' ? `-${digits}` : digits;
}

/** Moves the decimal point: shiftDecimal("251000", -4) is "25.1". */
export function shiftDecimal(text: string, places: number): string {
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const padded = places > 0 ? fraction.padEnd(places, '0') : fraction;
  const front = places < 0 ? whole.padStart(1 - places, '0') : whole;
  const digits = `${front}${padded}`;
  const point = front.length + places;
  const moved = `${digits.slice(0, point)}.${digits.slice(point)}`;
  return tidyDecimal(negative ? `-${moved}` : moved);
}
