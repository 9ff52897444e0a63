import type { IncomingMessage } from 'node:http';

/** Why a request is not answered, as HTTP status and words for whoever sent it. */
export interface Rejection {
  readonly status: 400 | 403;
  readonly why: string;
}

const FOREIGN: Rejection = {
  status: 403,
  why: 'This playground answers its own page only. Type its address into the address line of the browser.',
};
const MALFORMED: Rejection = { status: 400, why: 'This is no address of the playground.' };

/** This machine's own names: a request by DNS rebinding carries another one. */
const LOCAL_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** What browsers say of requests by the page itself, and by a person who typed the address. */
const OWN_SITE: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * Why a request or an upgrade is turned away; undefined when it comes from the playground's own page, or from a
 * program, which names no page. Any web page may guess a port of this machine and send what it likes there, so
 * whatever was not made for one of this machine's own names, or comes from a page of another origin, is foreign. The
 * port may differ, where one is forwarded.
 */
export function rejectRequest({ url = '', headers }: IncomingMessage): Rejection | undefined {
  const { host = '', origin, 'sec-fetch-site': site } = headers;
  const isFromHere =
    LOCAL_HOST.test(host) &&
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || OWN_SITE.has(String(site)));
  if (!isFromHere) return FOREIGN;
  return isAddress(url) ? undefined : MALFORMED;
}

/** `//` is the beginning of another machine's address, and `/%` of a letter that never comes. */
function isAddress(url: string): boolean {
  const base = new URL('http://localhost');
  try {
    const { host, pathname } = new URL(url, base);
    decodeURIComponent(pathname);
    return url.startsWith('/') && host === base.host;
  } catch {
    return false;
  }
}
