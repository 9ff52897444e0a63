import { type ReactNode, useEffect, useRef } from 'react';
import { Avatar } from './avatar.tsx';
import { usePageState } from './page-state-context.ts';
import { PersonSwitch } from './person-switch.tsx';
import { nameOfConversation, type ResolvedRoute, type Route } from './route.ts';
import { ShortcutMenu } from './shortcut-menu.tsx';

interface SidebarProps {
  readonly route: ResolvedRoute;
  /** The ids of conversations with something new in them. */
  readonly unread: ReadonlySet<string>;
  readonly onGo: (route: Route) => void;
  readonly onBecome: (handle: string) => void;
  /** On a phone's width the sidebar is a drawer. */
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The workspace: its channels, the app, and the person one asks as. */
export function Sidebar({ route, unread, onGo, onBecome, isOpen, onClose }: SidebarProps) {
  const { workspaceName } = usePageState();
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
        <Channels route={route} unread={unread} onGo={onGo} />
        <AppLinks route={route} unread={unread} onGo={onGo} />
        <PersonSwitch onBecome={onBecome} />
      </nav>
    </>
  );
}

type LinksProps = Pick<SidebarProps, 'route' | 'unread' | 'onGo'>;

function Channels({ route, unread, onGo }: LinksProps) {
  const channels = usePageState().conversations.filter(({ kind }) => kind !== 'im');
  return (
    <section>
      <h2>Channels</h2>
      <ul>
        {channels.map((one) => (
          <SidebarLink
            key={one.id}
            isHere={route.kind === 'conversation' && route.conversation.id === one.id}
            onGo={() => onGo({ kind: 'conversation', name: nameOfConversation(one) })}
          >
            <span className="sign" aria-hidden="true">
              #
            </span>
            {one.name}
            {one.isArchived && <small>archived</small>}
            {unread.has(one.id) && <NewMark />}
          </SidebarLink>
        ))}
      </ul>
    </section>
  );
}

function AppLinks({ route, unread, onGo }: LinksProps) {
  const { app, conversations } = usePageState();
  const isNew = conversations.some(({ id, kind }) => kind === 'im' && unread.has(id));
  const isDirect = route.kind === 'conversation' && route.conversation.kind === 'im';
  return (
    <section>
      <h2>Apps</h2>
      <ul>
        {app.hasMessages && (
          <SidebarLink isHere={isDirect} onGo={() => onGo({ kind: 'conversation', name: 'dm' })}>
            <Avatar name={app.name} isApp size="small" />
            {app.name}
            <small>direct message</small>
            {isNew && <NewMark />}
          </SidebarLink>
        )}
        {app.hasHome && (
          <SidebarLink isHere={route.kind === 'home'} onGo={() => onGo({ kind: 'home' })}>
            <span className="sign" aria-hidden="true">
              ⌂
            </span>
            {app.name} Home
          </SidebarLink>
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

function SidebarLink(props: {
  readonly isHere: boolean;
  readonly onGo: () => void;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <button
        type="button"
        className="sidebar-link"
        aria-current={props.isHere ? 'page' : undefined}
        onClick={props.onGo}
      >
        {props.children}
      </button>
    </li>
  );
}
