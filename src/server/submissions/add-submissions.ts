import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { decide, EVERYWHERE, grantsFor } from '../../accounts/policy.js';
import { agencySubjects } from '../../accounts/subjects.js';
import type { SignedIn } from '../../accounts/viewer.js';
import type { Database } from '../../entities/database.js';
import type { SubmissionTerms } from '../../filing/submission/submit.js';
import { submitDocument } from '../../filing/submission/submit-document.js';
import { documentsIn, isArchive, type DocumentFile } from '../../ingest/archive/documents-in.js';
import { IngestError } from '../../ingest/ingest-error.js';
import { LARGEST_FILE } from '../../ingest/limits.js';
import { ParserPool } from '../../ingest/pool.js';
import { findOrCreateAgency } from '../../registry/find-or-create-agency.js';
import { authenticate, viewerOf, type FindViewer } from '../auth.js';
import { isErrorCode } from '../error-codes.js';
import { apiError } from '../errors.js';
import { Turns } from '../exports/turns.js';
import { documentAnswer, type DocumentAnswer } from './answer.js';
import { submissionFields, type SubmissionFields } from './fields.js';
import { readUpload, uploadLimits } from './upload.js';

/** Uploads at once, each in memory as a whole. */
const MOST_AT_ONCE = 4;

/** A page of another site cannot send it with a form; programs that show a token need none. */
const OWN_HEADER = 'apollo-require-preflight';

/**
 * POST /reports: hands in a document, or an archive of documents, each filed for itself.
 * @param database the database, once it is open
 */
export function addSubmissions(
  app: FastifyInstance,
  database: () => Database,
  findViewer: FindViewer,
): void {
  const turns = new Turns(MOST_AT_ONCE);
  const pool = new ParserPool();
  app.addHook('onClose', () => pool.close());
  // Only these routes read multipart bodies.
  void app.register(async (inner) => {
    await inner.register(multipart, { limits: uploadLimits, throwFileSizeLimit: false });
    inner.post('/reports', { bodyLimit: LARGEST_FILE + 1_000_000 }, async (request, reply) => {
      const viewer = await submitterOf(request, findViewer);
      const answer = await turns.take(async () => {
        const { bytes, fileName, fields } = await readUpload(request);
        const given = submissionFields(fields);
        const terms = termsOf(given, viewer, request.ip);
        const handIn = (document: DocumentFile): Promise<DocumentAnswer> =>
          handInOne(database(), pool, document, given, terms);
        const documents = isArchive(bytes)
          ? await each(bytes, fileName, handIn)
          : [filed(await handIn({ bytes, file: fileName }))];
        return { dryRun: given.dryRun, documents };
      });
      return reply.header('cache-control', 'no-store').send(answer);
    });
  });
}

/** A single document that is refused is an error as any other; of an archive each has its own outcome. */
function filed(document: DocumentAnswer): DocumentAnswer {
  const { code, message = '' } = document;
  if (code === undefined) return document;
  throw apiError(isErrorCode(code) ? code : 'BAD_USER_INPUT', message);
}

/** @throws UNAUTHENTICATED, FORBIDDEN, BAD_REQUEST */
async function submitterOf(request: FastifyRequest, find: FindViewer): Promise<SignedIn> {
  await authenticate(request, find);
  const viewer = viewerOf(request);
  if (!viewer) throw apiError('UNAUTHENTICATED', 'Sign in first.');
  const { authorization, [OWN_HEADER]: own } = request.headers;
  if (authorization === undefined && own === undefined) {
    throw apiError('BAD_REQUEST', `Send the header ${OWN_HEADER} as well.`);
  }
  if (grantsFor(viewer, 'SUBMIT').length === 0) {
    throw apiError('FORBIDDEN', 'None of your roles allows this.');
  }
  return viewer;
}

const termsOf = (
  { agencyId, responsibleLeader, dryRun }: SubmissionFields,
  viewer: SignedIn,
  address: string,
): SubmissionTerms => ({
  ...{ agencyId: agencyId ?? ownAgency(viewer), responsibleLeader, dryRun },
  by: viewer.displayName,
  actor: { accountId: viewer.accountId, address },
  mayFileFor: async (manager, agency) => {
    const subject = (await agencySubjects(manager, [agency])).get(agency) ?? EVERYWHERE;
    return decide(viewer, 'SUBMIT', subject).allowed;
  },
});

/** Who may file for one agency alone need not name it. */
const ownAgency = (viewer: SignedIn): string | null => {
  const grants = grantsFor(viewer, 'SUBMIT');
  return grants.length === 1 ? (grants[0]?.agencyId ?? null) : null;
};

async function each(
  bytes: Uint8Array,
  fileName: string,
  handIn: (document: DocumentFile) => Promise<DocumentAnswer>,
): Promise<DocumentAnswer[]> {
  const answers: DocumentAnswer[] = [];
  try {
    for await (const document of documentsIn(bytes, fileName)) answers.push(await handIn(document));
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    throw apiError(error.code, error.message);
  }
  return answers;
}

async function handInOne(
  database: Database,
  pool: ParserPool,
  document: DocumentFile,
  { manifest }: SubmissionFields,
  terms: SubmissionTerms,
): Promise<DocumentAnswer> {
  const { file } = document;
  if ('error' in document) {
    const { code, message } = document.error;
    return documentAnswer(file, { kind: 'REFUSED', code, message });
  }
  const handedIn = { bytes: document.bytes, fileName: file, manifest };
  const read = (bytes: Uint8Array, name: string) => pool.read(bytes, name);
  const registry = { findOrCreateAgency };
  return documentAnswer(file, await submitDocument(database, registry, handedIn, terms, read));
}
