import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../../entities/database.js';
import { totalsFile, totalsFormats, type TotalsFormat } from '../../export/totals/totals-file.js';
import { totalsTable, type KeyNames, type TotalsTable } from '../../export/totals/totals-table.js';
import { mediaTypes } from '../../export/report-file.js';
import { totals } from '../../rollup/totals.js';
import type { ReportFilterInput, TotalGroup } from '../../rollup/shapes.js';
import { reportFilter } from '../../resolvers/filters.js';
import { globalId } from '../../schema/global-id.js';
import { createContext, type ApiContext } from '../../schema/context.js';
import { authenticate, viewerOf, type FindViewer } from '../auth.js';
import { apiError } from '../errors.js';
import type { ReadVersion } from '../remembered.js';
import { answerStream, hasAlready } from './answer-file.js';
import { formFormats, totalsLayout, type FormFormat } from './totals-layout.js';
import { totalsQuery, type TotalsQuery } from './totals-query.js';
import type { Turns } from './turns.js';

/** Groups of one file: they are of one moment, and so in memory together. */
const MOST_GROUPS = 5_000;

interface TotalsParts {
  database: () => Database;
  turns: Turns;
  findViewer?: FindViewer | undefined;
  /** A version of the data; without it files have no validator. */
  readVersion?: ReadVersion | undefined;
}

type Format = TotalsFormat | FormFormat;
const formats: readonly Format[] = [...new Set<Format>([...totalsFormats, ...formFormats])];

/**
 * GET /totals.xlsx, .csv, .html, .json with the filter of `totals`: a line a group. /totals.docx, and .xlsx and .html with
 * layout=FORM, are a single total in the official layout.
 */
export function addTotalsFiles(app: FastifyInstance, parts: TotalsParts): void {
  for (const format of formats) {
    app.get<{ Querystring: Record<string, unknown> }>(
      `/totals.${format}`,
      async (request, reply) => {
        if (parts.findViewer) await authenticate(request, parts.findViewer);
        const query = totalsQuery(request.query);
        const tag = await tagOf(request, format, parts);
        if (tag !== null) {
          void reply.header('etag', tag).header('cache-control', 'no-cache');
          if (hasAlready(request.headers['if-none-match'], tag)) return reply.code(304).send();
        }
        return parts.turns.take(async () => {
          const stream = await streamOf(parts.database(), query, format, request);
          const mediaType = mediaTypes[format];
          return answerStream(reply, { fileName: `totals.${format}`, mediaType, stream });
        });
      },
    );
  }
}

async function streamOf(
  database: Database,
  query: TotalsQuery,
  format: Format,
  request: FastifyRequest,
): Promise<Readable> {
  const context = createContext(database, { requestId: request.id, viewer: viewerOf(request) });
  const filter = await reportFilter(query.filter, context);
  const list = totalsFormats.find((known) => known === format);
  if (list && query.layout === 'LIST') {
    return totalsFile(await tableOf(query.groupBy, filter, context), list);
  }
  const drawn = formFormats.find((known) => known === format);
  if (!drawn) throw apiError('BAD_USER_INPUT', `layout=FORM is for ${formFormats.join(', ')}.`);
  return Readable.from([await totalsLayout(drawn, query, filter, context)]);
}

/** Of public files: what was asked, and of which data. */
async function tagOf(
  request: FastifyRequest,
  format: Format,
  { readVersion }: TotalsParts,
): Promise<string | null> {
  if (!readVersion || viewerOf(request)) return null;
  const said = JSON.stringify([format, request.query, await readVersion()]);
  return `"${createHash('sha256').update(said).digest('base64url')}"`;
}

async function tableOf(
  groupBy: TotalsQuery['groupBy'],
  filter: ReportFilterInput,
  context: ApiContext,
): Promise<TotalsTable> {
  const page = { first: MOST_GROUPS, after: null };
  const question = { filter, groupBy, orderBy: null };
  const { items, hasNextPage } = await totals(context.database, question, page);
  if (hasNextPage) {
    throw apiError(
      'BAD_USER_INPUT',
      `These are more than ${MOST_GROUPS} groups; ask for fewer regions or years at a time.`,
    );
  }
  const groups = items.map(({ node }) => node);
  const names = await namesOf(groups, context);
  return totalsTable(groupBy, filter, groups.map(withGlobalId), names);
}

/** Agencies under the id by which the API and `?agencies=` know them. */
const withGlobalId = (group: TotalGroup): TotalGroup => {
  const { agency } = group.key;
  if (agency == null) return group;
  return { ...group, key: { ...group.key, agency: globalId('Agency', agency) } };
};

async function namesOf(groups: readonly TotalGroup[], { loaders }: ApiContext): Promise<KeyNames> {
  const regions = groups.flatMap(({ key }) =>
    [key.province, key.prefecture, key.county, key.childRegion].flatMap((code) => code ?? []),
  );
  const agencies = groups.flatMap(({ key }) => key.agency ?? []);
  const names = new Map<string, string>();
  const keep = (code: string, name: string | undefined): void => void names.set(code, name ?? code);
  for (const region of await loaders.region.loadMany([...new Set(regions)])) {
    if (region && !(region instanceof Error)) keep(region.code, region.fullName);
  }
  const known = await loaders.agency.loadMany([...new Set(agencies)]);
  for (const agency of known) {
    if (agency && !(agency instanceof Error)) keep(globalId('Agency', agency.id), agency.name);
  }
  for (const { code, nameZh } of await loaders.sectors()) keep(code, nameZh);
  return {
    region: (code) => names.get(code) ?? code,
    sector: (code) => names.get(code) ?? code,
    agency: (id) => names.get(id) ?? id,
  };
}
