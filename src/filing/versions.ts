/**
 * Versions of reader and rules as reports remember them, so that one can tell which were read or judged by an older
 * program. They move with a release: READER_VERSION where it reads a cell, fact, section or statement of some document
 * otherwise than the release before, RULES_VERSION where a check comes to another result or another sentence. Between
 * releases they stand. Databases of the older release then show these reports as stale, and `nianbao reread` and
 * `nianbao recheck` tell the difference before they apply it.
 */
export const READER_VERSION = '2';
export const RULES_VERSION = '1';

/** In place of the reader's version: a person typed the report in, no reader did. */
export const TYPED_IN = 'TYPED_IN';
