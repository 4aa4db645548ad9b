import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { referencePlaceNames } from '../../registry/place-names-of-reference.js';
import type { SynthReport } from './make-report.js';
import { nationalReports, type NationalOptions } from './national.js';
import { reportPage } from './report-page.js';

/** Pages that are written at once. */
const AT_ONCE = 32;

/**
 * Writes synthetic reports as pages, a folder for each province and year, and beside them `manifest.csv`: what an import
 * is told of them.
 * @param onWritten is told how many more were written
 */
export const writeNational = async (
  folder: string,
  options: NationalOptions,
  onWritten: (reports: number) => void,
): Promise<void> => {
  const lines = [COLUMNS.join()];
  let pages: Promise<void>[] = [];
  const settle = async (): Promise<void> => {
    await Promise.all(pages);
    onWritten(pages.length);
    pages = [];
  };
  for (const report of nationalReports(referencePlaceNames(), options)) {
    lines.push(manifestLine(report));
    pages.push(writePage(join(folder, fileOf(report)), report));
    if (pages.length >= AT_ONCE) await settle();
  }
  await settle();
  await writeFile(join(folder, 'manifest.csv'), `${lines.join('\n')}\n`);
};

const writePage = async (file: string, { form }: SynthReport): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, reportPage(form));
};

/** `410000/2023/11410000MB…-2.html` for a second revision. */
const fileOf = ({ agency, year, revision }: SynthReport): string => {
  const province = `${agency.regionCode.slice(0, 2)}0000`;
  const suffix = revision === 1 ? '' : `-${revision}`;
  return `${province}/${year}/${agency.unifiedSocialCreditCode}${suffix}.html`;
};

const COLUMNS = ['file', 'agency', 'year', 'scope', 'region', 'unifiedSocialCreditCode'];

const manifestLine = (report: SynthReport): string => {
  const { agency, year, scope } = report;
  const { name, regionCode, unifiedSocialCreditCode } = agency;
  return [fileOf(report), name, year, scope, regionCode, unifiedSocialCreditCode].join();
};
