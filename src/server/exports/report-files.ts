import type { FastifyInstance } from 'fastify';
import { sightOf } from '../../accounts/sight.js';
import type { Database } from '../../entities/database.js';
import {
  mediaTypes,
  reportFile,
  reportFileName,
  reportFormats,
  reportVersion,
} from '../../export/report-file.js';
import { exportedReport } from '../../export/report-record.js';
import { isDatabaseId, readGlobalId } from '../../schema/global-id.js';
import { authenticate, type FindViewer } from '../auth.js';
import { apiError } from '../errors.js';
import { answerFile } from './answer-file.js';
import type { Turns } from './turns.js';

const NOT_THERE = 'There is no published report of this id and format.';

/**
 * GET /reports/:id.xlsx, .docx, .html, .csv, .json: a report in the official layout that is public, or that the viewer
 * may see.
 */
export function addReportFiles(
  app: FastifyInstance,
  database: () => Database,
  turns: Turns,
  findViewer?: FindViewer,
): void {
  app.get<{ Params: { file: string } }>('/reports/:file', async (request, reply) => {
    const [name = '', extension] = request.params.file.split(/\.(?=[^.]*$)/);
    const format = reportFormats.find((known) => known === extension);
    const id = readGlobalId(name);
    if (!format || id?.type !== 'Report' || !isDatabaseId(id.key)) {
      throw apiError('NOT_FOUND', NOT_THERE);
    }
    const viewer = findViewer ? await authenticate(request, findViewer) : null;
    return turns.take(async () => {
      const report = await exportedReport(database(), id.key, sightOf(viewer));
      if (!report) throw apiError('NOT_FOUND', NOT_THERE);
      return answerFile(request, reply, {
        fileName: reportFileName(report, format),
        mediaType: mediaTypes[format],
        version: reportVersion(report, format),
        make: () => reportFile(report, format),
      });
    });
  });
}
