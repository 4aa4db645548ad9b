/** What fields of lists may hold. */

/** ISO dates, and the forms in which spreadsheets save them: 2025/1/31; undefined where it is no date. */
export const dateField = (text: string | null): string | null | undefined => {
  if (text === null) return null;
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (!year || !month || !day) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(date);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date
    ? undefined
    : date;
};

/** One of the words; undefined where it is none of them. */
export const wordField = <W extends string>(
  text: string | null,
  words: readonly W[],
): W | null | undefined => (text === null ? null : words.find((word) => word === text));

/** Several in one field: 甲局；乙局. */
export const listField = (text: string | null): string[] =>
  (text ?? '')
    .split(/[;；|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
