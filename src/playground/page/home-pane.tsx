import type { ReactNode } from 'react';
import { BlockList } from './blocks/block-list.tsx';
import { usePageState } from './page-state-context.ts';

/** The Home tab the app published for this person. */
export function HomePane({ menu }: { readonly menu: ReactNode }) {
  const { home, app } = usePageState();
  return (
    <main className="pane" aria-label={`${app.name} Home`}>
      <header className="pane-header">
        {menu}
        <h1>{app.name} Home</h1>
        <p>Yours alone</p>
      </header>
      <div className="scroll">
        <div className="home">
          {home === null ? (
            <p className="empty-note">{app.name} has not published its Home tab yet.</p>
          ) : (
            <BlockList blocks={home.blocks} container="home" />
          )}
        </div>
      </div>
    </main>
  );
}
