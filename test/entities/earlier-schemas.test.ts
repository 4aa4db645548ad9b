import { DataSource } from 'typeorm';
import { afterEach, describe, expect, it } from 'vitest';
import { Initials1765000000000 } from '../../migrations/1765000000000-initials.js';
import { migrations, migrationsTable } from '../../src/entities/data-source.js';
import { openDatabase } from '../../src/entities/database.js';
import { ensureSums } from '../../src/filing/kept/rebuild-sums.js';
import { verifySums } from '../../src/filing/kept/verify-sums.js';
import { seedRegistry } from '../../src/registry/seed-registry.js';
import { data } from '../support/api.js';
import { createTestUrl } from '../support/database.js';

/** A report with everything that the first schema knew; every later one has these columns as well, but for printed rows. */
const FIRST_DATA = [
  `insert into region (code, name, full_name, level, parent_code, province_code, fictional, search_name)
   values ('990000', '示例省', '示例省', 'PROVINCE', null, '990000', true, '示例省')`,
  `insert into agency (id, name, normalised_name, kind, level, region_code, consolidates_into, province_code)
   values (7, '示例省教育厅', '示例省教育厅', 'DEPARTMENT', 'PROVINCE', '990000', '990000', '990000')`,
  `insert into agency_alias (agency_id, alias, normalised) values (7, '示例省教委', '示例省教委')`,
  `insert into source_document (id, sha256, file_name, media_type, byte_length, bytes)
   values (3, repeat('a', 64), 'a.txt', 'text/plain', 5, 'hello')`,
  `insert into report (id, agency_id, year, scope, revision, status, is_newest, is_current, region_code, province_code,
     edition_requests, source_document_id, content_key, unstated_active_disclosure, unstated_requests,
     unstated_appeals, error_count, warning_count, info_count, reader_version, rules_version)
   values (1, 7, 2023, 'ORGAN', 1, 'PUBLISHED', true, false, '990000', '990000', 'E2021', 3, 'first', 0, 0, 0, 0, 0, 0, '1', '1'),
          (2, 7, 2024, 'ORGAN', 1, 'PUBLISHED', true, true, '990000', '990000', 'E2021', 3, 'second', 0, 0, 0, 1, 0, 0, '1', '1')`,
  `insert into report_evidence (report_id, cells, check_results, block_editions, statements, facts)
   select id, '[]', '[]', '{}', '[]', '{}' from report`,
  `insert into report_section (report_id, ordinal, heading, text) values (2, 1, '总体情况', '全年收到申请12件。')`,
  `insert into finding (report_id, ordinal, check_code, severity, message_zh, message_en, left_value, right_value,
     breaks, cells, repair) values (2, 0, 'A2', 'ERROR', '合计不符', 'does not add up', 5, 6, '[]', '[]', '[]')`,
];

/** Rows of its tables, in schemas with their year and in those without. */
const ROWS = [
  `insert into request_row select (jsonb_populate_recordset(null::request_row, $1)).*`,
  `insert into active_disclosure_row select (jsonb_populate_recordset(null::active_disclosure_row, $1)).*`,
] as const;
const ROW = { report_id: 2, year: 2024 };
const PRINTED = [
  [
    { ...ROW, ordinal: 0, row: 'received', natural_person: 12, total: 12 },
    { ...ROW, ordinal: 1, row: 'GRANTED', natural_person: 5 },
  ],
  [{ ...ROW, ordinal: 0, row: 'administrativeFeesWan', edition: 'E2021', amount_wan: 12.5 }],
];

const ASKED = `{ reports(filter: { regions: ["990000"] }) { nodes { year status
    agency { name aliases } requests { received { total } outcomes { outcome counts { naturalPerson } } }
    activeDisclosure { administrativeFeesWan }
    sections { text } findings { check { code } left right } source { fileName } } } }`;

describe('a database that an earlier version made', () => {
  let drop: () => Promise<void> = () => Promise.resolve();
  afterEach(() => drop());

  const levels = migrations.map((migration, i) => [i + 1, migration.name] as const);
  it.each(levels)(
    'with the first %i migrations, up to %s, keeps what it holds',
    { timeout: 60_000 },
    async (level) => {
      const made = await createTestUrl({ empty: true });
      drop = made.drop;
      const earlier = new DataSource({
        ...{ type: 'postgres', url: made.url, migrationsTableName: migrationsTable },
        migrations: migrations.slice(0, level),
      });
      await earlier.initialize();
      await earlier.runMigrations({ transaction: 'each' });
      for (const sql of FIRST_DATA) await earlier.query(sql);
      for (const [i, sql] of ROWS.entries()) {
        await earlier.query(sql, [JSON.stringify(PRINTED[i])]);
      }
      await earlier.destroy();
      const database = await openDatabase({ databaseUrl: made.url, dataDir: '' });
      try {
        await database.migrate();
        await seedRegistry(database);
        await ensureSums(database);
        const { reports } = await data(database, ASKED);
        expect(reports.nodes).toEqual([
          {
            ...{ year: 2024, status: 'PUBLISHED' },
            agency: { name: '示例省教育厅', aliases: ['示例省教委'] },
            requests: {
              received: { total: 12 },
              outcomes: expect.arrayContaining([
                { outcome: 'GRANTED', counts: { naturalPerson: 5 } },
              ]),
            },
            activeDisclosure: { administrativeFeesWan: '12.5' },
            sections: [{ text: '全年收到申请12件。' }],
            findings: [{ check: { code: 'A2' }, left: '5', right: '6' }],
            source: { fileName: 'a.txt' },
          },
        ]);
        expect(await verifySums(database)).toBeNull();
        const { totals } = await data(
          database,
          `{ totals(filter: { regions: ["990000"], years: [2024] }) { nodes { requests { received { total } } } } }`,
        );
        if (level <= migrations.indexOf(Initials1765000000000)) {
          const search = `{ agencies(filter: { search: "slsjw" }) { nodes { name } } }`;
          const { agencies } = await data(database, search);
          expect(agencies.nodes).toEqual([{ name: '示例省教育厅' }]);
        }
        expect(totals.nodes).toEqual([{ requests: { received: { total: 12 } } }]);
      } finally {
        await database.close();
      }
    },
  );
});
