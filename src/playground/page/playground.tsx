import { useEffect, useState } from 'react';
import { MainPane } from './main-pane.tsx';
import { ModalDialog } from './modal-dialog.tsx';
import { Notices } from './notices.tsx';
import { type Place, placeOf, startingPlace } from './place.ts';
import { Sidebar } from './sidebar.tsx';
import { SightContext } from './sight-context.ts';
import { ThreadPane } from './thread-pane.tsx';
import { DoContext, useDeeds } from './use-deeds.ts';
import { useSight } from './use-sight.ts';
import { useUnread } from './use-unread.ts';

const FIRST_PERSON = 'maya';

/** The whole page. */
export function Playground() {
  const [handle, setHandle] = useState(FIRST_PERSON);
  const [chosen, setChosen] = useState<Place>(() => startingPlace(location));
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const { sight, isServed } = useSight(handle);
  const { perform, problem } = useDeeds(handle);
  const place = sight && placeOf(chosen, sight);
  const unread = useUnread(sight, place);
  const isAtHome = place?.kind === 'home';
  // Slack tells the app who opens its Home tab: whoever goes there, and whoever the page becomes while it is open.
  useEffect(() => {
    if (isAtHome) void perform({ kind: 'open', tab: 'home' });
  }, [isAtHome, perform]);
  if (sight === undefined || place === undefined) return <p className="waiting">Opening the playground…</p>;
  const go = (next: Place) => {
    setChosen(next);
    setDrawerOpen(false);
    if (next.kind === 'conversation' && next.name === 'dm') void perform({ kind: 'open', tab: 'messages' });
  };
  const closeThread = () => {
    setChosen({ ...chosen, thread: undefined });
    document.querySelector<HTMLElement>('main textarea')?.focus();
  };
  return (
    <SightContext value={sight}>
      <DoContext value={perform}>
        <Banner isServed={isServed} isConnected={sight.app.isConnected} appName={sight.app.name} />
        <div className="workspace" data-thread={place.thread !== undefined}>
          <Sidebar
            place={place}
            unread={unread}
            onGo={go}
            onBecome={setHandle}
            isOpen={isDrawerOpen}
            onClose={() => setDrawerOpen(false)}
          />
          <MainPane place={place} onGo={setChosen} onOpenDrawer={() => setDrawerOpen(true)} />
          {place.thread !== undefined && (
            <ThreadPane
              key={place.thread.ts}
              place={place}
              isAsked={chosen.kind === 'conversation' && chosen.isThreadAsked === true}
              onClose={closeThread}
            />
          )}
        </div>
        {sight.modal !== null && <ModalDialog key={sight.modal.id} modal={sight.modal} />}
        <Notices key={handle} notices={sight.notices} problem={problem} />
      </DoContext>
    </SightContext>
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
