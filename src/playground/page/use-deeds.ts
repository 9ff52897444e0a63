import { createContext, useCallback, useContext, useRef, useState } from 'react';
import type { Deed } from '../page-server/deed.ts';

/** Does something as the person the page shows; resolves to false when it could not be done. */
export type Do = (deed: Deed) => Promise<boolean>;

/** The way components do things. */
export const DoContext = createContext<Do>(async () => false);

/** The way to do things as the person the page shows. */
export function useDo(): Do {
  return useContext(DoContext);
}

/** Why something could not be done. The same words twice are two problems. */
export interface Problem {
  readonly id: number;
  readonly text: string;
}

/** Sends a person's deeds to the server; `problem` says why the last one could not be done. */
export function useDeeds(handle: string): { readonly perform: Do; readonly problem: Problem | undefined } {
  const [problem, setProblem] = useState<Problem>();
  const count = useRef(0);
  const perform = useCallback(
    async (deed: Deed) => {
      const failed = await send(handle, deed);
      count.current += 1;
      setProblem(failed === undefined ? undefined : { id: count.current, text: failed });
      return failed === undefined;
    },
    [handle],
  );
  return { perform, problem };
}

async function send(handle: string, deed: Deed): Promise<string | undefined> {
  try {
    const response = await fetch(`/deeds/${encodeURIComponent(handle)}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(deed),
    });
    if (response.ok) return undefined;
    const { message } = await response.json();
    return String(message);
  } catch {
    return 'The playground does not answer. Is it still running?';
  }
}
