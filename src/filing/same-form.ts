import { isDeepStrictEqual } from 'node:util';
import type { FilledForm } from '../format/report.js';

/** True where two forms say the same, one of which may have been stored and loaded. */
export const sameForm = (a: FilledForm, b: FilledForm): boolean =>
  isDeepStrictEqual(plain(a), plain(b));

/** As JSON keeps it: without fields that are undefined. */
const plain = (form: FilledForm): unknown => JSON.parse(JSON.stringify(form));
