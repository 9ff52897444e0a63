import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import { collectBytes } from './collect-bytes.ts';
import { type ImportItem, ImportItemError, type ImportLimits, type Refusal, refuse } from './import-item.ts';
import { withoutCredentials } from './import-source.ts';

/** How a page may be fetched. */
export interface FetchOptions {
  /** Whether an IP address may be connected to. */
  readonly mayReach: (address: string) => boolean;
  readonly limits: ImportLimits;
  readonly now: Date;
}

const PRIVATE = 'the address leads into a private network';
const ALLOW = 'Use --allow-private if you trust it';

/**
 * Fetches an address and what it redirects to. Every address on the way is resolved and checked before anything is
 * sent to it; the connection then goes to the very address that was checked.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<ImportItem | Refusal> {
  const name = withoutCredentials(address);
  const agent = new Agent({
    connect: { lookup: lookupAllowed(options.mayReach), timeout: 10_000 },
  });
  const signal = AbortSignal.timeout(options.limits.fetchMilliseconds);
  try {
    let url = new URL(address);
    for (let redirects = 0; redirects <= options.limits.mostRedirects; redirects += 1) {
      checkAddress(url, options.mayReach);
      const response = await request(url, { dispatcher: agent, signal, headers: HEADERS });
      const location = headerOf(response, 'location');
      if (response.statusCode < 300 || response.statusCode >= 400 || !location) {
        return await readResponse(response, { name, url, options });
      }
      await response.body.dump();
      url = new URL(location, url);
    }
    return refuse(
      name,
      `it redirects more than ${options.limits.mostRedirects} times`,
      'Give the address it ends at',
    );
  } catch (error) {
    return explain(name, error, options.limits);
  } finally {
    await agent.destroy();
  }
}

const HEADERS = {
  accept: 'application/rss+xml, application/atom+xml, application/feed+json, text/html, */*;q=0.5',
  'accept-encoding': 'identity',
  'user-agent': 'factdesk',
};

interface Requested {
  readonly name: string;
  readonly url: URL;
  readonly options: FetchOptions;
}

async function readResponse(
  response: Dispatcher.ResponseData,
  { name, url, options }: Requested,
): Promise<ImportItem | Refusal> {
  if (response.statusCode !== 200) {
    return refuse(
      name,
      `the server answered ${response.statusCode}`,
      'Open the address in a browser and check it',
    );
  }
  const bytes = await collectBytes(response.body, options.limits.largestDocument);
  const charset = /charset="?([\w.:-]+)/i.exec(headerOf(response, 'content-type') ?? '')?.[1];
  const modified = Date.parse(headerOf(response, 'last-modified') ?? '');
  return {
    kind: 'item',
    name,
    address: withoutCredentials(url.href),
    modified: Number.isNaN(modified) ? options.now : new Date(modified),
    ...(charset ? { charset } : {}),
    open: async function* () {
      yield bytes;
    },
  };
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** An address written in numbers is never looked up, so it is checked here. */
function checkAddress({ protocol, hostname }: URL, mayReach: FetchOptions['mayReach']): void {
  if (!/^https?:$/.test(protocol))
    throw new ImportItemError(`it redirects to a ${protocol} address`, 'Give the address it ends at');
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !mayReach(host)) throw new ImportItemError(PRIVATE, ALLOW);
}

/** Resolves a name, and fails when any of its addresses is forbidden: which one would be taken is up to chance. */
function lookupAllowed(mayReach: FetchOptions['mayReach']): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) callback(error, '');
      else if (!first || !addresses.every(({ address }) => mayReach(address))) {
        callback(new ImportItemError(PRIVATE, ALLOW), '');
      } else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

function explain(name: string, error: unknown, { fetchMilliseconds }: ImportLimits): Refusal {
  if (error instanceof ImportItemError) return refuse(name, error.message, error.mend);
  if (error instanceof Error && error.name === 'TimeoutError') {
    return refuse(
      name,
      `it was not there after ${Math.round(fetchMilliseconds / 1000)} s`,
      'Try again later',
    );
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return refuse(name, `it cannot be fetched (${code})`, 'Check the address and the connection');
}
