/** What the bot lacks to answer questions. */
export interface Readiness {
  /** Says in words what it lacks; none when it is ready. */
  missing(): Promise<readonly string[]>;
  /** From now on this must be there, too; `look` gives what is missing, or null. */
  require(look: () => Promise<string | null> | string | null): void;
  /** It takes nothing more, for good. */
  stop(): void;
  /** All that must be there was named. */
  started(): void;
}

/** A look that takes longer, in milliseconds, finds that what it looks for is not there. */
const PATIENCE_MS = 2_000;

/** A bot that is starting. */
export function createReadiness(): Readiness {
  const looks: (() => Promise<string | null> | string | null)[] = [];
  let state: 'starting' | 'started' | 'stopping' = 'starting';
  return {
    async missing() {
      if (state === 'stopping') return ['it is stopping'];
      if (state === 'starting') return ['it is starting'];
      const found = await Promise.all(looks.map(lookInTime));
      return found.filter((missing) => missing !== null);
    },
    require: (look) => void looks.push(look),
    stop() {
      state = 'stopping';
    },
    started() {
      state = state === 'starting' ? 'started' : state;
    },
  };
}

async function lookInTime(look: () => Promise<string | null> | string | null): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('a look took too long'), PATIENCE_MS);
  });
  try {
    return await Promise.race([look(), late]);
  } catch {
    return 'something could not be looked up';
  } finally {
    clearTimeout(timer);
  }
}
