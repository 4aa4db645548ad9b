import { describe, expect, it } from 'vitest';
import { membersOf } from '../../../src/ingest/archive/members.js';
import { openArchive } from '../../../src/ingest/archive/open-archive.js';
import { zip } from '../../support/office.js';

const names = async (bytes: Buffer) => {
  const found: string[] = [];
  for await (const member of membersOf(bytes)) {
    found.push('error' in member ? `${member.name} ${member.error.code}` : member.name);
  }
  return found;
};

describe('an archive', () => {
  it('gives its members by name, GBK names from Chinese Windows too, and passes over furniture', async () => {
    const gbk = Buffer.from([0xc4, 0xea, 0xb1, 0xa8, 0x2e, 0x74, 0x78, 0x74]);
    const bytes = zip([
      [gbk, '一'],
      ['子目录/报告.html', '二'],
      ['__MACOSX/._报告.html', 'x'],
      ['Thumbs.db', 'x'],
      ['空目录/', ''],
    ]);
    expect(await names(bytes)).toEqual(['年报.txt', '子目录/报告.html']);
  });

  it('with two parts of one name, letter case aside, is ambiguous', async () => {
    await expect(
      openArchive(
        zip([
          ['a.xml', '1'],
          ['A.xml', '2'],
        ]),
      ),
    ).rejects.toMatchObject({
      code: 'ARCHIVE_AMBIGUOUS',
      place: 'A.xml',
    });
  });

  it('whose part does not match its checksum loses that part alone', async () => {
    const bytes = zip([
      ['a.txt', 'abcdef'],
      ['b.txt', 'ok'],
    ]);
    const at = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bytes.writeUInt32LE(1, at + 16);
    expect(await names(bytes)).toEqual(['a.txt CORRUPT_FILE', 'b.txt']);
  });

  it('that unpacks to 300 times its size is a bomb, and little of it is unpacked', async () => {
    const bytes = zip([['zeros', Buffer.alloc(200 * 2 ** 20)]]);
    const before = process.memoryUsage().rss;
    await expect(names(bytes)).rejects.toMatchObject({ code: 'ARCHIVE_BOMB', place: 'zeros' });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
  });

  it('that lies about a part’s size is corrupt', async () => {
    const bytes = zip([['a.txt', 'abcdef']]);
    const at = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bytes.writeUInt32LE(3, at + 24);
    expect(await names(bytes)).toEqual(['a.txt CORRUPT_FILE']);
  });

  it('whose parts share bytes is a bomb', async () => {
    const bytes = zip([
      ['a.txt', 'abcdef'],
      ['b.txt', 'abcdef'],
    ]);
    const second = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bytes.writeUInt32LE(1, second + 42);
    await expect(openArchive(bytes)).rejects.toMatchObject({ code: 'ARCHIVE_BOMB' });
  });

  it('that is cut off is truncated, one that is none is corrupt', async () => {
    const bytes = zip([['a.txt', 'abcdef']]);
    await expect(openArchive(bytes.subarray(0, 40))).rejects.toMatchObject({
      code: 'TRUNCATED_FILE',
    });
    await expect(
      openArchive(Buffer.from('no archive at all, but long enough')),
    ).rejects.toMatchObject({
      code: 'CORRUPT_FILE',
    });
  });

  it('with an encrypted part says so', async () => {
    const bytes = zip([['a.txt', 'abcdef']]);
    const at = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bytes.writeUInt16LE(0x801, at + 8);
    expect(await names(bytes)).toEqual(['a.txt ENCRYPTED_FILE']);
  });

  it('whose member’s name leads out of it does not follow it', async () => {
    expect(await names(zip([['../x.txt', '1']]))).toEqual(['__/x.txt CORRUPT_FILE']);
  });
});
