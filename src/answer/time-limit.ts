import { performance } from 'node:perf_hooks';
import { createContext, Script } from 'node:vm';

/** Work on a question took longer than it may, and was cut. The same question would be cut again. */
export class TookTooLongError extends Error {
  override readonly name = 'TookTooLongError';

  constructor() {
    super('The question took too long to look up and was stopped. Ask it in fewer words.');
  }
}

/** Does synchronous work and gives its result. Throws what the work throws, or a `TookTooLongError`. */
export type InTime = <Result>(work: () => Result) => Result;

/**
 * A limit on how long this thread works on one question. Each call of what it gives starts the time of another
 * question: all work on it shares `mostMs` milliseconds, which waiting for files does not use up.
 *
 * The work is cut, not only given up: V8 ends any loop and any regular expression. No `catch` and no `finally` of the
 * work runs then, so whatever it was changing must be made anew. A call takes some 50 microseconds beside its work, and
 * more on a busy machine, for it starts a thread that watches.
 */
export function createTimeLimit(mostMs: number): () => InTime {
  const nothing = (): unknown => undefined;
  const cell = { work: nothing };
  const context = createContext(cell);
  const script = new Script('work()', { filename: 'time-limit' });
  return () => {
    let leftMs = mostMs;
    return (work) => {
      const timeout = Math.ceil(leftMs);
      if (timeout <= 0) throw new TookTooLongError();
      cell.work = work;
      const start = performance.now();
      try {
        return script.runInContext(context, { timeout, displayErrors: false });
      } catch (error) {
        if (!isCut(error)) throw error;
        // V8 may be a little early; what it cut has used up the time all the same.
        leftMs = 0;
        throw new TookTooLongError();
      } finally {
        leftMs -= performance.now() - start;
        // What the work holds on to is let go.
        cell.work = nothing;
      }
    };
  };
}

/** The error may be of the script's own context, where `Error` is another class. */
function isCut(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
