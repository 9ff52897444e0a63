import { createContext, useContext } from 'react';
import type { Sight } from '../page-server/sight.ts';

/** What the person sees, for every component that needs a name or the app. */
export const SightContext = createContext<Sight | null>(null);

/** What the person sees. Only components inside the playground may ask. */
export function useSeen(): Sight {
  const sight = useContext(SightContext);
  if (sight === null) throw new Error('This component stands outside the playground.');
  return sight;
}

/** The name to show for a member or channel id. */
export function nameOf({ people, app, conversations }: Sight, id: string): string {
  if (id === app.id) return app.handle;
  const name = people.find((person) => person.id === id)?.handle;
  return name ?? conversations.find((conversation) => conversation.id === id)?.name ?? id;
}
