import type { FastifyInstance } from 'fastify';
import type { Viewer } from '../accounts/viewer.js';
import { authenticate, type FindViewer } from './auth.js';
import { apiError } from './errors.js';
import { documentPolicy } from './security-headers.js';

/** The stored original of a report. */
export interface SourceFile {
  /** As the publisher named it: data, not a path. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Finds the original of a report by the opaque id of the API; null where there is none that the viewer may see. */
export type SourceLookup = (
  reportId: string,
  viewer: Viewer,
  address: string | null,
) => Promise<SourceFile | null>;

/** RFC 6266 value that saves the file under its own name, which RFC 8187 spells in percent signs. */
export function attachment(fileName: string): string {
  const name = fileName
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu, '_')
    .slice(-200);
  const ascii = name.replace(/[^\w.-]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}

/** Media types as stored; one that is not plainly such becomes bytes. */
function safeType(mediaType: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream';
}

/** GET /reports/:id/source: the stored bytes, to be saved, never shown. */
export function addSourceFiles(
  app: FastifyInstance,
  find: SourceLookup,
  findViewer?: FindViewer,
): void {
  app.get<{ Params: { id: string } }>('/reports/:id/source', async (request, reply) => {
    const viewer = findViewer ? await authenticate(request, findViewer) : null;
    const file = await find(request.params.id, viewer, request.ip);
    if (!file)
      throw apiError('NOT_FOUND', 'There is no published report with a source of this id.');
    return reply
      .header('content-type', safeType(file.mediaType))
      .header('content-disposition', attachment(file.fileName))
      .header('content-security-policy', documentPolicy)
      .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
  });
}
