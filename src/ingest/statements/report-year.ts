/** A year that something is carried from or to, or compared with, is not the report's own. */
const OTHER_YEARS =
  /(?:结转|转入|转至|转到|延|比|较|与|于)(?:至|到|入)?(?:20\d{2})年?|20\d{2}年度?(?:结转|转入|为)|截[至止](?:到)?20\d{2}年/g;

/** The first year that the text speaks of as its own. */
export function reportYear(text: string): number | null {
  const found = /(20[0-4]\d)(?:年|度)/.exec(text.replace(OTHER_YEARS, ''));
  return found ? Number(found[1]) : null;
}
