import { openDatabase } from '../../src/entities/database.js';
import { load, type Load, type Shot } from './load.js';
import { serveApi, serveBare, type Served } from './processes.js';
import { questions, type Asked, type Question, type World } from './questions.js';
import { demandRight } from './right.js';
import { worldOf } from './world.js';

export interface Effort {
  /** Seconds of each load, and how often each is made in turn. */
  seconds: number;
  rounds: number;
  /** How many of the combinations are checked to be right. */
  checked: number;
  /** The server as it stands in src/ in place of dist/. */
  source: boolean;
}

/** One question at one number of reports: medians over the rounds, ratios taken round by round. */
export interface Measured {
  name: string;
  says: string;
  cached: Load;
  uncached: Load;
  bare: Load;
  /** A constant answer of the same size. */
  ceiling: Load;
  ratioCached: number;
  ratioUncached: number;
}

export interface MeasuredSize {
  reports: number;
  questions: Measured[];
  /** Megabytes of the server at its highest, with and without the cache of answers. */
  memoryCached: number | null;
  memoryUncached: number | null;
}

/**
 * How many times as long as a load each side is asked before: until every combination was asked for and V8 has compiled
 * what is used, a server is not what it is for the rest of the day.
 */
const WARMING = 3;

interface Sides {
  cached: Served;
  uncached: Served;
  bare: Served;
}

/** Measures a filled database of a PostgreSQL server; everything else on the machine should rest. */
export async function measureServer(
  databaseUrl: string,
  effort: Effort,
  tell: (line: string) => void,
): Promise<MeasuredSize> {
  const { world, reports } = await lookInto(databaseUrl);
  const environment = { DATABASE_URL: databaseUrl };
  const sides = {
    cached: await serveApi(environment, effort.source),
    uncached: await serveApi({ ...environment, ANSWER_CACHE_MB: '0' }, effort.source),
    bare: await serveBare(databaseUrl),
  };
  try {
    const measured: Measured[] = [];
    for (const question of questions) {
      tell(`${reports} reports: ${question.name}, ${question.says}`);
      measured.push(await measureQuestion(question, world, sides, effort));
    }
    const [memoryCached, memoryUncached] = [sides.cached.memory(), sides.uncached.memory()];
    return { reports, questions: measured, memoryCached, memoryUncached };
  } finally {
    for (const side of Object.values(sides)) await side.stop();
  }
}

/** How many reports a database holds, and what to ask about. */
export async function lookInto(databaseUrl: string): Promise<{ world: World; reports: number }> {
  const database = await openDatabase({ databaseUrl, dataDir: '', poolSize: 1 });
  try {
    const [line] = await database.query<{ reports: string }>(
      'select count(*) as reports from report',
    );
    const world = await worldOf((sql, params) => database.query(sql, params));
    return { world, reports: Number(line?.reports) };
  } finally {
    await database.close();
  }
}

async function measureQuestion(
  question: Question,
  world: World,
  { cached, uncached, bare }: Sides,
  { seconds, rounds, checked }: Effort,
): Promise<Measured> {
  const asked = question.asked(world);
  if (asked.length === 0) throw new Error(`there is nothing to ask for ${question.name}`);
  const step = Math.max(1, Math.floor(asked.length / checked));
  const some = asked.filter((_, i) => i % step === 0);
  let bytes = 0;
  for (const api of [cached.url, uncached.url]) {
    for (const one of some) bytes = await demandRight(question, one, { api, bare: bare.url });
  }
  const shots = {
    api: shotsOf(question, asked),
    bare: asked.map(({ params }) => shot(`/${question.name}`, params)),
    ceiling: [shot(`/ceiling/${bytes}`, [])],
  };
  const loads = { cached: [], uncached: [], bare: [], ceiling: [] } as Record<Side, Load[]>;
  const turns: readonly [Side, Served, readonly Shot[]][] = [
    ['cached', cached, shots.api],
    ['bare', bare, shots.bare],
    ['uncached', uncached, shots.api],
    ['ceiling', bare, shots.ceiling],
  ];
  for (const [, { url }, list] of turns) await load(url, list, WARMING * seconds);
  for (let round = 0; round < rounds; round++) {
    for (const [side, { url }, list] of round % 2 === 0 ? turns : turns.toReversed()) {
      loads[side].push(await load(url, list, seconds));
    }
  }
  return measured(question, loads);
}

type Side = 'cached' | 'uncached' | 'bare' | 'ceiling';

/** The requests of a question to the API. */
export const shotsOf = ({ document }: Question, asked: readonly Asked[]): Shot[] =>
  asked.map(({ variables }) => shot('/graphql', { query: document, variables }));

const shot = (path: string, body: unknown): Shot => ({ path, body: JSON.stringify(body) });

function measured({ name, says }: Question, loads: Record<Side, Load[]>): Measured {
  const failed = Object.values(loads).flatMap((list) => list.map((one) => one.failed));
  if (failed.some((count) => count > 0)) throw new Error(`${name}: some requests failed`);
  const ratio = (side: Side): number =>
    median(loads[side].map(({ rate }, round) => rate / (loads.bare[round]?.rate ?? 1)));
  return {
    name,
    says,
    cached: middle(loads.cached),
    uncached: middle(loads.uncached),
    bare: middle(loads.bare),
    ceiling: middle(loads.ceiling),
    ratioCached: ratio('cached'),
    ratioUncached: ratio('uncached'),
  };
}

const middle = (loads: readonly Load[]): Load => ({
  rate: median(loads.map(({ rate }) => rate)),
  p50: median(loads.map(({ p50 }) => p50)),
  p99: median(loads.map(({ p99 }) => p99)),
  failed: 0,
});

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};
