import { sightOf, type Sight } from '../accounts/sight.js';
import type { Database } from '../entities/database.js';
import { maskPersonalData } from '../format/personal-data.js';
import { HOLDS_PERSONAL_DATA } from '../rollup/personal-data-of-source.js';
import { isDatabaseId, readGlobalId } from '../schema/global-id.js';
import type { Originals } from '../rollup/originals.js';
import { sightCondition } from '../rollup/sight-condition.js';
import { SqlParams } from '../rollup/sql-params.js';
import { apiError } from './errors.js';
import type { SourceFile } from './source-file.js';

const sql = (id: string, seen: string): string => `
  select source_document.file_name, source_document.media_type, source_document.bytes,
    ${HOLDS_PERSONAL_DATA} as personal_data
  from report
  join source_document on source_document.id = report.source_document_id
  where report.id = ${id} and (report.status = 'PUBLISHED' or ${seen})`;

interface Row {
  file_name: string;
  media_type: string;
  bytes: Buffer;
  personal_data: boolean;
}

/**
 * The stored original of a report that is public or within the sight, by the id that the API gives the report. Null where
 * there is none, and also where it may not be seen: the two are not to be told apart. A document with personal data is
 * given to whom `originals` allows it, after the look is on record.
 * @throws ApiError PERSONAL_DATA for everyone else
 */
export async function findSource(
  database: Database,
  reportId: string,
  originals: Originals | null = null,
  sight: Sight = sightOf(null),
): Promise<SourceFile | null> {
  const id = readGlobalId(reportId);
  if (id?.type !== 'Report' || !isDatabaseId(id.key)) return null;
  const params = new SqlParams();
  const statement = sql(params.add(id.key), sightCondition(sight, params));
  const [row] = await database.query<Row>(statement, params.values);
  if (!row) return null;
  const { file_name: fileName, media_type: mediaType, bytes } = row;
  if (!row.personal_data) return { fileName: maskPersonalData(fileName), mediaType, bytes };
  const allowed = await originals?.allowed(database, [id.key]);
  if (!allowed?.has(id.key)) throw apiError('PERSONAL_DATA', RESTRICTED);
  await originals?.record(database, [id.key]);
  return { fileName, mediaType, bytes };
}

const RESTRICTED =
  'The document holds personal data; its original is for reviewers alone. The report itself is public, with these data masked.';
