import type { PageNote } from '../page.js';

/** What a reader of workbooks leaves out of a file it reads. */
export const hiddenSheet = (name: string): PageNote => ({
  code: 'HIDDEN_SHEET',
  message: {
    ZH: `工作表“${name}”是隐藏的，未读取。`,
    EN: `The sheet “${name}” is hidden; it was not read.`,
  },
  locator: `${name}!A1`,
});
