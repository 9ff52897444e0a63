/** A back-up cannot be made or read. The message says which file, why, and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
