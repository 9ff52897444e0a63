import { type RefObject, useEffect, useRef } from 'react';

/** How near to where the page left it a log counts as followed by its reader, in pixels. */
const NEAR = 80;

/** Space left above a message that is shown from its beginning, in pixels. */
const HEADROOM = 8;

/**
 * Keeps the newest message of a log in view while the log grows or shrinks, unless the reader scrolled away.
 * A message taller than the log is shown from its beginning: that is where one starts to read.
 */
export function useStickToBottom(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const log = box.current;
    if (log === null) return;
    let placed = 0;
    let isFollowed = true;
    const noteScroll = () => {
      const toEnd = log.scrollHeight - log.scrollTop - log.clientHeight;
      isFollowed = toEnd < NEAR || Math.abs(log.scrollTop - placed) < NEAR;
    };
    const follow = new ResizeObserver(() => {
      if (!isFollowed) return;
      const newest = [...log.querySelectorAll('article')].at(-1);
      const isTall = newest !== undefined && newest.offsetHeight > log.clientHeight - HEADROOM;
      log.scrollTop = isTall ? newest.offsetTop - log.offsetTop - HEADROOM : log.scrollHeight;
      placed = log.scrollTop;
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
