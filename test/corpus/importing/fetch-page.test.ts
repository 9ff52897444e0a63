import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchPage } from '../../../src/corpus/importing/fetch-page.ts';
import { IMPORT_LIMITS } from '../../../src/corpus/importing/index.ts';
import { isPrivateAddress } from '../../../src/corpus/importing/private-address.ts';
import { aFolder } from '../archive/a-folder.ts';
import { importing } from './an-import.ts';

const FEED = `<rss version="2.0"><channel><title>Halm Wire</title><item><link>/dam</link><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate><description>The dam held.</description></item></channel></rss>`;

/** A server on loopback that lives as long as the test. */
async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}

const whats = (problems: readonly string[]) => problems.map((problem) => problem.replace(/^\S+: /, ''));

describe('fetching an address', () => {
  it('imports a feed behind a redirect, its relative links made whole', async () => {
    const host = await serving(({ url }, response) => {
      if (url === '/old') response.writeHead(302, { location: '/feed' }).end();
      else response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' }).end(FEED);
    });
    expect((await importing([`${host}/old`], { allowPrivate: true })).texts).toEqual(['The dam held.']);
  });

  it('sends nothing to a private address, whatever it is called', async () => {
    let requests = 0;
    const host = await serving((_, response) => {
      requests += 1;
      response.end(FEED);
    });
    const { port } = new URL(host);
    const names = [`127.0.0.1`, 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '0'];
    const imported = await importing(names.map((name) => `http://${name}:${port}/`));
    expect(whats(imported.problems)).toEqual(names.map(() => 'the address leads into a private network'));
    expect(requests).toBe(0);
  });

  it('does not follow a redirect into a network that it may not reach', async () => {
    let requests = 0;
    const inner = await serving((_, response) => {
      requests += 1;
      response.end(FEED);
    });
    const secret = inner.replace('127.0.0.1', 'localhost');
    const host = await serving(({ url }, response) => {
      response
        .writeHead(302, { location: url === '/name' ? secret : inner.replace('127.0.0.1', '127.0.0.2') })
        .end();
    });
    // Only the first server counts as public here.
    const options = { mayReach: (ip: string) => ip === '127.0.0.1', limits: IMPORT_LIMITS, now: new Date() };
    let asked = 0;
    const onlyOnce = () => {
      asked += 1;
      return asked === 1;
    };
    const what = 'the address leads into a private network';
    expect(await fetchPage(`${host}/number`, options)).toMatchObject({ kind: 'refusal', what });
    expect(await fetchPage(`${host}/name`, { ...options, mayReach: onlyOnce })).toMatchObject({
      kind: 'refusal',
      what,
    });
    expect(requests).toBe(0);
  });

  it('fetches nothing that a document names: no definitions, no entities, no scripts, no pictures', async () => {
    let requests = 0;
    const host = await serving((_, response) => {
      requests += 1;
      response.end();
    });
    const words = '<p>The dam at Norbeck held through the night, the harbour office said on Monday.</p>';
    const folder = aFolder({
      'a.xml': `<!DOCTYPE nitf SYSTEM "${host}/nitf.dtd"><nitf><body><body.content>${words}</body.content></body></nitf>`,
      'b.html': `<!doctype html><html><head><script src="${host}/a.js"></script><link rel="stylesheet" href="${host}/a.css"></head><body><img src="${host}/a.png">${words}</body></html>`,
    });
    const imported = await importing([folder], { allowPrivate: true });
    expect([imported.written, imported.problems, requests]).toEqual([2, [], 0]);
  });

  it('knows the private networks, and lets public ones pass', () => {
    const inside = [
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '::',
      '::1',
      'fd00::1',
      'fe80::1',
      '::ffff:10.0.0.1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
    ];
    expect(inside.filter((address) => !isPrivateAddress(address))).toEqual([]);
    expect(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1'].filter(isPrivateAddress)).toEqual([]);
  });

  it('leaves a feed that never ends at the limit of size', async () => {
    const host = await serving((_, response) => {
      response.writeHead(200);
      const write = (error?: Error | null) => {
        if (!error && !response.destroyed) response.write('x'.repeat(100_000), write);
      };
      write();
    });
    const limits = { ...IMPORT_LIMITS, largestDocument: 2 * 1024 * 1024 };
    expect(whats((await importing([host], { allowPrivate: true, limits })).problems)).toEqual([
      'the document is larger than 2 MB',
    ]);
  });

  it('leaves a server that does not answer, or stops in the middle, at the limit of time', async () => {
    const host = await serving(({ url }, response) => {
      if (url === '/half') response.writeHead(200).write('<rss>');
    });
    const limits = { ...IMPORT_LIMITS, fetchMilliseconds: 300 };
    const imported = await importing([`${host}/never`, `${host}/half`], { allowPrivate: true, limits });
    expect(whats(imported.problems)).toEqual(['it was not there after 0 s', 'it was not there after 0 s']);
  });

  it('tells of redirects in a circle, to files, of errors and of dead servers', async () => {
    const host = await serving(({ url }, response) => {
      if (url === '/gone') response.writeHead(410).end();
      else response.writeHead(302, { location: url === '/file' ? 'file:///etc/passwd' : '/round' }).end();
    });
    const imported = await importing(
      [`${host}/round`, `${host}/file`, `${host}/gone`, 'http://127.0.0.1:1/'],
      { allowPrivate: true },
    );
    expect(whats(imported.problems)).toEqual([
      'it redirects more than 5 times',
      'it redirects to a file: address',
      'the server answered 410',
      'it cannot be fetched (ECONNREFUSED)',
    ]);
  });

  it('keeps names and passwords of an address out of messages', async () => {
    const imported = await importing(['http://desk:secret@127.0.0.1:1/']);
    expect(JSON.stringify(imported)).not.toContain('secret');
  });
});
