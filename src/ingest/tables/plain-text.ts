/** Longest cell text that is looked at; more is no table cell. */
export const LONGEST_CELL = 10_000;

/** Zero-width, joining and direction marks, soft hyphens, byte order marks, variation selectors, private use. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ue000-\uf8ff]/g;

/** Text without characters that nobody sees. */
export const visible = (text: string): string =>
  (text.length > LONGEST_CELL ? text.slice(0, LONGEST_CELL) : text).replace(INVISIBLE, '');

/** True where marks turn the order of what follows around: what is seen is not what is stored. */
export const isTurned = (text: string): boolean => /[\u202d\u202e\u2066-\u2068]/.test(text);
