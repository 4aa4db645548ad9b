import type { Database } from '../entities/database.js';
import { isDatabaseId, readGlobalId } from '../schema/global-id.js';
import type { SourceFile } from './source-file.js';

const sql = `
  select document.file_name, document.media_type, document.bytes
  from report
  join source_document document on document.id = report.source_document_id
  where report.id = $1 and report.status = 'PUBLISHED'`;

interface Row {
  file_name: string;
  media_type: string;
  bytes: Buffer;
}

/**
 * The stored original of a published report, by the id that the API gives the report. Null where there
 * is none, and also where it may not be seen: the two are not to be told apart.
 */
export async function findSource(database: Database, reportId: string): Promise<SourceFile | null> {
  const id = readGlobalId(reportId);
  if (id?.type !== 'Report' || !isDatabaseId(id.key)) return null;
  const [row] = await database.query<Row>(sql, [id.key]);
  if (!row) return null;
  return { fileName: row.file_name, mediaType: row.media_type, bytes: row.bytes };
}
