import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formOfJson } from '../../../src/export/report-json.js';
import { importDocument } from '../../../src/filing/import-document.js';
import { loadForm } from '../../../src/filing/load-forms.js';
import { withdraw } from '../../../src/filing/withdraw.js';
import { ingest } from '../../../src/ingest/ingest.js';
import { findOrCreateAgency } from '../../../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../../../src/registry/seed-registry.js';
import { globalId } from '../../../src/schema/global-id.js';
import { addExports } from '../../../src/server/exports/add-exports.js';
import { differences } from '../../export/round-trip.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { codesOf, startServer, type RunningServer } from '../start.js';

const NAME = 'zhoukou-public-security-2024.txt';

describe('the files of a report', () => {
  let db: TestDatabase;
  let server: RunningServer;
  let reportId: string;
  beforeAll(async () => {
    db = await createTestDatabase();
    await seedRegistry(db.database);
    const bytes = readFileSync(`samples/reports/${NAME}`);
    const outcome = await importDocument(db.database, { findOrCreateAgency }, bytes, NAME, null, {
      read: ingest,
      status: 'PUBLISHED',
      createAgencies: true,
    });
    if (outcome.kind !== 'CREATED') throw new Error(JSON.stringify(outcome));
    reportId = outcome.reportId;
    server = await startServer({ addRoutes: (app) => addExports(app, () => db.database) });
  });
  afterAll(async () => {
    await server.app.close();
    await db.drop();
  });

  const get = (extension: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.url}/reports/${globalId('Report', reportId)}.${extension}`, { headers });

  it.each(['xlsx', 'docx', 'html', 'csv'])(
    'as %s are read again without a difference',
    async (format) => {
      const form = await loadForm(db.database, reportId);
      const response = await get(format);
      expect(response.status).toBe(200);
      const again = await ingest(new Uint8Array(await response.arrayBuffer()), `x.${format}`);
      expect(differences(form, again)).toEqual([]);
      expect(again).toMatchObject({ agency: '周口市公安局', year: 2024, scope: form.scope });
      if (format === 'csv') return;
      expect(again.sections.map(({ heading }) => heading)).toEqual(
        form.sections.map(({ heading }) => heading),
      );
    },
  );

  it('as JSON hold the whole form', async () => {
    const form = await loadForm(db.database, reportId);
    const told = formOfJson(await (await get('json')).text());
    expect({ ...told, findings: form.findings }).toEqual(form);
  });

  it('are saved under their Chinese name, pages are shown', async () => {
    const saved = (await get('xlsx')).headers.get('content-disposition') ?? '';
    const name = '周口市公安局2024年政府信息公开工作年度报告.xlsx';
    expect(saved).toMatch(/^attachment; filename="/);
    expect(decodeURIComponent(saved.split("filename*=UTF-8''")[1]!)).toBe(name);
    const page = await get('html');
    expect(page.headers.get('content-disposition')).toMatch(/^inline; /);
    expect(page.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(await page.text()).not.toMatch(/(?:src|href)=|<script/);
  });

  it('are not sent again to whoever has them', async () => {
    const tag = (await get('csv')).headers.get('etag')!;
    expect((await get('csv', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('csv', { 'if-none-match': `"other", W/${tag}` })).status).toBe(304);
    expect((await get('json', { 'if-none-match': tag })).status).toBe(200);
  });

  it('exist in the known formats, for published reports alone', async () => {
    for (const url of [
      `/reports/${globalId('Report', reportId)}.pdf`,
      `/reports/${globalId('Agency', reportId)}.csv`,
      `/reports/${globalId('Report', '999999')}.csv`,
      '/reports/csv',
    ]) {
      const response = await fetch(`${server.url}${url}`);
      expect([url, response.status, await codesOf(response)]).toEqual([url, 404, ['NOT_FOUND']]);
    }
    await withdraw(db.database, reportId);
    expect((await get('csv')).status).toBe(404);
  });
});
