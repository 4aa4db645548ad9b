import { isDeepStrictEqual } from 'node:util';
import type { Json } from './answers.js';
import type { Asked, Question } from './questions.js';

async function post(url: string, body: string): Promise<Json> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}

/** Bytes of an answer of the API, after it was held against the same question to the database by hand. */
export async function demandRight(
  { name, document, told }: Question,
  { variables, params }: Asked,
  { api, bare }: { api: string; bare: string },
): Promise<number> {
  const answer = await post(`${api}/graphql`, JSON.stringify({ query: document, variables }));
  const rows = (await post(`${bare}/${name}`, JSON.stringify(params))) as Json[];
  const [told1, told2] = [told.ofApi(answer.data), told.ofRows(rows)];
  if (!isDeepStrictEqual(told1, told2)) {
    const sides = [told1, told2].map((side) => JSON.stringify(side).slice(0, 2_000));
    throw new Error(
      `${name} with ${JSON.stringify(variables)} is wrong:\n${sides.join('\nand not\n')}`,
    );
  }
  return JSON.stringify(answer).length;
}
