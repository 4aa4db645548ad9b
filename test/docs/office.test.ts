import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, subscribe } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignedIn } from '../../src/accounts/viewer.js';
import { openDatabase } from '../../src/entities/database.js';
import { buildApiSchema } from '../../src/resolvers/build.js';
import { createContext } from '../../src/schema/context.js';
import { addExports } from '../../src/server/exports/add-exports.js';
import { addSubmissions } from '../../src/server/submissions/add-submissions.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { data } from '../support/api.js';
import { createTestDatabase, createTestUrl, type TestDatabase } from '../support/database.js';
import { htmlLayouts } from '../support/render/html-layouts.js';
import { runCli } from '../support/run-cli.js';
import { viewerWith } from '../support/viewers.js';
import { withOneMore, yearFigures, yearPage } from '../support/year-report.js';
import { startServer, type RunningServer } from '../server/start.js';

/** Plays every command, query and request of docs/office in the order of the pages. */

interface Block {
  language: string;
  text: string;
}

const blocksOf = (file: string): Block[] =>
  [...readFileSync(`docs/office/${file}`, 'utf8').matchAll(/```(\w+)\n([^]*?)```/g)].map(
    ([, language = '', text = '']) => ({ language, text }),
  );
const english = readdirSync('docs/office').filter((name) => /^\d-[\w-]+\.md$/.test(name));

const NAMES = ['砚州市人民政府', '砚州市教育局', '砚州市公安局'];
const [, EDUCATION, POLICE] = NAMES as [string, string, string];

let db: TestDatabase;
let server: RunningServer;
let folder: string;
let restored: { url: string; drop: () => Promise<void> };
const who = new Map<string, SignedIn>();
/** What later blocks are about. */
const known: Record<string, any> = {};

beforeAll(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
  folder = mkdtempSync(join(tmpdir(), 'nianbao-docs-office-'));
  writeFileSync(join(folder, 'agencies.csv'), ['name', ...NAMES, ''].join('\n'));
  const page = (name: string, i: number, wrong: boolean): string => {
    const cells = wrong ? withOneMore(yearFigures(i), 'REQUESTS/GRANTED/total') : yearFigures(i);
    return yearPage(name, 2024, cells, Object.values(htmlLayouts)[0]!);
  };
  writeFileSync(join(folder, 'report.html'), page(EDUCATION, 1, true));
  writeFileSync(join(folder, 'police.html'), page(POLICE, 2, false));
  for (const [name, role] of [
    ['reviewer', 'REVIEWER'],
    ['publisher', 'PUBLISHER'],
    ['auditor', 'AUDITOR'],
  ] as const) {
    who.set(name, await viewerWith(db.database, name, [role, { region: '990100' }]));
  }
  const find = ({ secret }: { secret: string }) => Promise.resolve(who.get(secret) ?? null);
  server = await startServer({
    findViewer: find,
    addRoutes: (app) => {
      addExports(app, () => db.database, { findViewer: find });
      addSubmissions(app, () => db.database, find);
    },
  });
  restored = await createTestUrl({ empty: true });
}, 60_000);
afterAll(async () => {
  await server.app.close();
  rmSync(folder, { recursive: true });
  await restored.drop();
  await db.drop();
});
beforeEach(() => void vi.stubEnv('DATABASE_URL', db.url ?? ''));

const sh = async (line: string): Promise<string> => {
  const [npx, name, ...words] = line.trim().split(/\s+/);
  expect([npx, name]).toEqual(['npx', 'nianbao']);
  const inFolder = words.map((word) =>
    /^[\w.]+\.(csv|xlsx|zip|backup)$/.test(word) ? join(folder, word) : word,
  );
  if (words[0] === 'restore') vi.stubEnv('DATABASE_URL', restored.url);
  const { status, out, err } = await runCli(...inFolder);
  // Somebody is missing, or nothing was added up yet: both are told so.
  expect([line, status, err]).toEqual([line, words[0] === 'missing' ? 1 : 0, '']);
  return out;
};

const http = async (text: string): Promise<Response> => {
  const [head = '', body = ''] = text.trim().split('\n\n');
  const [[method = '', path = ''] = [], ...lines] = head.split('\n').map((line) => line.split(' '));
  const headers = Object.fromEntries(
    lines.map(([name = '', ...rest]) => [
      name.replace(':', ''),
      rest.join(' ').replace('TOKEN', 'reviewer'),
    ]),
  );
  const url = `${server.url}${path.replace('REPORT', known['report'] ?? '')}`;
  if (headers['Content-Type'] !== 'multipart/form-data') {
    return fetch(url, { method, headers, ...(body === '' ? {} : { body }) });
  }
  delete headers['Content-Type'];
  const form = new FormData();
  for (const line of body.split('\n')) {
    const [name = '', value = ''] = line.split('=');
    if (value.startsWith('@')) {
      form.set(name, new Blob([readFileSync(join(folder, value.slice(1)))]), value.slice(1));
    } else form.set(name, value);
  }
  return fetch(url, { method, headers, body: form });
};

const ask = async (text: string): Promise<any> => {
  const variables: Record<string, Record<string, unknown>> = {
    Return: { report: known['report'], version: known['version'] },
    Waive: { finding: known['finding'] },
    AcceptAll: { reports: known['reports'] },
    PublishAll: { reports: known['reports'] },
    Consolidate: { overrides: known['overrides'] ?? [] },
    Consolidated: { report: known['consolidated'] },
  };
  const [, name = ''] = /^(?:query|mutation) (\w+)/.exec(text) ?? [];
  const as = name === 'PublishAll' ? 'publisher' : name === 'AuditLog' ? 'auditor' : 'reviewer';
  return data(db.database, text, variables[name] ?? {}, who.get(as));
};

const follow = async (text: string): Promise<any> => {
  const contextValue = createContext(db.database, {
    requestId: 'docs',
    viewer: who.get('reviewer')!,
  });
  const events = await subscribe({
    schema: await buildApiSchema(),
    document: parse(text),
    contextValue,
  });
  if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events));
  const { value } = (await events.next()) as any;
  return value.data;
};

/** Everything of a page, in its order. */
const play = async (file: string): Promise<any[]> => {
  const answers: any[] = [];
  for (const { language, text } of blocksOf(file)) {
    if (language === 'sh') {
      for (const line of text.trim().split('\n')) answers.push(await sh(line));
    } else if (language === 'http') answers.push(await http(text));
    else if (text.startsWith('subscription')) answers.push(await follow(text));
    else answers.push(await ask(text));
  }
  return answers;
};

const WAITING = `{ progress(region: "990100", year: 2024) { members { nodes { agency { id name }
  report { id life { version } findings(severities: [ERROR]) { id } } } } } }`;
const reports = async (): Promise<any[]> =>
  (await data(db.database, WAITING, {}, who.get('reviewer'))).progress.members.nodes;
const seen = ({ report }: any) => ({ report: report.id, version: report.life.version });

describe('the pages of an office', { timeout: 120_000 }, () => {
  it('say the same in both languages', () => {
    expect(english).toHaveLength(6);
    for (const file of english) {
      expect(blocksOf(file.replace('.md', '.zh-CN.md'))).toEqual(blocksOf(file));
    }
  });

  it('on the roster make it and tell who is missing', async () => {
    const answers = await play('1-roster.md');
    expect(answers.find((a) => a.makeRoster).makeRoster).toEqual({ members: 3, compared: 0 });
    const { progress } = answers.find((a) => a.progress);
    expect(progress.counts).toMatchObject({ expected: 3, missing: 3 });
    expect(progress.members.nodes).toHaveLength(3);
  });

  it('on handing in try a report, and hand it in', async () => {
    const [, tried, handedIn] = await play('2-handing-in.md');
    const dry = (await tried.json()).documents[0];
    expect(dry.report).toMatchObject({ id: null, status: 'DRAFT' });
    expect(dry.findings.some((f: any) => f.severity === 'ERROR')).toBe(true);
    const done = (await handedIn.json()).documents[0];
    expect(done.report).toMatchObject({ status: 'SUBMITTED', agency: { name: EDUCATION } });
    await http(
      'POST /reports\nAuthorization: Bearer TOKEN\nContent-Type: multipart/form-data\n\ndocument=@police.html\nresponsibleLeader=王某',
    );
  });

  it('on reviewing send back, waive, accept and publish', async () => {
    const education = (await reports()).find(({ agency }) => agency.name === EDUCATION);
    Object.assign(known, seen(education), { finding: education.report.findings[0].id });
    const [waiting, returned, letters, posted] = await (async () => {
      const blocks = blocksOf('3-review.md');
      const answers: any[] = [];
      for (const { language, text } of blocks) {
        if (text.startsWith('mutation Waive')) break;
        if (language === 'sh') answers.push(await sh(text));
        else answers.push(language === 'http' ? await http(text) : await ask(text));
      }
      return answers;
    })();
    expect(waiting.progress.members.nodes).toHaveLength(2);
    expect(returned.returnReport.report.status).toBe('RETURNED');
    expect(letters).toContain('letters written');
    expect(posted.headers.get('content-type')).toBe('application/zip');
    // It comes back as it was, and this time with a reason.
    await http(blocksOf('2-handing-in.md').at(-1)!.text);
    const [waive, acceptAll, publishAll] = blocksOf('3-review.md').filter(({ text }) =>
      /^mutation (Waive|AcceptAll|PublishAll)/.test(text),
    );
    for (const { id } of (await reports()).find(({ agency }) => agency.name === EDUCATION).report
      .findings) {
      known['finding'] = id;
      expect((await ask(waive!.text)).waiveFinding.__typename).toBe('ReportChanged');
    }
    known['reports'] = (await reports()).filter(({ report }) => report).map(seen);
    const accepted = (await ask(acceptAll!.text)).acceptReports;
    expect(accepted.map((o: any) => o.result.__typename)).toEqual([
      'ReportChanged',
      'ReportChanged',
    ]);
    known['reports'] = (await reports()).filter(({ report }) => report).map(seen);
    const published = (await ask(publishAll!.text)).publishReports;
    expect(published.map((o: any) => o.result.__typename)).toEqual([
      'ReportChanged',
      'ReportChanged',
    ]);
  });

  it('on consolidation tell who is in the way, and add up', async () => {
    const [consolidate] = blocksOf('4-consolidation.md');
    const { problems } = (await ask(consolidate!.text)).consolidate;
    known['overrides'] = problems.map(({ agency }: any) => ({
      agency: agency.id,
      reason: '已说明',
    }));
    expect(problems.map(({ problem }: any) => problem).sort()).toEqual(['FAILS_CHECKS', 'MISSING']);
    known['consolidated'] = (await ask(consolidate!.text)).consolidate.report.id;
    const answers = await play('4-consolidation.md');
    expect(answers[0].consolidate.members).toBe(2);
    const { consolidation } = answers[1].node;
    expect(consolidation.overrides).toHaveLength(2);
    expect(consolidation.staleness).toEqual({ members: [], cells: [] });
    expect(answers[2]).toContain('Nothing has changed since');
  });

  it('on exports give files, and an archive that is read again', async () => {
    const [report, totals, form, written, verified] = await play('5-exports.md');
    expect([report.status, totals.status, form.status]).toEqual([200, 200, 200]);
    expect(await totals.text()).toContain('REQUESTS/received/total');
    expect(written).toContain('2 reports');
    expect(verified).toBe(written);
  });

  it('on operation follow, show the log, and back up and restore', async () => {
    const [following, log, verified, backup, back] = await play('6-operation.md');
    expect(following.progressChanged.counts).toMatchObject({ missing: 1 });
    expect(new Set(log.auditLog.nodes.map((n: any) => n.act))).toEqual(
      new Set(['RETURN_REPORT', 'ACCEPT_REPORT', 'CONSOLIDATE']),
    );
    expect(verified).toBeTruthy();
    expect(backup).toContain('rows written');
    expect(back).toContain('each as it was');
    const database = await openDatabase({ databaseUrl: restored.url, dataDir: '' });
    const [line] = await database.query('select count(*)::int as n from report');
    expect(line).toEqual({ n: 3 });
    await database.close();
  });
});
