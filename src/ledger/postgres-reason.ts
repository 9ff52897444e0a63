import { codeOf, LedgerFailure } from './ledger-error.ts';

/** What PostgreSQL says when it ends a connection that was in use. */
const ENDED = new Set(['57P01', '57P02', '57P03', '57P05', '08006', '08003', '08000']);

/** Whether the error says that the connection is gone. Where the driver saw it go, that tells more. */
export function saysConnectionIsGone(error: unknown): boolean {
  // The driver has no code for one that went before it was handed out.
  return ENDED.has(codeOf(error)) || (error instanceof Error && error.message.endsWith('is not queryable'));
}

/** Whether a server refused to let us in and would do so again: nothing is gained by knocking once more. */
export function isRefusal(error: unknown): boolean {
  return /^(?:28|3D|3F|42)/.test(codeOf(error));
}

/** Why PostgreSQL cannot be used, and what to do; undefined for what nobody expects. */
export function knownReason(error: unknown): string | undefined {
  if (error instanceof LedgerFailure) return error.reason;
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EPIPE':
      return 'no server answers there. Start PostgreSQL, or correct host and port.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no such host. Correct the host name.';
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'the server does not answer. Check host, port and firewall.';
    case '28P01':
    case '28000':
      return 'the server refuses the user. Correct user and password.';
    case '3D000':
      return 'there is no such database. Create it, or correct its name.';
    case '3F000':
      return 'there is no schema to write in. Create the schema that search_path names.';
    case '42501':
      return 'the user may not do that. Grant CREATE on the schema and all rights on its tables, or use another user.';
    case '53300':
    case '57P03':
      return 'the server takes no more connections now. Try again soon.';
    case '57014':
      return 'the server took too long for a statement. See whether another session holds the tables.';
    case '55P03':
      return 'another session holds the tables. End it, or try again later.';
    case '25006':
      return 'the server takes no writes: it is a standby, or read-only. Name the one that takes them in DATABASE_URL.';
    case '53100':
      return "the server's disk is full. Make room there.";
    case 'XX001':
    case 'XX002':
      return "the server's files are damaged. Restore a backup there.";
    default:
      return undefined;
  }
}
