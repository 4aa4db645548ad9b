import { readerRules } from '../format/reader-rules.js';
import type { Finding } from '../format/report.js';
import type { PageNote } from './page.js';

/** What a format reader left out or was not sure of, as findings for a person to look at. */
export const noteFindings = (notes: readonly PageNote[]): Finding[] =>
  notes.map(({ code, message, locator }) => ({
    check: readerRules.NOTE.code,
    severity: readerRules.NOTE.severity,
    message: locator
      ? { ZH: `${message.ZH}（${locator}）`, EN: `${message.EN} (${locator})` }
      : message,
    left: null,
    right: null,
    difference: null,
    breaks: [],
    cells: [],
    repair: [],
    fault: null,
    cause: code,
  }));
