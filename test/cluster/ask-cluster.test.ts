import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { run } from '../cli/run.ts';
import { aFolder, ferryArticles, lines, saying } from '../corpus/archive/a-folder.ts';
import { TestCluster } from '../opensearch/cluster.ts';

const plan = inject('cluster');

const ARTICLES = [
  [
    'lighthouse',
    'The lighthouse of Norbeck was built in 1871. Its lamp was lit by oil. It was closed in 1960.',
  ],
  ['bridge', 'The bridge over the Ovra is 412 metres long, the mayor said.\n\nIt cost 9.5 million euros.'],
  ['mine', 'A land mine was found at the quay on Friday. Nobody was hurt.'],
  ['mine-field', 'The mine of Tallow Hill stands on land that the council bought in 1988.'],
  ['strike', 'Rosa Quillfeather, who leads the union, said that 340 dockers would strike in March 2025.'],
  ['strike-end', 'The strike of the dockers ended in April 2025 after 22 days.'],
] as const;

const LIGHTHOUSE = 'When was the lighthouse of Norbeck built?';
const BRIDGE = 'How long is the bridge over the Ovra?';
const WHALES = 'How many whales were counted off Norbeck?';
const QUESTIONS = [
  LIGHTHOUSE,
  'when was the lihgthouse of Norbek buillt',
  BRIDGE,
  'How much did the bridge cost?',
  'Where was a land mine found?',
  'Who leads the union of dockers?',
  'How many dockers strike?',
  'When did the strike end?',
  'By how many minutes was ferry 37 late?',
  '"lamp was lit"',
  'strike after:2024',
  'bridge kind:article',
  WHALES,
  'When was the treaty on mines signed?',
  'What is the capital of France?',
];

describe.skipIf(plan === undefined)('factdesk ask of an archive in a cluster', () => {
  const nodes = new TestCluster(plan ?? { folder: '', keeper: 0, nodes: [] });
  const [node = '', other = ''] = nodes.urls;

  beforeAll(() => nodes.untilReady());

  async function fill() {
    const name = `test-${randomBytes(4).toString('hex')}`;
    onTestFinished(async () => void (await fetch(`${node}/${name}-*`, { method: 'DELETE' })));
    const folder = aFolder({
      'a.jsonl': lines(
        ...ARTICLES.map(([id, text]) =>
          saying(text, { uri: `u:${id}`, headlines: [{ role: 'main', value: id }] }),
        ),
        ...ferryArticles(10),
      ),
    });
    const filled = await run(['index', '--to', `${node}/${name}`, '--archive', folder]);
    expect(filled.stderr).toBe('');
    return { folder, name, url: `${node}/${name}` };
  }

  const ask = async (questions: readonly string[], env: Readonly<Record<string, string>>) => {
    const asked = await run(['ask', '--json'], { stdin: `${questions.join('\n')}\n`, env });
    const answers = asked.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    return { ...asked, answers: answers.map(({ tookMs: _, ...answer }) => answer) };
  };

  it('gives the answers that the archive gives in one process, slips, phrases and filters too', async () => {
    const { folder, url } = await fill();
    const here = await ask(QUESTIONS, { FACTDESK_ARCHIVE: folder });
    const there = await ask(QUESTIONS, { FACTDESK_SEARCH_URL: url });
    expect(there.stderr).toBe('');
    expect(there.answers).toEqual(here.answers);
    const outcomes = new Map(here.answers.map(({ question, outcome }) => [question, outcome]));
    expect(QUESTIONS.slice(0, 3).map((question) => outcomes.get(question))).toEqual(Array(3).fill('answer'));
    expect(outcomes.get(WHALES)).toBe('none');
    const saidHere = await run(['ask', WHALES], { env: { FACTDESK_ARCHIVE: folder } });
    const saidThere = await run(['ask', WHALES], { env: { FACTDESK_SEARCH_URL: url } });
    expect(saidThere.stdout).toBe(saidHere.stdout);
  });

  it('quotes nothing that went or may be shown no longer, also where a search still finds it', async () => {
    const { name, url } = await fill();
    const send = async (method: string, path: string, body?: object) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(node + path, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      expect(answer.ok).toBe(true);
      return answer.json();
    };
    const documentsOf = async (article: string) => {
      const query = { size: 100, query: { term: { article } } };
      const { hits } = (await send('POST', `/${name}/_search`, query)) as {
        readonly hits: { readonly hits: readonly { readonly _id: string; readonly _index: string }[] };
      };
      return hits.hits;
    };
    const { outcome } = (await ask([LIGHTHOUSE], { FACTDESK_SEARCH_URL: url })).answers[0];
    expect(outcome).toBe('answer');
    await send('PUT', `/${name}/_settings`, { index: { refresh_interval: '-1' } });
    for (const { _id, _index } of await documentsOf('u:lighthouse'))
      await send('DELETE', `/${_index}/_doc/${_id}`);
    for (const { _id, _index } of await documentsOf('u:bridge'))
      await send('POST', `/${_index}/_update/${_id}`, { doc: { state: 'canceled' } });
    expect(await documentsOf('u:lighthouse')).toHaveLength(3);
    const { stdout } = await ask([LIGHTHOUSE, BRIDGE], { FACTDESK_SEARCH_URL: url });
    expect(stdout).not.toContain('1871');
    expect(stdout).not.toContain('412 metres');
  });

  it('answers from the sheets, and says so, where the cluster is away', async () => {
    const env = { FACTDESK_SEARCH_URL: 'http://127.0.0.1:1/away' };
    const { stdout, stderr, exitCode } = await run(['ask', LIGHTHOUSE], { env });
    expect(stderr).toBe(
      'The search cluster at http://127.0.0.1:1 does not answer (connect ECONNREFUSED 127.0.0.1:1). Check the ' +
        'address, and that it runs. Questions are answered without the archive.\n',
    );
    expect(stdout).toContain('the archive cannot be read just now');
    expect(exitCode).toBe(0);
    const sheets = await run(['ask', 'When was the Mine Ban Treaty opened for signature?'], { env });
    expect(sheets.stdout).toContain(
      'The archive cannot be reached just now: only the desk’s facts were searched.',
    );
  });

  it('goes on with two of three nodes', async () => {
    const { url, name } = await fill();
    const both = `${url},${other}`;
    // Copies of a new index are made in the background: before, a node may hold the only one.
    const health = await fetch(`${node}/_cluster/health/${name}?wait_for_status=green&timeout=30s`);
    expect(await health.json()).toMatchObject({ status: 'green' });
    const before = await ask(QUESTIONS, { FACTDESK_SEARCH_URL: both });
    try {
      await nodes.killNode('node-1');
      const after = await ask(QUESTIONS, { FACTDESK_SEARCH_URL: both });
      expect(after.answers).toEqual(before.answers);
    } finally {
      await nodes.startNode('node-1');
      await nodes.untilReady();
    }
  });
});
