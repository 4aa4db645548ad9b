/** A roster that cannot be made or read as asked. */
export class RosterError extends Error {
  override readonly name = 'RosterError';

  constructor(
    readonly code: 'REGION_UNKNOWN' | 'ROSTER_UNKNOWN' | 'ROSTER_EMPTY',
    message: string,
  ) {
    super(message);
  }
}
