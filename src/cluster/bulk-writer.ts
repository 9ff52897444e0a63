import { setTimeout as wait } from 'node:timers/promises';
import { ClusterError, isPassing, isPassingStatus } from './cluster-error.ts';
import type { Cluster } from './connect-cluster.ts';

/** One document to write, or to take away where there is none. */
export interface BulkAction {
  readonly index: string;
  readonly id: string;
  readonly document?: object;
}

/** First and longest pause before a request is made again, in milliseconds; each is twice the one before. */
const PAUSE_MS = { first: 100, longest: 15_000 };
/** For so long nothing at all is taken in before that is told: a node may be started again meanwhile. */
const PATIENCE_MS = 300_000;

/** A cluster takes 100 MB at most in one request, and is best served with some. */
const REQUEST_LENGTH = 5_000_000;

/**
 * Writes some documents, in order for each of them. What the cluster has no room for now is offered again, ever more
 * slowly. Rejects with a ClusterError when it refuses a document, or takes nothing in for five minutes.
 */
export async function writeBulk(cluster: Cluster, actions: readonly BulkAction[]): Promise<void> {
  let request: Line[] = [];
  let length = 0;
  for (const action of actions) {
    const line = { action, text: toText(action) };
    request.push(line);
    length += line.text.length;
    if (length < REQUEST_LENGTH) continue;
    await offerUntilTaken(cluster, request);
    [request, length] = [[], 0];
  }
  await offerUntilTaken(cluster, request);
}

/** An action as it is sent. */
interface Line {
  readonly action: BulkAction;
  readonly text: string;
}

interface BulkAnswer {
  /** By the kind of the action, one for each, in their order. */
  readonly items: readonly Readonly<Record<string, BulkResult>>[];
}

interface BulkResult {
  readonly status: number;
  readonly error?: { readonly type: string; readonly reason: string };
}

async function offerUntilTaken(cluster: Cluster, lines: readonly Line[]): Promise<void> {
  let left = lines;
  let pause = PAUSE_MS.first;
  let waited = 0;
  while (left.length > 0) {
    const rejected = await offer(cluster, left, waited >= PATIENCE_MS);
    if (rejected.length < left.length) [pause, waited] = [PAUSE_MS.first, 0];
    left = rejected;
    if (left.length === 0) return;
    // No two writers come back at the same moment.
    const ms = pause * (0.5 + Math.random());
    await wait(ms);
    waited += ms;
    pause = Math.min(pause * 2, PAUSE_MS.longest);
  }
}

/** Gives what was not taken in now and may be later. Where this is the last time, rejects instead. */
async function offer(cluster: Cluster, lines: readonly Line[], isLast: boolean): Promise<readonly Line[]> {
  const answer = await cluster.call(async (client) => {
    try {
      const bulkBody = lines.map(({ text }) => text).join('');
      return await client.transport.request({ method: 'POST', path: '/_bulk', bulkBody });
    } catch (error) {
      if (isPassing(error) && !isLast) return undefined;
      throw error;
    }
  });
  if (answer === undefined) return lines;
  const { items } = answer.body as BulkAnswer;
  return lines.filter(({ action }, at) => {
    const [result] = Object.values(items[at] ?? {});
    if (result === undefined) return true;
    if (result.status < 300 || (action.document === undefined && result.status === 404)) return false;
    if (isPassingStatus(result.status) && !isLast) return true;
    throw new ClusterError(
      `The search cluster refuses to write to ${action.index} (${result.status} ${result.error?.type}: ` +
        `${result.error?.reason}).`,
    );
  });
}

function toText({ index, id, document }: BulkAction): string {
  const place = { _index: index, _id: id };
  if (document === undefined) return `${JSON.stringify({ delete: place })}\n`;
  return `${JSON.stringify({ index: place })}\n${JSON.stringify(document)}\n`;
}
