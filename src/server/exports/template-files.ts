import type { FastifyInstance } from 'fastify';
import type { Database } from '../../entities/database.js';
import { mediaTypes } from '../../export/report-file.js';
import { templateQuestion } from '../../export/template/template-question.js';
import { templateXlsx } from '../../export/template/template-xlsx.js';
import { isYear } from '../../filing/document-of.js';
import { isDatabaseId, readGlobalId } from '../../schema/global-id.js';
import { apiError } from '../errors.js';
import { attachment } from '../source-file.js';
import type { Turns } from './turns.js';

/** GET /template.xlsx?year=2024&agency=<id>: the workbook that an agency fills in; without an agency anybody's. */
export function addTemplateFiles(
  app: FastifyInstance,
  database: () => Database,
  turns: Turns,
): void {
  app.get<{ Querystring: Record<string, unknown> }>('/template.xlsx', async (request, reply) => {
    const { year: asked, agency } = request.query;
    const year = Number(asked);
    if (typeof asked !== 'string' || !isYear(year)) {
      throw apiError('BAD_USER_INPUT', 'year is needed, e.g. year=2024.');
    }
    return turns.take(async () => {
      const question =
        agency === undefined
          ? { agency: null, year, carriedOut: new Map<string, string>() }
          : await templateQuestion(database(), agencyKey(agency), year);
      if (!question) throw apiError('NOT_FOUND', 'There is no such agency.');
      return reply
        .header('content-type', mediaTypes.xlsx)
        .header(
          'content-disposition',
          attachment(`${question.agency ?? ''}${year}年年报填报表.xlsx`),
        )
        .header('cache-control', 'no-cache')
        .send(await templateXlsx(question));
    });
  });
}

const agencyKey = (id: unknown): string => {
  const named = typeof id === 'string' ? readGlobalId(id) : null;
  return named?.type === 'Agency' && isDatabaseId(named.key) ? named.key : '0';
};
