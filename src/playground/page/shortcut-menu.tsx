import { usePageState } from './page-state-context.ts';
import { PopupMenu } from './popup-menu.tsx';
import { usePerform } from './use-user-actions.ts';

/** The app's global shortcuts, which can be called from anywhere. */
export function ShortcutMenu() {
  const { app } = usePageState();
  const perform = usePerform();
  const shortcuts = app.shortcuts.filter(({ type }) => type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <PopupMenu
      label="Shortcuts"
      className="sidebar-link"
      items={shortcuts.map(({ callbackId, name, description }) => ({
        key: callbackId,
        title: name,
        detail: description,
        choose: () => void perform({ kind: 'shortcut', callbackId }),
      }))}
    >
      <span className="sign" aria-hidden="true">
        ⚡︎
      </span>
      Shortcuts
    </PopupMenu>
  );
}
