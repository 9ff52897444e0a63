import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

/** Below this share of the window's height a menu opens upward, or it would be cut off. */
const LOW = 0.6;

/** One thing a menu offers. */
export interface MenuItem {
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
  readonly choose: () => void;
}

interface PopupMenuProps {
  /** What the button is called for those who do not see it. */
  readonly label: string;
  readonly className: string;
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
}

/** A button that opens a menu: arrow keys move, Enter chooses, Escape closes. */
export function PopupMenu({ label, className, items, children }: PopupMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const [isUpward, setUpward] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (item: MenuItem) => {
    close();
    item.choose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus left it
    <div
      className="popup-menu"
      data-upward={isUpward}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        title={label}
        onClick={({ currentTarget }) => {
          setUpward(currentTarget.getBoundingClientRect().bottom > innerHeight * LOW);
          setOpen(!isOpen);
        }}
      >
        {children}
      </button>
      {isOpen && <MenuList id={id} label={label} items={items} onChoose={choose} onClose={close} />}
    </div>
  );
}

interface MenuListProps extends Pick<PopupMenuProps, 'label' | 'items'> {
  readonly id: string;
  readonly onChoose: (item: MenuItem) => void;
  readonly onClose: () => void;
}

function MenuList({ id, label, items, onChoose, onClose }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((one) => one.matches(':focus'));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (step === undefined) return onClose();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div ref={list} id={id} className="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={move}>
      {items.map((item) => (
        <button type="button" role="menuitem" key={item.key} onClick={() => onChoose(item)}>
          {item.title}
          {item.detail !== undefined && <small>{item.detail}</small>}
        </button>
      ))}
    </div>
  );
}
