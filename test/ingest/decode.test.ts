import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/ingest/decode.js';
import { IngestError } from '../../src/ingest/ingest-error.js';

const TEXT = '周口市公安局2024年政府信息公开工作年度报告，本年新收政府信息公开申请数量32件。';
/** The same in GB18030, as `iconv -t GB18030` writes it. */
const GB = Buffer.from(
  'd6dcbfdacad0b9abb0b2bed632303234c4ead5feb8aed0c5cfa2b9abbfaab9a4d7f7c4eab6c8b1a8b8e6a3acb1bec4ead0c2cad5d5feb8aed0c5cfa2b9abbfaac9eac7ebcafdc1bf3332bcfea1a3',
  'hex',
);

const failure = (bytes: Uint8Array): IngestError => {
  try {
    decodeText(bytes);
  } catch (error) {
    if (error instanceof IngestError) return error;
  }
  throw new Error('was decoded');
};
const page = (charset: string, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`<html><head><meta charset="${charset}"></head><body>`), body]);

describe('bytes of a report become text', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(Buffer.from(TEXT)).text).toBe(TEXT);
    expect(decodeText(Buffer.from(`\uFEFF${TEXT}`)).text).toBe(TEXT);
  });

  it('reads GB18030 without any declaration', () => {
    expect(decodeText(GB)).toEqual({ text: TEXT, encoding: 'gb18030' });
  });

  it('reads GB18030 that declares gb2312, and characters of four bytes in it', () => {
    expect(decodeText(page('gb2312', GB)).text).toContain(TEXT);
    const rare = Buffer.concat([GB, Buffer.from([0x82, 0x35, 0x8f, 0x33])]);
    expect(
      decodeText(rare).text.endsWith('㙍') || decodeText(rare).text.length === TEXT.length + 1,
    ).toBe(true);
  });

  it('believes the bytes where the declaration is wrong', () => {
    expect(decodeText(page('utf-8', GB)).text).toContain(TEXT);
    expect(decodeText(page('gb2312', Buffer.from(TEXT))).text).toContain(TEXT);
    expect(decodeText(page('iso-8859-1', GB)).encoding).toBe('gb18030');
    expect(decodeText(page('utf-7', Buffer.from(TEXT))).text).toContain(TEXT);
  });

  it('reads UTF-16 with a byte order mark, and without one', () => {
    const little = Buffer.from(`${TEXT}\n123\n456\n`, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), little])).text).toContain(TEXT);
    expect(decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), big])).text).toContain(TEXT);
    expect(decodeText(little).encoding).toBe('utf-16le');
    expect(decodeText(big).text).toContain(TEXT);
  });

  it('reads Big5 where it is declared and reads as Chinese', () => {
    // 政府信息公開工作年度報告
    const big5 = Buffer.from('ac46a9b2ab48aea7a4bdb67da475a740a67eabd7b3f8a769', 'hex');
    expect(decodeText(page('big5', big5)).text).toContain('政府信息公開工作年度報告');
  });

  it('refuses encodings of seven bits', () => {
    expect(failure(page('utf-7', Buffer.from('+U2xT41Lh-'))).code).toBe('ENCODING_UNKNOWN');
    expect(failure(page('hz-gb-2312', Buffer.from('~{VpWS~}'))).code).toBe('ENCODING_UNKNOWN');
    expect(failure(Buffer.from('text ~{VpWSVpWS~} text')).code).toBe('ENCODING_UNKNOWN');
    expect(failure(Buffer.from('\x1b$B@/I\\8x3+\x1b(B')).code).toBe('ENCODING_UNKNOWN');
  });

  it('refuses UTF-32 and bytes that are no encoding of Chinese', () => {
    expect(failure(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])).code).toBe('ENCODING_UNKNOWN');
    const noise = Buffer.from(Array.from({ length: 400 }, (_, i) => 0x80 + ((i * 37) % 128)));
    expect(failure(noise).code).toBe('ENCODING_UNKNOWN');
  });

  it('names the bytes that are damaged, and never keeps a replacement character', () => {
    const bytes = Buffer.from(TEXT);
    bytes[4] = 0x20;
    expect(failure(bytes)).toMatchObject({ code: 'ENCODING_DAMAGED', place: 'byte 3, 5' });
    const cut = Buffer.from(TEXT).subarray(0, 41);
    expect(failure(cut).code).toBe('ENCODING_DAMAGED');
    expect(failure(Buffer.from('规章\uFFFD规章'))).toMatchObject({
      code: 'ENCODING_DAMAGED',
      place: 'byte 6',
    });
    const gb = Buffer.from(GB);
    gb[gb.length - 1] = 0xff;
    expect(failure(gb)).toMatchObject({
      code: 'ENCODING_DAMAGED',
      place: `byte ${gb.length - 2}, ${gb.length - 1}`,
    });
  });

  it('counts the offsets of damaged bytes from the beginning of the file, mark included', () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf, 0xe6]), Buffer.from(TEXT)]);
    expect(failure(bytes).place).toBe('byte 3');
  });
});
