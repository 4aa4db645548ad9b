/** A backup that cannot be restored. */
export class BackupError extends Error {
  override readonly name = 'BackupError';

  constructor(
    readonly code: 'BACKUP_INVALID' | 'BACKUP_DIFFERS' | 'SCHEMA_DIFFERS' | 'DATABASE_NOT_EMPTY',
    message: string,
  ) {
    super(message);
  }
}
