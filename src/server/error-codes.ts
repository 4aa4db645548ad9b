/** How one error code is answered. */
export interface ErrorAnswer {
  /** HTTP status of an answer that has this error and no data. */
  readonly status: number;
  /** Seconds of the Retry-After header, where trying again helps. */
  readonly retryAfter?: number;
  /** The message clients get in place of the original one, where that could tell inner matters. */
  readonly message?: string;
  /** What it means, for docs/errors.md. */
  readonly meaning: string;
}

function refused(status: number, meaning: string): ErrorAnswer {
  return { status, meaning };
}

/** A fault of the service: its original message goes to the log alone. */
function fault(status: number, message: string, meaning: string, retryAfter?: number): ErrorAnswer {
  return { status, message, meaning, ...(retryAfter === undefined ? {} : { retryAfter }) };
}

/** Every code an answer of the server can carry in `extensions.code`. */
export const errorCodes = {
  GRAPHQL_PARSE_FAILED: refused(400, 'The query is not GraphQL; the message says where.'),
  GRAPHQL_VALIDATION_FAILED: refused(400, 'The query asks for something the schema does not have.'),
  BAD_USER_INPUT: refused(
    400,
    'An argument or variable has a value that cannot be used; the message names it.',
  ),
  BAD_REQUEST: refused(400, 'The HTTP request is malformed, or its body is no GraphQL request.'),
  OPERATION_RESOLUTION_FAILURE: refused(
    400,
    'The document has several operations and `operationName` picks none of them.',
  ),
  QUERY_TOO_DEEP: refused(400, 'Fields are nested deeper than MAX_DEPTH.'),
  QUERY_TOO_COMPLEX: refused(
    400,
    'The query passes a limit of size: tokens, selections, aliases, directives, operations, or objects of the answer.',
  ),
  PERSISTED_QUERY_NOT_SUPPORTED: refused(
    400,
    'The request names a persisted query; send the query itself.',
  ),
  UNAUTHENTICATED: refused(401, 'Sign in first, or again.'),
  FORBIDDEN: refused(403, 'The caller may not see or do this.'),
  PERSONAL_DATA: refused(
    403,
    'The original document holds personal data; it is for reviewers of its agency alone.',
  ),
  NOT_FOUND: refused(404, 'There is nothing at this address.'),
  METHOD_NOT_ALLOWED: refused(
    405,
    'The address knows other methods; the `Allow` header names them.',
  ),
  NOT_ACCEPTABLE: refused(406, 'The `Accept` header allows neither form of a GraphQL answer.'),
  CONFLICT: refused(409, 'It exists already, or has changed since it was read.'),
  PAYLOAD_TOO_LARGE: refused(413, 'The body is larger than MAX_BODY_BYTES.'),
  URI_TOO_LONG: refused(414, 'The address is longer than the server reads.'),
  UNSUPPORTED_MEDIA_TYPE: refused(415, 'Send `application/json` in UTF-8 and without compression.'),
  RATE_LIMITED: { ...refused(429, 'Too many requests from one client.'), retryAfter: 1 },
  INTERNAL_SERVER_ERROR: fault(
    500,
    'Internal server error',
    'A fault of the server. The log has it under the `requestId` that the answer gives.',
  ),
  OVERLOADED: fault(
    503,
    'The server is busy, try again.',
    'MAX_UNDER_WAY requests or several of the largest are under way, or all connections to the database are taken.',
    1,
  ),
  IDENTITY_PROVIDER_UNAVAILABLE: fault(
    503,
    'The identity provider does not answer, try again.',
    'The OpenID Connect provider cannot be reached, or is not the one of OIDC_ISSUER.',
    5,
  ),
  DATABASE_UNAVAILABLE: fault(
    503,
    'The database is not available, try again.',
    'The database is being prepared or cannot be reached.',
    1,
  ),
  READ_ONLY: fault(
    503,
    'The database takes no changes now, try again.',
    'The database is read-only at the moment, as during a failover.',
    5,
  ),
  QUERY_TIMEOUT: fault(
    504,
    'The query took too long; ask for less.',
    'The database did not finish in time; a narrower filter helps.',
  ),
  EMPTY_FILE: refused(422, 'The file has no content.'),
  NOT_A_REPORT: refused(422, 'The file is readable, but is no annual report.'),
  CORRUPT_FILE: refused(422, 'The file is damaged.'),
  TRUNCATED_FILE: refused(422, 'The file ends too early.'),
  ENCRYPTED_FILE: refused(422, 'The file needs a password.'),
  ARCHIVE_BOMB: refused(422, 'The file unpacks to more than the server takes.'),
  ARCHIVE_AMBIGUOUS: refused(422, 'The file holds two parts of the same name.'),
  XML_DTD_FORBIDDEN: refused(422, 'A part of the file declares a document type.'),
  NESTING_TOO_DEEP: refused(422, 'Elements of the file are nested too deeply.'),
  TABLE_TOO_LARGE: refused(422, 'A table of the file is larger than any report.'),
  ENCODING_UNKNOWN: refused(422, 'The character encoding of the file is not known.'),
  ENCODING_DAMAGED: refused(422, 'The file has bytes that are no text in its encoding.'),
  NO_TEXT_LAYER: refused(422, 'The PDF is a scan without text.'),
  UNSUPPORTED_LEGACY_FORMAT: refused(422, 'An old binary format; save the file in a newer one.'),
  FILE_UNREADABLE: refused(422, 'The file could not be read from its folder.'),
  NOT_A_FILE: refused(422, 'The path is a folder or a device.'),
  FILE_NOT_FOUND: refused(422, 'There is no file at the path.'),
  PARSE_TIMEOUT: refused(422, 'Reading the file took too long.'),
  PARSE_MEMORY: refused(422, 'Reading the file took too much memory.'),
  PARSE_FAILED: refused(422, 'The reader failed on the file.'),
  YEAR_UNKNOWN: refused(422, 'Neither the document nor the request tells the year of the report.'),
  AGENCY_UNKNOWN: refused(422, 'Neither the document nor the request tells the agency.'),
  AGENCY_NOT_ON_ROSTER: refused(422, 'The agency that the document names is not known.'),
  AGENCY_DIFFERS: refused(
    422,
    'The document is the report of another agency than it was sent for.',
  ),
  LEADER_REQUIRED: refused(422, 'The leader in charge (分管领导) is no name that could be kept.'),
  AUTHOR_REQUIRED: refused(422, 'The account has no name that could be shown.'),
  NOT_NEWEST: refused(409, 'A newer revision of the report has been handed in.'),
  NOT_ALLOWED: refused(403, 'The role does not reach the agency of the report.'),
  TEXT_UNSTORABLE: refused(422, 'A text of the document cannot be stored.'),
  FILE_TOO_LARGE: refused(413, 'The file is larger than the server takes.'),
  UNSUPPORTED_FORMAT: refused(415, 'The format of the file is not among those that can be read.'),
} as const satisfies Record<string, ErrorAnswer>;

export type ErrorCode = keyof typeof errorCodes;

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errorCodes, code);
}

/** How the code is answered. */
export function answerOf(code: ErrorCode): ErrorAnswer {
  return errorCodes[code];
}
