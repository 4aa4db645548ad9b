import type { Dice } from './dice.js';
import { asDocx } from './docx-layouts.js';
import { htmlLayouts } from './html-layouts.js';
import { asOds, asOdt } from './odf-layouts.js';
import { asPdf } from './pdf-layouts.js';
import { asHtml, asText } from './report.js';
import type { DrawnReport } from './report.js';
import { textLayouts } from './text-layouts.js';
import { asXlsx } from './xlsx-layouts.js';

/** Prints a report as a file of one format, in a random one of its layouts. */
export type Printer = (report: DrawnReport, dice: Dice) => Buffer;

const ENCODINGS = [
  (text: string): Buffer => Buffer.from(text),
  (text: string): Buffer => Buffer.from(`\ufeff${text}`),
  (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text: string): Buffer => Buffer.from(text.replaceAll('\n', '\r\n')),
];

export const printers: Readonly<Record<string, Printer>> = {
  DOCX: asDocx,
  XLSX: asXlsx,
  PDF: asPdf,
  ODT: asOdt,
  ODS: asOds,
  HTML: (report, dice) => Buffer.from(asHtml(report, dice.pick(Object.values(htmlLayouts)))),
  text: (report, dice) =>
    dice.pick(ENCODINGS)(asText(report, dice.pick(Object.values(textLayouts)))),
};
