import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { audit } from '../../accounts/audit-log.js';
import { decide, EVERYWHERE } from '../../accounts/policy.js';
import { queriesOf } from '../../accounts/queries.js';
import { regionSubjects } from '../../accounts/subjects.js';
import type { SignedIn } from '../../accounts/viewer.js';
import type { Database } from '../../entities/database.js';
import { lettersZip } from '../../export/letters/letters-zip.js';
import { isDate, isYear } from '../../filing/document-of.js';
import { isPlainText } from '../../schema/inputs/plain-text.js';
import { officeDay } from '../../registry/roster/calendar.js';
import { letterFacts, type LetterKind } from '../../rollup/members/letter-facts.js';
import { rosterOf } from '../../rollup/members/progress.js';
import { authenticate, viewerOf, type FindViewer } from '../auth.js';
import { apiError } from '../errors.js';
import { requireJson } from '../request-body.js';
import { answerStream } from './answer-file.js';

/** What letters are asked for. */
interface LettersQuestion {
  region: string;
  year: number;
  kind: LetterKind;
  /** ISO date by which members answer. */
  answerBy: string;
  /** The office that signs. */
  signedBy: string;
}

/**
 * POST /letters: every send-back letter or reminder that is due, one a member as DOCX and text, in one archive. It is in
 * the audit log; what is wrong with a member's report is not public.
 */
export function addLetters(
  app: FastifyInstance,
  database: () => Database,
  findViewer: FindViewer,
): void {
  app.route({
    method: 'POST',
    url: '/letters',
    onRequest: (request, _, done) => {
      requireJson(request);
      done();
    },
    handler: async (request, reply) => {
      await authenticate(request, findViewer);
      const question = questionOf(request.body);
      const db = database();
      const viewer = await demandSender(db, request, question.region);
      if (!(await rosterOf(db, question))) {
        throw apiError('NOT_FOUND', `There is no roster of ${question.region} for this year.`);
      }
      await noteLetters(db, viewer, request, question);
      const { kind, answerBy, signedBy, year, region } = question;
      const day = officeDay(new Date());
      const facts = letterFacts(db, question, day, kind);
      const { stream } = lettersZip(facts, { day, answerBy, signedBy });
      const name = kind === 'RETURN' ? '退回通知' : '催报通知';
      return answerStream(reply, {
        fileName: `${name}-${region}-${year}.zip`,
        mediaType: 'application/zip',
        stream: Readable.from(stream, { objectMode: false }),
      });
    },
  });
}

async function demandSender(
  db: Database,
  request: FastifyRequest,
  region: string,
): Promise<SignedIn> {
  const viewer = viewerOf(request);
  if (!viewer) throw apiError('UNAUTHENTICATED', 'Sign in first.');
  const subject = (await regionSubjects(queriesOf(db), [region])).get(region) ?? EVERYWHERE;
  if (decide(viewer, 'SEND_LETTERS', subject).allowed) return viewer;
  throw apiError('FORBIDDEN', 'Your role does not reach there.');
}

const noteLetters = (
  db: Database,
  viewer: SignedIn,
  request: FastifyRequest,
  { region, year, ...after }: LettersQuestion,
): Promise<void> =>
  db.transaction((manager) =>
    audit(manager, {
      ...{ author: viewer.displayName, act: 'SEND_LETTERS', reason: null, before: null },
      ...{ subject: `roster:${region}/${year}`, after },
      actor: { accountId: viewer.accountId, address: request.ip },
    }),
  );

function questionOf(body: unknown): LettersQuestion {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const { region, year, kind, answerBy, signedBy } = given;
  if (typeof region !== 'string' || !/^(\d{6}|\d{9})$/.test(region)) throw bad('region');
  if (typeof year !== 'number' || !isYear(year)) throw bad('year');
  if (kind !== 'RETURN' && kind !== 'REMINDER') throw bad('kind');
  if (typeof answerBy !== 'string' || !isDate(answerBy)) throw bad('answerBy');
  if (typeof signedBy !== 'string' || signedBy.trim() === '' || !isPlainText(signedBy)) {
    throw bad('signedBy');
  }
  return { region, year, kind, answerBy, signedBy };
}

const bad = (name: string) =>
  apiError(
    'BAD_USER_INPUT',
    `${name} cannot be used: send region, year, kind (RETURN or REMINDER), answerBy (YYYY-MM-DD) and signedBy.`,
  );
