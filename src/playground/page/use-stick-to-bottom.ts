import { type RefObject, useEffect, useRef } from 'react';

/** How near to its end a log counts as being read at its end, in pixels. */
const NEAR = 80;

/** Keeps a log at its end while it grows or shrinks, unless the reader scrolled up. */
export function useStickToBottom(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const log = box.current;
    if (log === null) return;
    let isAtEnd = true;
    const noteScroll = () => {
      isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    };
    const follow = new ResizeObserver(() => {
      if (isAtEnd) log.scrollTop = log.scrollHeight;
    });
    log.addEventListener('scroll', noteScroll);
    follow.observe(log);
    if (log.firstElementChild !== null) follow.observe(log.firstElementChild);
    return () => {
      follow.disconnect();
      log.removeEventListener('scroll', noteScroll);
    };
  }, []);
  return box;
}
