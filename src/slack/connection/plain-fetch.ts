import { request } from 'undici';

/**
 * `fetch` for what calls to Slack need: a text out, a short text back. The full one builds streams, signals and
 * requests of its own around that, and took a fifth of the bot's time for a reply. Bolt's `respond` has no timeout of
 * its own, so this brings one.
 *
 * @param timeoutMs how long Slack may take to begin its answer, and to go on with it
 */
export function plainFetch(timeoutMs: number): typeof fetch {
  return async (input, init = {}) => {
    const { headers, body } = init;
    // A file on its way to Slack: seldom, and nobody measures how fast.
    if (input instanceof Request || typeof body !== 'string')
      return fetch(input, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    try {
      const answer = await request(input, {
        method: 'POST',
        headers: Object.fromEntries(new Headers(headers)),
        body,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      const text = await answer.body.text();
      return new PlainResponse(text, {
        status: answer.statusCode,
        headers: flat(answer.headers),
      });
    } catch (cause) {
      // As `fetch` words it, so that one judge of failures is enough.
      throw new TypeError('fetch failed', { cause });
    }
  };
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
}

/** An answer whose text is here already; a plain `Response` would send it through a stream of its own. */
class PlainResponse extends Response {
  override readonly text: Response['text'];
  override readonly json: Response['json'];

  constructor(text: string, init: ResponseInit) {
    super(null, init);
    this.text = async () => text;
    this.json = async () => JSON.parse(text);
  }
}
