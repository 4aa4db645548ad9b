import { AlignmentType, Document, Packer, Paragraph, TextRun } from 'docx';
import type { Letter } from './letter.js';

/** Fonts and sizes of official documents (GB/T 9704): the title in 方正小标宋 22 pt, the body in 仿宋 16 pt. */
const TITLE = { font: '方正小标宋简体', size: 44 };
const BODY = { font: '仿宋', size: 32 };
const SMALL = { font: '仿宋', size: 28 };

/** Two characters, in twentieths of a point. */
const INDENT = 640;

const body = (text: string, options: { indent?: number; right?: boolean } = {}): Paragraph =>
  new Paragraph({
    children: [new TextRun({ text, ...BODY })],
    indent: { firstLine: options.indent ?? INDENT },
    alignment: options.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
    spacing: { line: 560 },
  });

const detail = (text: string): Paragraph =>
  new Paragraph({
    children: [new TextRun({ text, ...SMALL })],
    indent: { left: INDENT },
    spacing: { line: 480 },
  });

/** The letter as a Word file. */
export const letterDocx = async (letter: Letter): Promise<Buffer> => {
  const { title, addressee, paragraphs, items, closing, signature } = letter;
  const document = new Document({
    title,
    sections: [
      {
        children: [
          new Paragraph({
            children: [new TextRun({ text: title, ...TITLE })],
            alignment: AlignmentType.CENTER,
            spacing: { after: 480 },
          }),
          body(addressee, { indent: 0 }),
          ...paragraphs.map((text) => body(text)),
          ...items.flatMap(({ heading, lines }) => [body(heading), ...lines.map(detail)]),
          ...closing.map((text) => body(text)),
          body('', { indent: 0 }),
          ...signature.map((text) => body(text, { right: true })),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
};
