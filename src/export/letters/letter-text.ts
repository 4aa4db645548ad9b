import type { Letter } from './letter.js';

/** The letter as text, a paragraph a line. */
export const letterText = (letter: Letter): string => {
  const { title, addressee, paragraphs, items, closing, signature } = letter;
  const told = items.flatMap(({ heading, lines }) => [heading, ...lines.map((l) => `   ${l}`)]);
  return `${[title, '', addressee, ...paragraphs, ...told, ...closing, '', ...signature].join('\n')}\n`;
};
