/** What agencies and reports of the small country have beside their figures, as plain SQL. */
export const beside: readonly string[] = [
  `UPDATE agency SET province_code = region.province_code, prefecture_code = region.prefecture_code,
     county_code = region.county_code FROM region WHERE region.code = agency.region_code`,
  `UPDATE active_disclosure_row SET edition = 'E2019' WHERE report_id = 105`,
  `UPDATE report SET edition_active_disclosure = 'E2019' WHERE id = 105`,
  `UPDATE report SET edition_active_disclosure = 'E2021', edition_appeals = 'E2021',
     title = '周口市公安局2024年政府信息公开工作年度报告', published_on = '2025-01-20' WHERE id = 202`,
  // A blank 总计: the row counts with its stated columns.
  `UPDATE request_row SET total = NULL WHERE report_id = 107 AND "row" = 'GRANTED'`,
  `UPDATE agency SET unified_social_credit_code = '11411600006000001X' WHERE id = 2`,
  `INSERT INTO agency_alias VALUES (2, '周口公安', '周口公安'), (2, '100%_公安', '100%_公安')`,
  `INSERT INTO agency_lineage VALUES (11, 3, '2023-03-01', 'RENAMED')`,
  `INSERT INTO region (code, name, full_name, level, parent_code, province_code, prefecture_code, county_code,
     valid_until, search_name)
   VALUES ('411601', '旧县', '河南省周口市旧县', 'COUNTY', '411600', '410000', '411600', '411601', '2010-01-01', '旧县')`,
  `INSERT INTO region_successor VALUES ('411601', '411602')`,
  `INSERT INTO source_document (id, sha256, file_name, media_type, url, byte_length, bytes)
   VALUES (1, repeat('a', 64), '周口.html', 'text/html', 'https://example.org/zk.html', 2, 'ab')`,
  `UPDATE report SET source_document_id = 1 WHERE id = 202`,
  `INSERT INTO report_section VALUES (202, 1, '总体情况', '全年收到申请32件。'), (202, 6, '其他需要报告的事项', '无。')`,
  `INSERT INTO report_evidence (report_id, cells, check_results, block_editions, statements, facts)
   VALUES (202,
     '[{"table":"REQUESTS","row":"received","column":"naturalPerson","status":"READ","value":"32","raw":"32","locator":"table 2 row 3 column 2"},
       {"table":"APPEALS","row":"reconsideration","column":"upheld","status":"READ","value":"1","raw":"1","locator":"table 3 row 3 column 1"}]',
     '[{"check":"A1","status":"PASS","reason":null},
       {"check":"X1","status":"NOT_ASSESSABLE","reason":{"ZH":"没有上一年度的报告","EN":"There is no report of the year before"}}]',
     '{}',
     '[{"metric":"REQUESTS_RECEIVED","value":"32","sentence":"全年收到申请32件。"}]',
     '{}'),
    (107,
     '[{"table":"REQUESTS","row":"GRANTED","column":"total","status":"BLANK","value":null,"raw":"","locator":"table 2 row 5 column 8"}]',
     '[]', '{}', '[]', '{}')`,
  `INSERT INTO finding (id, report_id, ordinal, check_code, severity, message_zh, message_en, left_value, right_value,
     difference, breaks, cells, repair, fault, cause)
   VALUES
    (1, 106, 1, 'F1', 'WARNING', '提醒。', 'A warning.', NULL, NULL, NULL, '[]', '[]', '[]', NULL, NULL),
    (2, 107, 1, 'A2', 'ERROR', '总计空白。', 'The total is blank.', 1, 0, 1, '[]',
     '[{"table":"REQUESTS","row":"GRANTED","column":"total"}]',
     '[{"table":"REQUESTS","row":"GRANTED","column":"total","to":"1"}]', 'DOCUMENT', 'BLANK_FOR_ZERO'),
    (3, 107, 2, 'F1', 'INFO', '提示。', 'A note.', NULL, NULL, NULL, '[]', '[]', '[]', NULL, NULL)`,
  `UPDATE report SET info_count = 1 WHERE id = 107`,
];
