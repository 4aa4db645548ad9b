import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { LARGEST_FILE } from '../../ingest/limits.js';
import { apiError } from '../errors.js';

/** A file of a form, and what was written beside it. */
export interface Upload {
  fileName: string;
  bytes: Buffer;
  fields: ReadonlyMap<string, string>;
}

export const uploadLimits = {
  fileSize: LARGEST_FILE,
  files: 1,
  fields: 20,
  fieldNameSize: 100,
  fieldSize: 4_000,
  parts: 21,
  headerPairs: 50,
} as const;

/**
 * The one file of a multipart form with its fields, whichever comes first.
 * @throws BAD_REQUEST, FILE_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    throw apiError('UNSUPPORTED_MEDIA_TYPE', 'Send multipart/form-data with the document as file.');
  }
  const fields = new Map<string, string>();
  let file: { fileName: string; bytes: Buffer } | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { fileName: part.filename, bytes: await collected(part) };
    else fields.set(...textOf(part));
  }
  if (!file) throw apiError('BAD_REQUEST', 'The form has no file.');
  return { ...file, fields };
}

const collected = async ({ file }: Extract<Multipart, { type: 'file' }>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of file) chunks.push(chunk as Buffer);
  if (file.truncated) {
    const mib = LARGEST_FILE / 1024 / 1024;
    throw apiError('FILE_TOO_LARGE', `The file has more than ${mib} MiB.`);
  }
  return Buffer.concat(chunks);
};

const textOf = ({
  fieldname,
  value,
  valueTruncated,
}: Extract<Multipart, { type: 'field' }>): [string, string] => {
  if (typeof value !== 'string' || valueTruncated) {
    throw apiError('BAD_USER_INPUT', `The field ${fieldname} is no text that could be read.`);
  }
  return [fieldname, value];
};
