import type { ClientBase } from 'pg';

/** Which connections of a pool may still work. */
export interface ConnectionTrust {
  noteMade(connection: ClientBase): void;
  /** A connection was found lost. */
  tellLost(): void;
  /** Not one that was made before another was lost: a server that restarts, or a firewall that forgets, drops all. */
  isTrusted(connection: ClientBase): boolean;
}

/** Trusts every connection until one is lost. */
export function createConnectionTrust(): ConnectionTrust {
  const losses = new WeakMap<ClientBase, number>();
  let lost = 0;
  return {
    noteMade(connection) {
      losses.set(connection, lost);
    },
    tellLost() {
      lost += 1;
    },
    isTrusted: (connection) => losses.get(connection) === lost,
  };
}
