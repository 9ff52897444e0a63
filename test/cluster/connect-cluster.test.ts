import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readClusterAddress } from '../../src/cluster/index.ts';
import { run } from '../cli/run.ts';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';

const CERTIFICATE = 'test/fixtures/cluster/certificate.pem';

async function listen(server: Server, protocol: string): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `${protocol}://127.0.0.1:${address.port}`;
}

/** Says of every index that it is there, and refuses the rest. */
const refusing =
  (status: number, type = 'security_exception', reason = 'no permissions for that'): RequestListener =>
  ({ method }, response) => {
    if (method === 'HEAD' && status !== 401) return void response.writeHead(200).end();
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(method === 'HEAD' ? '' : JSON.stringify({ error: { type, reason }, status }));
  };

/** What a person is told who fills a cluster. */
async function messageOf(url: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const archive = aFolder({ 'a.jsonl': lines(saying('Two ferries sank.')) });
  const { stdout, stderr, exitCode } = await run(['index', '--to', url, '--archive', archive], { env });
  expect(exitCode).toBe(1);
  expect(stdout).toBe('');
  return stderr;
}

describe('the address of a search cluster', () => {
  it('names nodes, user and indices', () => {
    expect(readClusterAddress('https://bot:p%40ss@a.example:9200/news,https://b.example')).toEqual({
      nodes: ['https://a.example:9200', 'https://b.example'],
      name: 'news',
      username: 'bot',
      password: 'p@ss',
    });
    expect(readClusterAddress('http://127.0.0.1:9200')).toEqual({
      nodes: ['http://127.0.0.1:9200'],
      name: 'factdesk',
    });
  });

  it.each([
    'bot:s3cret@host',
    'ftp://bot:s3cret@host',
    'https://bot:s3cret@host/News Desk',
    'https://bot:s3cret@',
  ])('is refused without being shown: %s', async (url) => {
    const message = await messageOf(url);
    expect(message).toContain('https://user:password@search.example:9200/newsroom');
    expect(message).not.toContain('s3cret');
  });
});

describe('a search cluster that cannot be used', () => {
  it('is told to be away', async () => {
    const url = await listen(createServer(), 'http');
    const away = url.replace(/\d+$/, '1').replace('//', '//bot:s3cret@');
    expect(await messageOf(away)).toBe(
      'The search cluster at http://127.0.0.1:1 does not answer (connect ECONNREFUSED 127.0.0.1:1). ' +
        'Check the address, and that it runs.\n',
    );
  });

  it('is told not to know the user', async () => {
    const url = await listen(createServer(refusing(401)), 'http');
    expect(await messageOf(url.replace('//', '//bot:s3cret@'))).toBe(
      `The search cluster at ${url} does not know this user or key. Check FACTDESK_SEARCH_URL.\n`,
    );
  });

  it('is told to be read-only, as on a full disk', async () => {
    const reason = 'index [factdesk] blocked by: [read-only-allow-delete]';
    const url = await listen(createServer(refusing(403, 'cluster_block_exception', reason)), 'http');
    expect(await messageOf(url)).toBe(
      `The search cluster at ${url} takes nothing in: an index is read-only, as on a full disk (${reason}). ` +
        'Make room there.\n',
    );
  });

  it('is told to allow too little', async () => {
    const url = await listen(createServer(refusing(403)), 'http');
    expect(await messageOf(url)).toContain('does not allow that (no permissions for that). docs/scale.md');
  });

  it('is told to show a certificate that nobody vouches for, until its authority is named', async () => {
    const asked: (string | undefined)[] = [];
    const refuse = refusing(403);
    const tls = { cert: await readFile(CERTIFICATE), key: await readFile('test/fixtures/cluster/key.pem') };
    const server = createSecureServer(tls, (request, response) => {
      asked.push(request.headers.authorization);
      refuse(request, response);
    });
    const url = await listen(server, 'https');
    expect(await messageOf(url)).toContain('shows a certificate that is not trusted (');
    expect(asked).toEqual([]);
    const authority = { FACTDESK_SEARCH_CA: CERTIFICATE };
    await messageOf(url.replace('//', '//bot:s3cret@'), authority);
    await messageOf(url, { ...authority, FACTDESK_SEARCH_API_KEY: 'a-key' });
    expect([...new Set(asked)]).toEqual([
      `Basic ${Buffer.from('bot:s3cret').toString('base64')}`,
      'ApiKey a-key',
    ]);
  });

  it('is asked for where none is named', async () => {
    const { stderr } = await run(['index', '--to', '--archive', aFolder()]);
    expect(stderr).toBe('There is no search cluster. Set FACTDESK_SEARCH_URL, or name one with --to.\n');
  });
});
