import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readDocx } from '../../../src/ingest/read/docx.js';
import { convertLegacy, type LegacyFormat } from '../../../src/ingest/read/legacy.js';
import { readXlsx } from '../../../src/ingest/read/xlsx.js';

const office = (name: string) => readFileSync(`test/fixtures/office/${name}`);
const hasOffice = (() => {
  try {
    execFileSync('sh', ['-c', 'command -v soffice']);
    return true;
  } catch {
    return false;
  }
})();
const values = async (bytes: Buffer, format: 'docx' | 'xlsx') => {
  const page = await (format === 'docx' ? readDocx(bytes) : readXlsx(bytes));
  return page.blocks.flatMap((b) =>
    b.kind === 'grid' ? [b.cells.filter((c) => c.text !== '').map((c) => c.text)] : [],
  );
};

describe('a file of an older format', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('without LibreOffice is refused with what to install', async () => {
    vi.stubEnv('PATH', '/nonexistent');
    await expect(convertLegacy(office('bad03-grandTotal.doc'), 'doc')).rejects.toMatchObject({
      code: 'UNSUPPORTED_FORMAT',
      message: expect.stringContaining('libreoffice-writer'),
    });
  });

  it.runIf(hasOffice).each<[string, LegacyFormat, string]>([
    ['bad03-grandTotal.doc', 'doc', 'bad03-grandTotal__docx.docx'],
    ['bad03-grandTotal.rtf', 'rtf', 'bad03-grandTotal__docx.docx'],
    ['bad05-forward.xls', 'xls', 'bad05-forward__xlsx.xlsx'],
  ])('%s has the cells of the newer file that it was made from', async (name, format, newer) => {
    const converted = await convertLegacy(office(name), format);
    const expected = await values(
      readFileSync(`test/fixtures/corpus/docs/${newer}`),
      converted.format,
    );
    expect(await values(converted.bytes, converted.format)).toEqual(expected);
  });
});
