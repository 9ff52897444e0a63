import { createContext, useCallback, useContext, useRef, useState } from 'react';
import type { UserAction } from '../page-server/user-action.ts';

/** Performs an action as the person the page shows; resolves to false when it failed. */
export type Perform = (action: UserAction) => Promise<boolean>;

/** Performs actions for every component. */
export const PerformContext = createContext<Perform>(async () => false);

/** The function that performs actions as the person the page shows. */
export function usePerform(): Perform {
  return useContext(PerformContext);
}

/** Why an action failed. The same text twice is two problems. */
export interface Problem {
  readonly id: number;
  readonly text: string;
}

/** Sends a person's actions to the server; `problem` says why the last one failed. */
export function useUserActions(handle: string): {
  readonly perform: Perform;
  readonly problem: Problem | undefined;
} {
  const [problem, setProblem] = useState<Problem>();
  const count = useRef(0);
  const perform = useCallback(
    async (action: UserAction) => {
      const failed = await send(handle, action);
      count.current += 1;
      setProblem(failed === undefined ? undefined : { id: count.current, text: failed });
      return failed === undefined;
    },
    [handle],
  );
  return { perform, problem };
}

async function send(handle: string, action: UserAction): Promise<string | undefined> {
  try {
    const response = await fetch(`/actions/${encodeURIComponent(handle)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(action),
    });
    if (response.ok) return undefined;
    const { message } = await response.json();
    return String(message);
  } catch {
    return 'The playground does not answer. Is it still running?';
  }
}
