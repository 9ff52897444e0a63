import type { ClientBase } from 'pg';

/** Which connections of a pool may still work. */
export interface ConnectionTrust {
  noteMade(connection: ClientBase): void;
  /** A connection was found lost. What is told of one that is not trusted anyway says nothing of newer ones. */
  tellLost(connection: ClientBase): void;
  /** Not one that was made before another was lost: a server that restarts, or a firewall that forgets, drops all. */
  isTrusted(connection: ClientBase): boolean;
}

/** Trusts every connection until one is lost. */
export function createConnectionTrust(): ConnectionTrust {
  const losses = new WeakMap<ClientBase, number>();
  let lost = 0;
  const isTrusted = (connection: ClientBase) => losses.get(connection) === lost;
  return {
    noteMade(connection) {
      losses.set(connection, lost);
    },
    tellLost(connection) {
      if (isTrusted(connection)) lost += 1;
    },
    isTrusted,
  };
}
