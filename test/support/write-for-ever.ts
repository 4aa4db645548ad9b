import { openDatabase } from '../../src/entities/database.js';

/** Opens the embedded database of the folder given and inserts row after row; prints each number once it is committed. */
const main = async (): Promise<void> => {
  const database = await openDatabase({ databaseUrl: null, dataDir: process.argv[2] ?? '' });
  for (let n = 1; ; n++) {
    await database.query(`insert into setting (key, value) values ($1, '{}')`, [`row ${n}`]);
    process.stdout.write(`${n}\n`);
  }
};

main().catch((error: unknown) => {
  process.stderr.write(String(error));
  process.exitCode = 1;
});
