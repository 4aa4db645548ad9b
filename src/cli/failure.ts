/** Errors whose message tells a person at a terminal what to do, and the exit status they end with. */
const toldByMessage: ReadonlyMap<string, number> = new Map([
  ['ConfigError', 2],
  ['ManifestError', 2],
  ['EntryFileError', 2],
  ['CsvError', 1],
  ['RosterError', 1],
  ['IngestError', 1],
  // The database is away, locked by another process, or of a newer version: EX_UNAVAILABLE of sysexits.
  ['DatabaseError', 69],
]);

/** EX_SOFTWARE: a fault of the program, which its developers want to see in full. */
const FAULT = 70;

/** What a command that failed as a whole says, and its exit status. By name, so that nothing is loaded for it. */
export function failure(error: unknown): { text: string; status: number } {
  if (!(error instanceof Error)) return { text: String(error), status: FAULT };
  const status = toldByMessage.get(error.name);
  if (status === undefined) return { text: error.stack ?? error.message, status: FAULT };
  return { text: error.message, status };
}
