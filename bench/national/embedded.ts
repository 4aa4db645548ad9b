import { openDatabase } from '../../src/entities/database.js';
import { load, type Load } from './load.js';
import { shotsOf, type Effort } from './measure.js';
import { serveApi } from './processes.js';
import { questions, type World } from './questions.js';
import { worldOf } from './world.js';

/** The questions to a server with the embedded database of a data directory: as configured by default, and without its cache. */
export async function measureEmbedded(
  dataDir: string,
  { seconds, source }: Effort,
): Promise<Record<string, { cached: Load; uncached: Load }>> {
  const world = await worldOfEmbedded(dataDir);
  const measured: Record<string, { cached: Load; uncached: Load }> = {};
  const ask = async (side: 'cached' | 'uncached', megabytes: string): Promise<void> => {
    const server = await serveApi({ DATA_DIR: dataDir, ANSWER_CACHE_MB: megabytes }, source);
    try {
      for (const question of questions) {
        const shots = shotsOf(question, question.asked(world));
        await load(server.url, shots, seconds);
        const found = await load(server.url, shots, seconds);
        const known = measured[question.name] ?? { cached: found, uncached: found };
        measured[question.name] = { ...known, [side]: found };
      }
    } finally {
      await server.stop();
    }
  };
  await ask('cached', '32');
  await ask('uncached', '0');
  return measured;
}

async function worldOfEmbedded(dataDir: string): Promise<World> {
  const database = await openDatabase({ databaseUrl: null, dataDir });
  try {
    return await worldOf((sql, params) => database.query(sql, params));
  } finally {
    await database.close();
  }
}
