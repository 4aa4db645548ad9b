import type { PageNote } from '../../page.js';
import type { Cleaning } from './clean.js';
import { heightOf, holds, locate, widthOf, type PdfPage } from './geometry.js';

/** A page and what is left of its text. */
export interface CleanPage extends Cleaning {
  page: PdfPage;
}

/** Pictures smaller than this share of a page are seals and emblems. */
const LARGE = 0.06;
/** A picture with more text than this over it is a background. */
const FEW_GLYPHS = 20;

/** What of a PDF was left out, or is not the document's own text. */
export function pdfNotes(pages: readonly CleanPage[], slanted: number): PageNote[] {
  const notes: PageNote[] = [];
  const sum = (of: (p: CleanPage) => number): number => pages.reduce((n, p) => n + of(p), 0);
  if (sum((p) => p.recognised) > 0) {
    notes.push(
      note(
        'RECOGNISED_TEXT',
        '页面是扫描图像，文字由识别软件生成，数字须与原件核对。',
        'The pages are pictures with text that a machine recognised; compare the figures with the original.',
      ),
    );
  }
  if (sum((p) => p.hidden) > 0) {
    notes.push(
      note(
        'HIDDEN_TEXT',
        '文件含有看不见的文字，未读取。',
        'The file has text that cannot be seen; it was not read.',
      ),
    );
  }
  if (sum((p) => p.watermark) + slanted > 0) {
    notes.push(
      note(
        'WATERMARK',
        '页面上的水印文字未读取。',
        'Text of a watermark across the pages was not read.',
      ),
    );
  }
  return [...notes, ...pages.flatMap(pictures)];
}

const note = (code: string, ZH: string, EN: string, locator: string | null = null): PageNote => ({
  code,
  message: { ZH, EN },
  locator,
});

function pictures({ page, glyphs }: CleanPage): PageNote[] {
  return page.images
    .filter((i) => widthOf(i) * heightOf(i) > page.width * page.height * LARGE)
    .filter((i) => glyphs.filter((g) => holds(i, g)).length < FEW_GLYPHS)
    .map((i) =>
      note(
        'PICTURE_NOT_READ',
        '页面上有图片，图片中的文字和数字未读取。',
        'A page has a picture; text and figures in it were not read.',
        locate(page.number, i),
      ),
    );
}
