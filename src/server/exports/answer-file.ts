import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '../source-file.js';

/** A file made for one answer. */
export interface MadeFile {
  fileName: string;
  mediaType: string;
  /** Strong validator of its content, without quotes. */
  version: string;
  make: () => Promise<Buffer>;
}

/** A page of ours that stands alone: its own style, nothing else. */
const PAGE_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Answers 304 where the client has the file already; else makes and sends it, pages to be shown, others to be saved. */
export async function answerFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: MadeFile,
): Promise<FastifyReply> {
  const tag = `"${file.version}"`;
  void reply.header('etag', tag).header('cache-control', 'no-cache');
  if (hasAlready(request.headers['if-none-match'], tag)) return reply.code(304).send();
  void reply
    .header('content-type', file.mediaType)
    .header('content-disposition', disposition(file))
    .header('content-security-policy', PAGE_POLICY);
  return reply.send(await file.make());
}

/** Sends a file as it is made. */
export const answerStream = (
  reply: FastifyReply,
  file: Pick<MadeFile, 'fileName' | 'mediaType'> & { stream: Readable },
): FastifyReply =>
  reply
    .header('content-type', file.mediaType)
    .header('content-disposition', disposition(file))
    .header('content-security-policy', PAGE_POLICY)
    .send(file.stream);

/** Weak comparison of RFC 9110: also what a proxy compressed is the same. */
export const hasAlready = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' ||
    header.split(',').some((given) => given.trim().replace(/^W\//, '') === tag));

const disposition = ({ fileName, mediaType }: Pick<MadeFile, 'fileName' | 'mediaType'>): string => {
  const saved = attachment(fileName);
  return mediaType.startsWith('text/html') ? saved.replace(/^attachment/, 'inline') : saved;
};
