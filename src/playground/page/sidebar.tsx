import { type ReactNode, useEffect, useRef } from 'react';
import { Avatar } from './avatar.tsx';
import { PersonSwitch } from './person-switch.tsx';
import { nameOfConversation, type OpenPlace, type Place } from './place.ts';
import { ShortcutMenu } from './shortcut-menu.tsx';
import { useSeen } from './sight-context.ts';

interface SidebarProps {
  readonly place: OpenPlace;
  /** The ids of conversations with something new in them. */
  readonly unread: ReadonlySet<string>;
  readonly onGo: (place: Place) => void;
  readonly onBecome: (handle: string) => void;
  /** On a phone's width the sidebar is a drawer. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The workspace: its channels, the app, and the person one asks as. */
export function Sidebar({ place, unread, onGo, onBecome, isOpen, onClose }: SidebarProps) {
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
        onKeyDown={({ key, defaultPrevented }) => key === 'Escape' && !defaultPrevented && onClose()}
      >
        <p className="workspace-name">{workspaceName}</p>
        <Channels place={place} unread={unread} onGo={onGo} />
        <AppPlaces place={place} unread={unread} onGo={onGo} />
        <PersonSwitch onBecome={onBecome} />
      </nav>
    </>
  );
}

type PlacesProps = Pick<SidebarProps, 'place' | 'unread' | 'onGo'>;

function Channels({ place, unread, onGo }: PlacesProps) {
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
            {unread.has(one.id) && <NewMark />}
          </PlaceLink>
        ))}
      </ul>
    </section>
  );
}

function AppPlaces({ place, unread, onGo }: PlacesProps) {
  const { app, conversations } = useSeen();
  const isNew = conversations.some(({ id, kind }) => kind === 'im' && unread.has(id));
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
            {isNew && <NewMark />}
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

/** Somebody wrote something new there. */
function NewMark() {
  return <span className="new-mark">new</span>;
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
