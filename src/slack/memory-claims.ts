/** Takes a delivery for oneself: true once for each key, false ever after. */
export type Claim = (key: string) => Promise<boolean>;

/** Slack sends a delivery again for some minutes at most; so many others do not come in that time. */
const REMEMBERED = 10_000;

/** Claims that last as long as the process, of the newest `remembered` keys. */
export function createMemoryClaims(remembered: number = REMEMBERED): Claim {
  const keys = new Set<string>();
  return async (key) => {
    if (keys.has(key)) return false;
    keys.add(key);
    for (const oldest of keys) {
      if (keys.size <= remembered) break;
      keys.delete(oldest);
    }
    return true;
  };
}
