/** An archive that does not hold what it says. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}
