import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/**
 * What becomes of a bulk request: it is handed on, refused as too much, taken in but for its second half, or taken in
 * and never answered.
 */
export type BulkFate = 'pass' | 'busy' | 'half' | 'cut';

/**
 * Stands before a node as a load balancer does. `decide` is asked with the number of each bulk request, from 1. Gives
 * its address.
 */
export async function startBusyProxy(
  node: string,
  decide: (bulk: number) => BulkFate | Promise<BulkFate>,
): Promise<string> {
  let bulks = 0;
  const server = createServer(async (request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const body = await text(request);
    const fate = url.startsWith('/_bulk') ? await decide(++bulks) : 'pass';
    const answer = (status: number, content: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(content);
    const full = { type: 'rejected_execution_exception', reason: 'the queue is full' };
    if (fate === 'busy') return void answer(429, JSON.stringify({ error: full, status: 429 }));
    const actions = fate === 'half' ? actionsOf(body) : [];
    const taken = actions.slice(0, actions.length / 2).join('');
    const forwarded = await fetch(node + url, {
      method,
      headers: { 'content-type': headers['content-type'] ?? 'application/json' },
      ...(body !== '' && { body: fate === 'half' && taken !== '' ? taken : body }),
    });
    const content = await forwarded.text();
    if (fate === 'cut') return void request.socket.destroy();
    if (fate === 'pass' || taken === '')
      return void answer(forwarded.status, method === 'HEAD' ? '' : content);
    const { items } = JSON.parse(content);
    while (items.length < actions.length) items.push({ index: { status: 429, error: full } });
    answer(200, JSON.stringify({ errors: true, items }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return `http://127.0.0.1:${address.port}`;
}

/** The actions of a bulk request, each with its document. */
function actionsOf(body: string): readonly string[] {
  const actions: string[] = [];
  for (const line of body.split('\n').filter((one) => one !== '')) {
    if (/^\{"(?:index|delete)":\{"_index":/.test(line)) actions.push(`${line}\n`);
    else actions.push(`${actions.pop() ?? ''}${line}\n`);
  }
  return actions;
}
