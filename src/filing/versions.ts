/**
 * Versions of reader and rules as reports remember them, so that one can tell which were read or judged by an older
 * program. Raise one when reading or checking the same document comes to another result.
 */
export const READER_VERSION = '1';
export const RULES_VERSION = '1';

/** In place of the reader's version: a person typed the report in, no reader did. */
export const TYPED_IN = 'TYPED_IN';
