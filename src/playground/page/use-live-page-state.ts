import { useEffect, useState } from 'react';
import type { PageState } from '../page-server/page-state.ts';

/** The page's state as streamed from the server. */
export interface LivePageState {
  /** Undefined until the first event from the server. */
  readonly pageState: PageState | undefined;
  /** False while the playground is stopped; the page tries again by itself. */
  readonly isServed: boolean;
}

/** Streams the page's state for one person. */
export function useLivePageState(handle: string): LivePageState {
  const [pageState, setPageState] = useState<PageState>();
  const [isServed, setServed] = useState(true);
  useEffect(() => {
    const source = new EventSource(`/page-state/${encodeURIComponent(handle)}`);
    source.addEventListener('message', ({ data }) => {
      setPageState(JSON.parse(data));
      setServed(true);
    });
    source.addEventListener('error', () => setServed(false));
    return () => source.close();
  }, [handle]);
  return { pageState: pageState?.me.handle === handle ? pageState : undefined, isServed };
}
