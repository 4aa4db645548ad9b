import { load } from './load.js';
import { median, lookInto, shotsOf, type Effort } from './measure.js';
import { serveApi } from './processes.js';
import { questions } from './questions.js';

/** Throughput of each question at many reports against that at few, without the cache of answers, in turns. */
export async function measureScale(
  [few, many]: readonly [string, string],
  { seconds, rounds, source }: Effort,
): Promise<Record<string, number>> {
  const sides = await Promise.all(
    [few, many].map(async (databaseUrl) => ({
      ...(await lookInto(databaseUrl)),
      served: await serveApi({ DATABASE_URL: databaseUrl, ANSWER_CACHE_MB: '0' }, source),
    })),
  );
  try {
    const ratios: Record<string, number> = {};
    for (const question of questions) {
      const rates: number[][] = sides.map(() => []);
      for (let round = 0; round <= rounds; round++) {
        for (const [i, { world, served }] of sides.entries()) {
          const { rate } = await load(
            served.url,
            shotsOf(question, question.asked(world)),
            seconds,
          );
          if (round > 0) rates[i]?.push(rate);
        }
      }
      ratios[question.name] = median(rates[1] ?? []) / median(rates[0] ?? []);
    }
    return ratios;
  } finally {
    for (const { served } of sides) await served.stop();
  }
}
