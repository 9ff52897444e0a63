import { PopupMenu } from './popup-menu.tsx';
import { useSeen } from './sight-context.ts';
import { useDo } from './use-deeds.ts';

/** The app's global shortcuts, which can be called from anywhere. */
export function ShortcutMenu() {
  const { app } = useSeen();
  const perform = useDo();
  const shortcuts = app.shortcuts.filter(({ type }) => type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <PopupMenu
      label="Shortcuts"
      className="place"
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
