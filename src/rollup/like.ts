/** The pattern that finds the text anywhere, its `%`, `_` and `\` meaning themselves. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
