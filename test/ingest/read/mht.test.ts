import { describe, expect, it } from 'vitest';
import { pageOfMht } from '../../../src/ingest/read/mht.js';

const archive = (encoding: string, body: string) =>
  Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="--=_x"\r\n\r\nnote\r\n----=_x\r\nContent-Type: image/png\r\n\r\nabc\r\n----=_x\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n----=_x--\r\n`,
    'latin1',
  );

describe('a web archive', () => {
  it('gives the bytes of its HTML part, quoted-printable undone', () => {
    const page = pageOfMht(archive('quoted-printable', '<p title=3D"x">=B9=E6=\r\n=D5=C2</p>'));
    expect(page.charset).toBe('gb2312');
    expect(new TextDecoder('gb18030').decode(page.bytes).trim()).toBe('<p title="x">规章</p>');
  });

  it('gives the bytes of a part in base64', () => {
    const page = pageOfMht(archive('base64', Buffer.from('<p>1</p>').toString('base64')));
    expect(Buffer.from(page.bytes).toString()).toBe('<p>1</p>');
  });

  it('without an HTML part is refused', () => {
    expect(() => pageOfMht(Buffer.from('Content-Type: text/plain\r\n\r\nx'))).toThrow(/no HTML/);
  });
});
