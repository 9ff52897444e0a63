import { useEffect, useState } from 'react';
import { MainPane } from './main-pane.tsx';
import { ModalDialog } from './modal-dialog.tsx';
import { NoticeList } from './notice-list.tsx';
import { PageStateContext } from './page-state-context.ts';
import { initialRoute, type Route, resolveRoute } from './route.ts';
import { Sidebar } from './sidebar.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { useLivePageState } from './use-live-page-state.ts';
import { useUnread } from './use-unread.ts';
import { PerformContext, useUserActions } from './use-user-actions.ts';

const FIRST_PERSON = 'maya';

/** The whole page. */
export function Playground() {
  const [handle, setHandle] = useState(FIRST_PERSON);
  const [chosen, setChosen] = useState<Route>(() => initialRoute(location));
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const { pageState, isServed } = useLivePageState(handle);
  const { perform, problem } = useUserActions(handle);
  const route = pageState && resolveRoute(chosen, pageState);
  const unread = useUnread(pageState, route);
  const isAtHome = route?.kind === 'home';
  // Slack tells the app who opens its Home tab: whoever goes there, and whoever the page becomes while it is open.
  useEffect(() => {
    if (isAtHome) void perform({ kind: 'open', tab: 'home' });
  }, [isAtHome, perform]);
  if (pageState === undefined || route === undefined)
    return <p className="waiting">Opening the playground…</p>;
  const go = (next: Route) => {
    setChosen(next);
    setDrawerOpen(false);
    if (next.kind === 'conversation' && next.name === 'dm') void perform({ kind: 'open', tab: 'messages' });
  };
  const closeThread = () => {
    setChosen({ ...chosen, thread: undefined });
    document.querySelector<HTMLElement>('main textarea')?.focus();
  };
  return (
    <PageStateContext value={pageState}>
      <PerformContext value={perform}>
        <Banner isServed={isServed} isConnected={pageState.app.isConnected} appName={pageState.app.name} />
        <div className="workspace" data-thread={route.thread !== undefined}>
          <Sidebar
            route={route}
            unread={unread}
            onGo={go}
            onBecome={setHandle}
            isOpen={isDrawerOpen}
            onClose={() => setDrawerOpen(false)}
          />
          <MainPane route={route} onGo={setChosen} onOpenDrawer={() => setDrawerOpen(true)} />
          {route.thread !== undefined && (
            <ThreadPane
              key={route.thread.ts}
              route={route}
              isAsked={chosen.kind === 'conversation' && chosen.isThreadFocused === true}
              onClose={closeThread}
            />
          )}
        </div>
        {pageState.modal !== null && <ModalDialog key={pageState.modal.id} modal={pageState.modal} />}
        <NoticeList key={handle} notices={pageState.notices} problem={problem} />
      </PerformContext>
    </PageStateContext>
  );
}

interface BannerProps {
  readonly isServed: boolean;
  readonly isConnected: boolean;
  readonly appName: string;
}

function Banner({ isServed, isConnected, appName }: BannerProps) {
  const state = isConnected ? `${appName} is connected` : `${appName} is not connected`;
  return (
    <header className="banner">
      <p>
        <strong>Playground:</strong> a local stand-in, not Slack. Nothing leaves this machine.
      </p>
      <p className="state" role="status" data-good={isServed && isConnected}>
        {isServed ? state : 'The playground has stopped'}
      </p>
    </header>
  );
}
