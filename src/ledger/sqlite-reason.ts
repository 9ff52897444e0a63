import { codeOf, LedgerFailure } from './ledger-error.ts';

/** Why a SQLite ledger cannot be used, and what to do; undefined for what nobody expects. */
export function knownReason(error: unknown): string | undefined {
  if (error instanceof LedgerFailure) return error.reason;
  // SQLite says more after the first two words: SQLITE_IOERR_WRITE.
  switch (/^(?:SQLITE_)?[A-Z]+/.exec(codeOf(error))?.[0]) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return 'this user may not write there. Give FACTDESK_DATA a folder that can be written, or grant the right.';
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file stands where the folder should be. Move it, or give FACTDESK_DATA another folder.';
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return 'the disk is full. Make room there.';
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return (
        'the file is damaged or no SQLite database. Move it away to begin a new ledger, or restore a copy; ' +
        'no bot may run meanwhile.'
      );
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return 'another program holds it. End that program.';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open. Raise the limit (ulimit -n).';
    case 'ENOENT':
    case 'SQLITE_CANTOPEN':
      return 'the file or its folder is gone, or cannot be opened. Put it back, and start the bot again.';
    case 'EIO':
    case 'SQLITE_IOERR':
      return 'the disk cannot be read or written. See whether it is full or broken.';
    default:
      return undefined;
  }
}
