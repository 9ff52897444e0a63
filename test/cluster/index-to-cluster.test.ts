import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import {
  clusterTerm,
  connectCluster,
  hashWords,
  readLexicon,
  readPublished,
} from '../../src/cluster/index.ts';
import { openArchive } from '../../src/corpus/archive/index.ts';
import { run } from '../cli/run.ts';
import { aFolder, allPassages, ferryArticles, lines, saying } from '../corpus/archive/a-folder.ts';
import { TestCluster } from '../opensearch/cluster.ts';
import { type BulkFate, startBusyProxy } from './busy-proxy.ts';

const plan = inject('cluster');
interface Found {
  readonly _id: string;
  readonly _source: object;
}

const NOW = new Date('2026-11-22T12:00:00Z');

describe.skipIf(plan === undefined)('factdesk index --to', () => {
  const nodes = new TestCluster(plan ?? { folder: '', keeper: 0, nodes: [] });
  const [node = ''] = nodes.urls;

  beforeAll(() => nodes.untilReady());

  /** A name that no other test uses, and whose indices are taken away. */
  function aName(): string {
    const name = `test-${randomBytes(4).toString('hex')}`;
    onTestFinished(async () => void (await fetch(`${node}/${name}-*`, { method: 'DELETE' })));
    return name;
  }

  const fill = (url: string, archive: string) => run(['index', '--to', url, '--archive', archive]);

  async function find(name: string, query: object) {
    const response = await fetch(`${node}/${name}/_search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ size: 10_000, query }),
    });
    const { hits } = (await response.json()) as { readonly hits: { readonly hits: readonly Found[] } };
    return hits.hits;
  }

  /** All documents behind a name, and all that is noted of its articles and words. */
  async function contentsOf(name: string) {
    const cluster = await connectCluster({ url: `${node}/${name}` });
    onTestFinished(() => cluster.close());
    const published = await readPublished(cluster);
    const all = [name, `${published?.index}-notes`].map((index) => find(index, { match_all: {} }));
    const documents = (await Promise.all(all)).flat().map(({ _id, _source }) => ({ _id, _source }));
    return { meta: published?.meta, documents: documents.sort((a, b) => (a._id < b._id ? -1 : 1)) };
  }

  it('writes each passage with what it is found by, and says what it did', async () => {
    const name = aName();
    const text =
      'The ferries of Norbeck sank. Nobody drowned, the harbour master said.\n\nMines were found, too.';
    const folder = aFolder({
      'a.jsonl': lines(
        saying(text, { version: '2', subjects: [{ name: 'Shipping' }], expires: '2031-01-01T00:00:00Z' }),
      ),
    });
    const { stdout, stderr } = await fill(`${node}/${name}`, folder);
    expect(stderr).toBe('');
    expect(stdout).toMatch(
      new RegExp(
        `^3 passages of 1 article in [\\d.]+ s, asked as ${name} \\(${name}-1-\\w{12}\\): 1 article written, 0 removed\n$`,
      ),
    );
    const found = await find(name, { match: { terms: clusterTerm('ferry') } });
    const [passage] = await allPassages(await openArchive([folder], { now: NOW }));
    if (!passage) throw new Error('The archive holds no passage.');
    expect(found.map(({ _source }) => _source)).toEqual([
      {
        ...{ kind: 'article', asOf: '2026-03-02', topics: ['Shipping'], publisher: 'The Norbeck Post' },
        ...{ article: 'https://post.example/harbour', version: '2', state: 'usable' },
        ...{ embargoedUntil: '2026-03-01T08:00:00+01:00', expires: '2031-01-01T00:00:00Z' },
        ...{ paragraph: expect.stringMatching(/-0$/), placeInParagraph: 0 },
        hash: hashWords(passage),
        passage: JSON.parse(JSON.stringify(passage)),
      },
    ]);
    expect(await find(name, { match: { terms: 'the' } })).toEqual([]);
    expect(await find(name, { match: { surroundings: clusterTerm('shipping') } })).toHaveLength(3);
    expect(await find(name, { match: { surroundings: clusterTerm('drowning') } })).toHaveLength(3);
  });

  it('keeps every word of the corpus with how many passages hold it', async () => {
    const name = aName();
    const folder = aFolder({
      'a.jsonl': lines(
        saying('Two ferries sank. The ferry was old. It rained.', { subjects: [{ name: 'Shipping' }] }),
      ),
    });
    await fill(`${node}/${name}`, folder);
    const cluster = await connectCluster({ url: `${node}/${name}` });
    onTestFinished(() => cluster.close());
    const words = new Map<string, number>();
    const lexicon = await readLexicon(cluster, (word, holders) => words.set(word, holders));
    expect(lexicon).toEqual({ passages: 3, articles: 1 });
    expect(Object.fromEntries(words)).toEqual({
      ...{ 2: 1, ferries: 2, ferry: 2, sank: 1, old: 1, rained: 1 },
      ...{ shipping: 0, harbour: 0, norbeck: 0, closes: 0, post: 0 },
    });
  });

  it('changes nothing when it is said again', async () => {
    const name = aName();
    const folder = aFolder({ 'a.jsonl': lines(...ferryArticles(30)) });
    await fill(`${node}/${name}`, folder);
    const before = await contentsOf(name);
    expect(before.documents).toHaveLength(30 * 20 + 30 + 1);
    const { stdout } = await fill(`${node}/${name}`, folder);
    expect(stdout).toContain('600 passages of 30 articles');
    expect(stdout).toContain(': 0 articles written, 0 removed\n');
    expect(await contentsOf(name)).toEqual(before);
  });

  it('takes out what was withdrawn, and of a shorter version what is no longer in it', async () => {
    const name = aName();
    const at = `${node}/${name}`;
    const [first = '', second = '', third = ''] = ferryArticles(3);
    await fill(at, aFolder({ 'a.jsonl': lines(first, second, third) }));
    const shorter = saying('The ferry came.', {
      uri: 'u:1',
      version: '2',
      versionCreated: '2026-03-05T08:00:00Z',
    });
    const canceled = saying('', {
      uri: 'u:2',
      pubStatus: 'canceled',
      versionCreated: '2026-03-05T08:00:00Z',
    });
    const changed = aFolder({ 'a.jsonl': lines(first, second, third, shorter, canceled) });
    const { stdout } = await fill(at, changed);
    expect(stdout).toContain('21 passages of 2 articles');
    const afresh = aName();
    await fill(`${node}/${afresh}`, changed);
    expect(await contentsOf(name)).toEqual(await contentsOf(afresh));
  });

  it('holds the same after kills at any moment and a start that goes on', async () => {
    const folder = aFolder({ 'a.jsonl': lines(...ferryArticles(200)) });
    const [name, whole] = [aName(), aName()];
    await fill(`${node}/${whole}`, folder);
    let killed = 0;
    for (const killedAt of [1, 2, 3, 5, 7, 8]) {
      let kill = () => {};
      const proxy = await startBusyProxy(node, (bulk) => {
        if (bulk === killedAt) kill();
        return 'pass';
      });
      const words = ['bin/factdesk.js', 'index', '--to', `${proxy}/${name}`, '--archive', folder];
      const child = spawn(process.execPath, words, { stdio: 'ignore' });
      kill = () => child.kill('SIGKILL');
      await once(child, 'exit');
      if (child.signalCode === 'SIGKILL') killed++;
    }
    expect(killed).toBeGreaterThan(3);
    const { stdout } = await fill(`${node}/${name}`, folder);
    expect(stdout).toContain('4,000 passages of 200 articles');
    const [, written] = /: (\d+) articles written/.exec(stdout) ?? [];
    expect(Number(written)).toBeLessThan(200);
    expect(await contentsOf(name)).toEqual(await contentsOf(whole));
  });

  it('goes slower when the cluster has no room or is cut off, and loses nothing', async () => {
    const folder = aFolder({ 'a.jsonl': lines(...ferryArticles(200)) });
    const [name, whole] = [aName(), aName()];
    await fill(`${node}/${whole}`, folder);
    const fates: string[] = [];
    const proxy = await startBusyProxy(node, (bulk) => {
      const fate = (['pass', 'half', 'busy', 'cut'] as const)[bulk % 4] ?? 'pass';
      fates.push(fate);
      return fate;
    });
    const { stdout, exitCode } = await fill(`${proxy}/${name}`, folder);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(': 200 articles written');
    expect(new Set(fates)).toEqual(new Set(['pass', 'half', 'busy', 'cut']));
    expect(await contentsOf(name)).toEqual(await contentsOf(whole));
  });

  it('goes on when a node is killed and comes back', async () => {
    const folder = aFolder({ 'a.jsonl': lines(...ferryArticles(200)) });
    const [name, whole] = [aName(), aName()];
    await fill(`${node}/${whole}`, folder);
    const [, other = ''] = nodes.urls;
    const proxy = await startBusyProxy(other, async (bulk): Promise<BulkFate> => {
      if (bulk !== 2) return 'pass';
      await nodes.killNode('node-3');
      await nodes.startNode('node-3');
      return 'pass';
    });
    const { stdout, stderr } = await fill(`${proxy}/${name}`, folder);
    expect(stderr).toBe('');
    expect(stdout).toContain('4,000 passages of 200 articles');
    await nodes.untilReady();
    expect(await contentsOf(name)).toEqual(await contentsOf(whole));
  });

  it('leads the alias from an index of another version to the new one, and leaves that one where it is', async () => {
    const name = aName();
    const old = `${name}-0-older`;
    const body = JSON.stringify({ aliases: { [name]: {} } });
    await fetch(`${node}/${old}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
    await fill(`${node}/${name}`, aFolder({ 'a.jsonl': lines(saying('Two ferries sank.')) }));
    expect(await find(name, { match_all: {} })).toHaveLength(1);
    expect(await find(old, { match_all: {} })).toHaveLength(0);
  });
});
