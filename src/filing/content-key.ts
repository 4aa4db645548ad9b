import { createHash } from 'node:crypto';
import { addressKey } from '../format/form.js';
import type { ReportInput } from './report-input.js';

/** Lower-case hex. */
export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/** What makes two filings the same content: the document's bytes, or without a document its figures. */
export const contentKeyOf = ({ contentKey, source, form }: ReportInput): string =>
  contentKey ??
  source?.sha256 ??
  sha256(
    form.cells
      .map((cell) => `${addressKey(cell)}=${cell.value ?? ''}`)
      .sort()
      .join('\n'),
  );
