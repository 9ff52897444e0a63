import { ConversationPane } from './conversation-pane.tsx';
import { HomePane } from './home-pane.tsx';
import type { ResolvedRoute, Route } from './route.ts';

interface MainPaneProps {
  readonly route: ResolvedRoute;
  readonly onGo: (route: Route) => void;
  readonly onOpenDrawer: () => void;
}

/** The middle of the page: a conversation, or the app's Home tab. */
export function MainPane({ route, onGo, onOpenDrawer }: MainPaneProps) {
  const menu = (
    <button type="button" className="drawer-button" aria-label="Open the menu" onClick={onOpenDrawer}>
      <span aria-hidden="true">☰</span>
    </button>
  );
  if (route.kind === 'home') return <HomePane menu={menu} />;
  const { conversation } = route;
  return <ConversationPane key={conversation.id} conversation={conversation} onGo={onGo} menu={menu} />;
}
