import { expect, it } from 'vitest';
import { ingest } from '../../src/ingest/ingest.js';
import { reportPage } from '../support/report-page.js';

/** Cells that run into each other, as a copy without its style sheet has them. */
const glued = reportPage({
  table: (rows) => rows.map((row) => `<p>${row.map((c) => c.text).join('')}</p>`).join(''),
});

it('names the cells of tables whose figures run into their labels', async () => {
  const form = await ingest(Buffer.from(glued), 'a.html');
  expect(form.cells.every((c) => c.value === null)).toBe(true);
  const named = form.findings.flatMap((f) => f.cells);
  expect(named).toContainEqual({ table: 'REQUESTS', row: 'NOT_HELD', column: null });
  expect(named).toContainEqual({ table: 'APPEALS', row: 'litigationDirect', column: null });
  expect(named).toContainEqual({ table: 'ACTIVE_DISCLOSURE', row: 'regulations', column: null });
});

it('says nothing of tables that are blank or not there', async () => {
  const blank = await ingest(Buffer.from(reportPage({ value: () => '' })), 'a.html');
  expect(blank.findings.filter((f) => f.message.EN.includes('could be read'))).toEqual([]);
  const none = await ingest(Buffer.from(reportPage({ table: () => '<img src=1.png>' })), 'a.html');
  expect(none.findings.filter((f) => f.message.EN.includes('could be read'))).toEqual([]);
});
