import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachment, type SourceFile } from '../../src/server/source-file.js';
import { codesOf, startServer, type RunningServer } from './start.js';

const bytes = new TextEncoder().encode('<script>alert(1)</script>');
const files: Record<string, SourceFile> = {
  html: { fileName: '周口市公安局2024年报.html', mediaType: 'text/html', bytes },
  odd: { fileName: 'a.bin', mediaType: 'text/html\r\nx: y', bytes },
};

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ findSource: (id) => Promise.resolve(files[id] ?? null) });
});
afterAll(() => server.app.close());

const get = (id: string) => fetch(`${server.url}/reports/${id}/source`);

test('the original of a report is saved byte for byte under its own name and runs nothing', async () => {
  const response = await get('html');
  expect(response.status).toBe(200);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  const { headers } = response;
  expect(headers.get('content-type')).toBe('text/html');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="______2024__.html"; filename*=UTF-8''${encodeURIComponent('周口市公安局2024年报.html')}`,
  );
  expect(headers.get('content-security-policy')).toMatch(/^sandbox;/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('a media type that is none becomes plain bytes', async () => {
  expect((await get('odd')).headers.get('content-type')).toBe('application/octet-stream');
});

test('a report that is unknown or not published has no original', async () => {
  const response = await get('unknown');
  expect(response.status).toBe(404);
  expect(await codesOf(response)).toEqual(['NOT_FOUND']);
});

test.each([
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['a"b\r\nSet-Cookie: x', 'a_b__Set-Cookie_ x'],
  ["o'neill(1)*.html", "o'neill(1)_.html"],
])('the file name %j cannot leave its header', (given, safe) => {
  const header = attachment(given);
  expect(header).not.toMatch(/[\r\n]/);
  expect(decodeURIComponent(header.split("''")[1]!)).toBe(safe);
});
