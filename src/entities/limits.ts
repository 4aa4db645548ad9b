/** Time limits in ms. The driver's lies above the server's, so that the server speaks first where it can. */
export const limits = {
  /** A statement of a reader. */
  read: 5_000,
  /** The same on the embedded engine, which is slower and has to start anew when a statement is ended. */
  readEmbedded: 10_000,
  /** Consolidations, imports and other statements that are meant to take long: given with each call. */
  long: 60_000,
  /** What the driver waits longer than the server's own limit. */
  grace: 500,
  /** A free connection of the pool, or a new one. */
  connect: 2_000,
  /** The embedded engine has one connection for all, and a restart may have to recover. */
  connectEmbedded: 15_000,
  lock: 2_000,
  /** The same for calls that are meant to take long. */
  lockLong: 10_000,
  idleInTransaction: 10_000,
  ping: 1_500,
  /** Waiting for another process that migrates. */
  migrationLock: 60_000,
  migration: 600_000,
} as const;
