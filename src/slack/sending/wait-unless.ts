import type { Wait } from './patiently.ts';

/**
 * Waits, but no longer than until it is stopped: a pause of minutes keeps no process alive. One listener ends all
 * pauses: each reply begins several, and a signal searches its listeners whenever one is added.
 */
export function waitUnless(stopped: AbortSignal): Wait {
  const pauses = new Set<() => void>();
  stopped.addEventListener('abort', () => {
    for (const end of pauses) end();
  });
  return (ms) =>
    new Promise((resolve) => {
      if (stopped.aborted) return resolve();
      const end = () => {
        clearTimeout(timer);
        pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      pauses.add(end);
    });
}
