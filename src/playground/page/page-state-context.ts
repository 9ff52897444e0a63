import { createContext, useContext } from 'react';
import type { PageState } from '../page-server/page-state.ts';

/** The page's state, for every component. */
export const PageStateContext = createContext<PageState | null>(null);

/** The page's state. @throws Error outside the playground component */
export function usePageState(): PageState {
  const pageState = useContext(PageStateContext);
  if (pageState === null) throw new Error('This component stands outside the playground.');
  return pageState;
}

/** The name to show for a member or channel id. */
export function nameOf({ people, app, conversations }: PageState, id: string): string {
  if (id === app.id) return app.handle;
  const name = people.find((person) => person.id === id)?.handle;
  return name ?? conversations.find((conversation) => conversation.id === id)?.name ?? id;
}
