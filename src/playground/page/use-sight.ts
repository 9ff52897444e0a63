import { useEffect, useState } from 'react';
import type { Sight } from '../page-server/sight.ts';

/** What the page knows of the server. */
export interface Watch {
  /** Undefined until the first word from the server. */
  readonly sight: Sight | undefined;
  /** False while the playground is stopped; the page tries again by itself. */
  readonly isServed: boolean;
}

/** Watches the workspace through one person's eyes. */
export function useSight(handle: string): Watch {
  const [sight, setSight] = useState<Sight>();
  const [isServed, setServed] = useState(true);
  useEffect(() => {
    const source = new EventSource(`/sight/${encodeURIComponent(handle)}`);
    source.addEventListener('message', ({ data }) => {
      setSight(JSON.parse(data));
      setServed(true);
    });
    source.addEventListener('error', () => setServed(false));
    return () => source.close();
  }, [handle]);
  return { sight: sight?.me.handle === handle ? sight : undefined, isServed };
}
