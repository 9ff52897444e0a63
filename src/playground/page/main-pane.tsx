import { ConversationPane } from './conversation-pane.tsx';
import { HomePane } from './home-pane.tsx';
import type { OpenPlace, Place } from './place.ts';

interface MainPaneProps {
  readonly place: OpenPlace;
  readonly onGo: (place: Place) => void;
  readonly onOpenDrawer: () => void;
}

/** The middle of the page: a conversation, or the app's Home tab. */
export function MainPane({ place, onGo, onOpenDrawer }: MainPaneProps) {
  const menu = (
    <button type="button" className="drawer-button" aria-label="Open the menu" onClick={onOpenDrawer}>
      <span aria-hidden="true">☰</span>
    </button>
  );
  if (place.kind === 'home') return <HomePane menu={menu} />;
  const { conversation } = place;
  return <ConversationPane key={conversation.id} conversation={conversation} onGo={onGo} menu={menu} />;
}
