import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { globalId, isDatabaseId, nodeTypes, readGlobalId } from '../../src/schema/global-id.js';

describe('the id of a node', () => {
  it('names its type and key again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...nodeTypes),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (type, key) => {
          expect(readGlobalId(globalId(type, key))).toEqual({ type, key });
        },
      ),
    );
  });

  it('is read in one spelling alone, and never fails', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readGlobalId(text);
        if (read) expect(globalId(read.type, read.key)).toBe(text);
      }),
    );
    expect(readGlobalId(`${globalId('Agency', '1')}=`)).toBeNull();
    expect(readGlobalId(Buffer.from('Person:1').toString('base64url'))).toBeNull();
    expect(readGlobalId(Buffer.from('Agency:').toString('base64url'))).toBeNull();
    expect(readGlobalId('')).toBeNull();
  });

  it('holds a number that the database can look for', () => {
    expect(isDatabaseId('1')).toBe(true);
    expect(isDatabaseId('9223372036854775807')).toBe(true);
    for (const key of ['9223372036854775808', '0', '-1', '01', '1.0', '１', '', '1 ']) {
      expect(isDatabaseId(key)).toBe(false);
    }
  });
});
