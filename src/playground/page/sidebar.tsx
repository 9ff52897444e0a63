import { type ReactNode, useEffect, useRef } from 'react';
import { Avatar } from './avatar.tsx';
import { PersonSwitch } from './person-switch.tsx';
import { nameOfConversation, type OpenPlace, type Place } from './place.ts';
import { ShortcutMenu } from './shortcut-menu.tsx';
import { useSeen } from './sight-context.ts';

interface SidebarProps {
  readonly place: OpenPlace;
  readonly onGo: (place: Place) => void;
  readonly onBecome: (handle: string) => void;
  /** On a phone's width the sidebar is a drawer. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The workspace: its channels, the app, and the person one asks as. */
export function Sidebar({ place, onGo, onBecome, isOpen, onClose }: SidebarProps) {
  const { workspaceName } = useSeen();
  const drawer = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) drawer.current?.querySelector<HTMLElement>('[aria-current], button')?.focus();
  }, [isOpen]);
  return (
    <>
      {isOpen && <button type="button" className="scrim" aria-label="Close the menu" onClick={onClose} />}
      <nav
        ref={drawer}
        className="sidebar"
        aria-label="Workspace"
        data-open={isOpen}
        onKeyDown={({ key }) => key === 'Escape' && onClose()}
      >
        <p className="workspace-name">{workspaceName}</p>
        <Channels place={place} onGo={onGo} />
        <AppPlaces place={place} onGo={onGo} />
        <PersonSwitch onBecome={onBecome} />
      </nav>
    </>
  );
}

type PlacesProps = Pick<SidebarProps, 'place' | 'onGo'>;

function Channels({ place, onGo }: PlacesProps) {
  const channels = useSeen().conversations.filter(({ kind }) => kind !== 'im');
  return (
    <section>
      <h2>Channels</h2>
      <ul>
        {channels.map((one) => (
          <PlaceLink
            key={one.id}
            isHere={place.kind === 'conversation' && place.conversation.id === one.id}
            onGo={() => onGo({ kind: 'conversation', name: nameOfConversation(one) })}
          >
            <span className="sign" aria-hidden="true">
              #
            </span>
            {one.name}
            {one.isArchived && <small>archived</small>}
          </PlaceLink>
        ))}
      </ul>
    </section>
  );
}

function AppPlaces({ place, onGo }: PlacesProps) {
  const { app } = useSeen();
  const isDirect = place.kind === 'conversation' && place.conversation.kind === 'im';
  return (
    <section>
      <h2>Apps</h2>
      <ul>
        {app.hasMessages && (
          <PlaceLink isHere={isDirect} onGo={() => onGo({ kind: 'conversation', name: 'dm' })}>
            <Avatar name={app.name} isApp size="small" />
            {app.name}
            <small>direct message</small>
          </PlaceLink>
        )}
        {app.hasHome && (
          <PlaceLink isHere={place.kind === 'home'} onGo={() => onGo({ kind: 'home' })}>
            <span className="sign" aria-hidden="true">
              ⌂
            </span>
            {app.name} Home
          </PlaceLink>
        )}
      </ul>
      <ShortcutMenu />
    </section>
  );
}

function PlaceLink(props: {
  readonly isHere: boolean;
  readonly onGo: () => void;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <button
        type="button"
        className="place"
        aria-current={props.isHere ? 'page' : undefined}
        onClick={props.onGo}
      >
        {props.children}
      </button>
    </li>
  );
}
