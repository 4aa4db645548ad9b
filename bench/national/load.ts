import autocannon from 'autocannon';

export const CONNECTIONS = 16;

/** A request of the rotation. */
export interface Shot {
  path: string;
  body: string;
}

/** What so many connections got in some seconds. */
export interface Load {
  /** Answers a second. */
  rate: number;
  /** Milliseconds from a request to the end of its answer: half took no longer, and 99 of 100. */
  p50: number;
  p99: number;
  /** Answers with another status than 200, and connections that broke. */
  failed: number;
}

/** Asks in rotation over 16 connections, each of which begins elsewhere in it. */
export const load = async (url: string, shots: readonly Shot[], seconds: number): Promise<Load> => {
  const requests = shots.map(({ path, body }) => ({
    method: 'POST' as const,
    path,
    body,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
  }));
  const times: number[] = [];
  let begun = 0;
  const options: autocannon.Options = {
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests,
    setupClient: (client) => {
      const from = Math.floor((begun++ * requests.length) / CONNECTIONS) % requests.length;
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
  };
  const started = performance.now();
  const { non2xx, errors, timeouts } = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon(options, (error: unknown, result) => {
      if (error) reject(error instanceof Error ? error : new Error('the load could not be made'));
      else resolve(result);
    });
    instance.on('response', (_client, _status, _bytes, time) => times.push(time));
  });
  const elapsed = (performance.now() - started) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  const failed = non2xx + errors + timeouts;
  return { rate: times.length / elapsed, p50: at(0.5), p99: at(0.99), failed };
};
