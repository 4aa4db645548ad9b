import { readFileSync } from 'node:fs';
import { convertToHtml } from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/ingest/page.js';
import { readDocx } from '../../../src/ingest/read/docx.js';
import { readHtml } from '../../../src/ingest/read/html.js';
import { readPdfContent } from '../../../src/ingest/read/pdf/document.js';
import { plainCharacter } from '../../../src/ingest/read/pdf/radicals.js';

const corpus = (name: string) => readFileSync(`test/fixtures/corpus/docs/${name}`);

const cells = (page: Page) =>
  page.blocks.flatMap((b) =>
    b.kind === 'grid'
      ? [
          b.cells.map((c) => [
            c.text.replaceAll(/\s/g, ''),
            c.row,
            c.column,
            c.rowSpan,
            c.columnSpan,
          ]),
        ]
      : [],
  );

describe('the Word reader', () => {
  it.each([
    'bad03-grandTotal__docx.docx',
    'cclk-2025__docx.docx',
    'dongchen-zg-2023__docx.docx',
    'gen09__docx.docx',
    'zhoukou-2024__docx.docx',
  ])('gives the cells of %s where mammoth gives them', async (name) => {
    const bytes = corpus(name);
    const { value } = await convertToHtml({ buffer: bytes });
    expect(cells(await readDocx(bytes))).toEqual(cells(readHtml(value)));
  });
});

/** The characters of a text without white space. */
const characters = (text: string): string[] =>
  Array.from(text.replaceAll(/\s/g, ''), plainCharacter);

/** What `all` holds beyond `part`, each character as often as it is there in excess. */
function beyond(all: readonly string[], part: readonly string[]): string {
  const left = new Map<string, number>();
  for (const c of part) left.set(c, (left.get(c) ?? 0) + 1);
  return all
    .filter((c) => {
      const n = left.get(c) ?? 0;
      left.set(c, n - 1);
      return n <= 0;
    })
    .join('');
}

async function charactersByOracle(bytes: Buffer): Promise<string[]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: 'node_modules/pdfjs-dist/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: 'node_modules/pdfjs-dist/standard_fonts/',
    verbosity: 0,
  });
  const document = await task.promise;
  const found: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const content = await (await document.getPage(n)).getTextContent();
    found.push(...characters(content.items.map((i) => ('str' in i ? i.str : '')).join('')));
  }
  await task.destroy();
  return found;
}

describe('the PDF engine', () => {
  it.each([
    ['gen12__pdf-chrome.pdf', ''],
    ['real-hongze-2023.pdf', '度办理结果'],
    ['real-hongze-2024.pdf', '年度办理结果'],
    ['zhangpu-zj-2024__pdf-chrome.pdf', ''],
    ['zhoukou-2024__pdf-chrome.pdf', ''],
  ])('finds every character of %s that pdf.js finds, and %j more', async (name, more) => {
    const bytes = corpus(name);
    const { pages } = await readPdfContent(bytes);
    const found = characters(pages.flatMap((p) => p.glyphs.map((g) => g.text)).join(''));
    const byOracle = await charactersByOracle(bytes);
    expect(beyond(byOracle, found)).toBe('');
    // pdf.js leaves out the characters of a label that is written vertically.
    expect(characters(beyond(found, byOracle)).sort()).toEqual(characters(more).sort());
  });
});
