import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractRawText } from 'mammoth';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportFile } from '../src/export/report-file.js';
import { explainFinding } from '../src/filing/explain-finding.js';
import { importDocument } from '../src/filing/import-document.js';
import { loadForm } from '../src/filing/load-forms.js';
import { parseManifest } from '../src/filing/manifest.js';
import { addressKey } from '../src/format/form.js';
import { ingest } from '../src/ingest/ingest.js';
import { openArchive } from '../src/ingest/archive/open-archive.js';
import { findOrCreateAgency } from '../src/registry/find-or-create-agency.js';
import { seedRegistry } from '../src/registry/seed-registry.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { data } from './support/api.js';
import { htmlLayouts } from './support/render/html-layouts.js';
import { textLayouts } from './support/render/text-layouts.js';
import { runCli } from './support/run-cli.js';
import { withOneMore, yearFigures, yearPage, yearText, type Cells } from './support/year-report.js';

/** The year of an office: a city of 示例省 with 60 members, two of them counties that hand in their own sums. */

const YEAR = 2024;
const CITY = '990100';
const ORGANS = [
  ...[
    '发展和改革委员会',
    '教育局',
    '科学技术局',
    '工业和信息化局',
    '公安局',
    '民政局',
    '司法局',
    '财政局',
  ],
  ...[
    '人力资源和社会保障局',
    '自然资源局',
    '生态环境局',
    '住房和城乡建设局',
    '交通运输局',
    '水利局',
  ],
  ...[
    '农业农村局',
    '商务局',
    '文化和旅游局',
    '卫生健康委员会',
    '退役军人事务局',
    '应急管理局',
    '审计局',
  ],
  ...[
    '市场监督管理局',
    '统计局',
    '医疗保障局',
    '城市管理局',
    '数据局',
    '信访局',
    '林业局',
    '体育局',
  ],
  ...[
    '乡村振兴局',
    '国有资产监督管理委员会',
    '住房公积金管理中心',
    '残疾人联合会',
    '档案局',
    '机关事务管理局',
  ],
  ...[
    '地方金融管理局',
    '粮食和物资储备局',
    '知识产权局',
    '药品监督管理局',
    '能源局',
    '民族宗教事务局',
  ],
  ...[
    '外事办公室',
    '人民防空办公室',
    '政务服务管理局',
    '园林绿化局',
    '供销合作社',
    '地震局',
    '公共资源交易中心',
  ],
  ...[
    '投资促进局',
    '大数据中心',
    '行政审批局',
    '综合行政执法局',
    '口岸办公室',
    '文物局',
    '红十字会',
    '海洋发展局',
  ],
  '港航管理局',
];
const MEMBERS = ['砚州市人民政府', ...ORGANS.map((organ) => `砚州市${organ}`)];
const COUNTIES = ['鹭栖县人民政府', '霁台市人民政府'];
/** They lie in a county whose own sum holds them. */
const HELD = ['鹭栖县教育局', '鹭栖县财政局'];
const [LATE, LOST] = ['砚州市文物局', '砚州市地震局'];
const WRONG = ['砚州市教育局', '砚州市公安局', '砚州市财政局', '砚州市水利局'];
const KEPT_WRONG = '砚州市水利局';

const figuresOf = (agency: string): Cells =>
  yearFigures([...MEMBERS, ...COUNTIES, ...HELD].indexOf(agency));
const DUE = `${YEAR + 1}-01-20`;

let db: TestDatabase;
let folder: string;

beforeAll(async () => {
  db = await createTestDatabase();
  await seedRegistry(db.database);
  folder = mkdtempSync(join(tmpdir(), 'nianbao-year-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.drop();
});
beforeEach(() => void vi.stubEnv('DATABASE_URL', db.url ?? ''));

const put = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const pages = Object.values(htmlLayouts);
const texts = [
  textLayouts['Markdown'],
  textLayouts['tabs, full grid'],
  textLayouts['drawn with │'],
];

/** Writes reports of members into a folder of files, of one format after the other. */
const documents = (
  name: string,
  on: string,
  members: readonly (readonly [string, Cells])[],
): string => {
  const into = join(folder, name);
  mkdirSync(into);
  const manifest = members.map(([agency, cells], i) => {
    const layout = i % 3 === 2 ? texts[i % texts.length] : undefined;
    const page = pages[i % pages.length] ?? ((): string => '');
    const file = `${i}.${layout ? 'txt' : 'html'}`;
    const text = layout
      ? yearText(agency, YEAR, cells, layout)
      : yearPage(agency, YEAR, cells, page);
    writeFileSync(join(into, file), text);
    const scope = COUNTIES.includes(agency) ? 'REGION_CONSOLIDATED' : 'ORGAN';
    return `${file},${agency},${scope},${on}`;
  });
  writeFileSync(
    join(into, 'files.csv'),
    ['file,agency,scope,publishedOn', ...manifest, ''].join('\n'),
  );
  return into;
};

/** Files documents as `nianbao import` does, read in this process: outcomes by kind. */
const handIn = async (
  into: string,
  status: 'SUBMITTED' | 'PUBLISHED' = 'SUBMITTED',
): Promise<Record<string, number>> => {
  const entries = parseManifest(readFileSync(join(into, 'files.csv'), 'utf8'));
  const kinds: Record<string, number> = {};
  for (const [file, entry] of entries) {
    const outcome = await importDocument(
      ...([
        db.database,
        { findOrCreateAgency },
        readFileSync(join(into, file)),
        file,
        entry,
      ] as const),
      { read: ingest, status, createAgencies: false },
    );
    kinds[outcome.kind] = (kinds[outcome.kind] ?? 0) + 1;
  }
  return kinds;
};

const decide = (status: string, agencies: readonly string[]) =>
  db.database.query(
    `update report set status = $1 from agency a
     where a.id = report.agency_id and report.is_newest and a.name = any($2::text[])`,
    [status, agencies],
  );

const ADDED_UP = [...MEMBERS, ...COUNTIES];
const sumOf = (key: string, agencies: readonly string[]): number =>
  agencies.reduce((sum, agency) => sum + Number(figuresOf(agency).get(key)), 0);

const consolidated = async (): Promise<string> => {
  const [line] = await db.database.query<{ id: string }>(
    `select report_id as id from consolidation order by report_id desc limit 1`,
  );
  return line?.id ?? '';
};

describe('the year of an office', { timeout: 300_000 }, () => {
  it('begins with the agencies and the roster', async () => {
    expect(ADDED_UP).toHaveLength(60);
    const list = put('agencies.csv', ['name', ...ADDED_UP, ...HELD, ''].join('\n'));
    expect((await runCli('agencies', 'import', list)).out).toContain('62 agencies made');
    const made = await runCli(
      'roster',
      'make',
      CITY,
      String(YEAR),
      '--from',
      'AGENCIES',
      '--departments-by',
      DUE,
    );
    expect(made.out).toContain('The roster has 60 members');
    const roster = await runCli('roster', 'export', CITY, String(YEAR));
    const file = put(
      'roster.csv',
      `${roster.out.trim()}\n${HELD.map((name) => `${name},,,ORGAN,,\n`).join('')}`,
    );
    const read = await runCli('roster', 'import', CITY, String(YEAR), file);
    expect(read.out).toContain('62 members, 2 of them held by another’s consolidated report');
  });

  it('collects reports in several formats, some of them wrong, and knows who is missing', async () => {
    const members = [...ADDED_UP, ...HELD].filter((name) => name !== LATE && name !== LOST);
    const wrong = (name: string, cells: Cells): Cells =>
      WRONG.includes(name) ? withOneMore(cells, 'REQUESTS/GRANTED/total') : cells;
    const into = documents(
      'first',
      '2025-01-15',
      members.map((name) => [name, wrong(name, figuresOf(name))] as const),
    );
    expect(await handIn(into)).toEqual({ CREATED: 60 });
    const missing = await runCli('missing', CITY, String(YEAR));
    expect(missing.status).toBe(1);
    expect(missing.out).toContain(`${LATE} (ORGAN): due ${DUE}`);
    expect(missing.out).toMatch(/62 expected: 2 missing, 60 submitted,.* 2 late\./);
  });

  it('writes reminders and sends wrong reports back with what is wrong in them', async () => {
    const terms = ['--answer-by', '2025-02-10', '--signed-by', '砚州市政务公开办公室'];
    const letters = async (kind: string) => {
      const file = join(folder, `${kind}.zip`);
      const { out } = await runCli(
        'letters',
        CITY,
        String(YEAR),
        '--kind',
        kind,
        ...terms,
        '--output',
        file,
      );
      const archive = await openArchive(readFileSync(file));
      return { out, archive };
    };
    expect((await letters('REMINDER')).out).toContain('2 letters written');
    const back = await letters('RETURN');
    expect(back.out).toContain('4 letters written');
    const name = back.archive.names.find(
      (entry) => entry.includes(WRONG[0] ?? '') && entry.endsWith('.docx'),
    );
    const word = await back.archive.read(name ?? '');
    const { value } = await extractRawText({ buffer: Buffer.from(word ?? []) });
    expect(value).toContain('退回通知');
    expect(value).toMatch(/关系两边：\d+ 与 \d+，相差 -?1/);
    expect(value).toMatch(/建议：.*予以公开.*应为 \d+/);
    expect(value).toContain('2025年2月10日');
    await decide('RETURNED', WRONG);
    expect((await runCli('missing', CITY, String(YEAR))).out).toContain('4 returned');
  });

  it('takes resubmissions, and one error that is explained in public', async () => {
    const mended = WRONG.filter((name) => name !== KEPT_WRONG);
    const again = documents(
      'again',
      '2025-02-05',
      [...mended, LATE].map((name) => [name, figuresOf(name)] as const),
    );
    expect(await handIn(again)).toEqual({ CREATED: 1, REVISED: 3 });
    const [finding] = await db.database.query<{ id: string }>(
      `select f.id from finding f join report r on r.id = f.report_id join agency a on a.id = r.agency_id
       where a.name = $1 and f.severity = 'ERROR' and f.check_code like 'A%'`,
      [KEPT_WRONG],
    );
    const explained = await explainFinding(db.database, {
      ...{
        findingId: finding?.id ?? '',
        dismiss: true,
        by: '王科长',
        why: '该件于年末更正，附说明。',
      },
    });
    expect(explained.kind).toBe('EXPLAINED');
    await decide('ACCEPTED', [...ADDED_UP, ...HELD]);
    const { out } = await runCli('missing', CITY, String(YEAR));
    expect(out).toContain(
      '62 expected: 1 missing, 0 submitted, 0 returned, 61 accepted, 0 published; 2 late.',
    );
  });

  const consolidate = (...more: string[]) =>
    runCli('consolidate', CITY, String(YEAR), '--by', '李主任', '--why', '年度汇总', ...more);

  it('adds nothing up while a member is missing or fails', async () => {
    const { status, out } = await consolidate();
    expect(status).toBe(1);
    expect(out).toContain(`${LOST}: no accepted or published report`);
    expect(out).toMatch(new RegExp(`${KEPT_WRONG}: fails A1`));
    expect(out).toContain('Not added up: 2 members');
    expect(await consolidated()).toBe('');
  });

  it('adds the members up with reasons on record, each once', async () => {
    const { status, out } = await consolidate(
      ...['--override', `${LOST}=机构撤销，无数据`, '--override', `${KEPT_WRONG}=差一件已说明`],
    );
    expect(out).toContain('Added up: 59 members, 2 overridden, revision 1');
    expect(status).toBe(0);
    const id = await consolidated();
    const form = await loadForm(db.database, id);
    const present = ADDED_UP.filter((name) => name !== LOST);
    for (const { value, ...cell } of form.cells) {
      const extra = addressKey(cell) === 'REQUESTS/GRANTED/total' ? 1 : 0;
      expect([addressKey(cell), Number(value)]).toEqual([
        addressKey(cell),
        sumOf(addressKey(cell), present) + extra,
      ]);
    }
    expect(form.statements.find((s) => s.metric === 'CHANNEL_ONLINE')?.value).toBe('59');
    const overrides = await db.database.query(
      `select a.name, o.problem, o.reason, o.author from consolidation_override o join agency a on a.id = o.agency_id
       order by o.problem`,
    );
    expect(overrides).toEqual([
      { name: KEPT_WRONG, problem: 'FAILS_CHECKS', reason: '差一件已说明', author: '李主任' },
      { name: LOST, problem: 'MISSING', reason: '机构撤销，无数据', author: '李主任' },
    ]);
    const [report] = await db.database.query('select status, scope from report where id = $1', [
      id,
    ]);
    expect(report).toEqual({ status: 'DRAFT', scope: 'REGION_CONSOLIDATED' });
    expect(
      (
        await consolidate(
          '--override',
          `${LOST}=机构撤销，无数据`,
          '--override',
          `${KEPT_WRONG}=差一件已说明`,
        )
      ).out,
    ).toContain('The same as before');
  });

  it('says which cells a later change of a member moves, and adds up anew', async () => {
    expect((await consolidate('--check')).out).toContain('Nothing has changed since');
    const mended = documents('mended', '2025-03-01', [[KEPT_WRONG, figuresOf(KEPT_WRONG)]]);
    expect(await handIn(mended)).toEqual({ REVISED: 1 });
    expect((await consolidate('--check')).out).toContain('Nothing has changed since');
    await decide('ACCEPTED', [KEPT_WRONG]);
    const changed = await consolidate('--check');
    expect(changed.status).toBe(1);
    expect(changed.out).toContain(`Changed since: ${KEPT_WRONG}; 1 cells move.`);
    const sum = sumOf('REQUESTS/GRANTED/total', ADDED_UP) - sumOf('REQUESTS/GRANTED/total', [LOST]);
    expect(changed.out).toContain(`${sum + 1} → ${sum}`);
    expect((await consolidate('--override', `${LOST}=机构撤销，无数据`)).out).toContain(
      'revision 2',
    );
    const answer = await data(
      db.database,
      `{ consolidation(region: "${CITY}", year: ${YEAR}) { coverage { expected } missing { totalCount } } }`,
    );
    expect(answer.consolidation).toEqual({
      coverage: { expected: 60 },
      missing: { totalCount: 60 },
    });
  });

  it('compares with the published total and names the member that it left out', async () => {
    const left = '砚州市公安局';
    const counted = ADDED_UP.filter((name) => name !== LOST && name !== left);
    const cells: Cells = new Map(
      [...yearFigures(0).keys()].map((key) => [key, String(sumOf(key, counted))]),
    );
    const page = yearPage('砚州市人民政府', YEAR, cells, pages[0] ?? ((): string => ''));
    put('published.html', page);
    put('files.csv', 'file,agency,scope\npublished.html,砚州市人民政府,REGION_CONSOLIDATED\n');
    expect(await handIn(folder, 'PUBLISHED')).toEqual({ REVISED: 1 });
    const findings = await db.database.query<{
      check_code: string;
      message_zh: string;
      cause: string;
    }>(
      `select f.check_code, f.message_zh, f.cause from finding f join report r on r.id = f.report_id
       where r.is_current and r.scope = 'REGION_CONSOLIDATED' and f.check_code ~ '^C[126]'`,
    );
    expect(findings).toEqual([
      expect.objectContaining({ check_code: 'C2', cause: 'MEMBER_LEFT_OUT' }),
    ]);
    expect(findings[0]?.message_zh).toContain(left);
  });

  it('is exported, and read again without a difference', async () => {
    const id = await consolidated();
    const form = await loadForm(db.database, id);
    const report = {
      ...{ id, agency: '砚州市人民政府', agencyId: '1', regionCode: CITY, year: YEAR, revision: 2 },
      ...{ scope: 'REGION_CONSOLIDATED' as const, form, findings: [] },
    };
    const cells = new Map(form.cells.map((cell) => [addressKey(cell), cell.value]));
    for (const format of ['xlsx', 'docx', 'html', 'csv'] as const) {
      const again = await ingest(await reportFile(report, format), `consolidated.${format}`);
      expect(new Map(again.cells.map((cell) => [addressKey(cell), cell.value]))).toEqual(cells);
      expect([again.agency, again.year]).toEqual(['砚州市人民政府', YEAR]);
    }
  });
});
