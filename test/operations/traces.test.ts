import pino from 'pino';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { createOngoingRequests } from '../../src/ongoing-requests.ts';
import { openTraces } from '../../src/operations/index.ts';
import type { SeenMessage } from '../../src/playground/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { HARBOUR } from '../slack/sample-facts.ts';
import { openSlackDesk } from '../slack/slack-desk.ts';
import { type CollectedSpan, openTraceCollector, type TraceCollector } from './trace-collector.ts';

const QUESTION = 'Who owns the crane?';
/** As OTLP numbers the kinds of spans, and the state of one that failed. */
const [SERVER, CLIENT, FAILED] = [2, 3, 2];

/** Sets variables of the environment, which OpenTelemetry reads by itself, until the test ends. */
function setVariables(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}

/** A bot whose work is traced. */
async function openTracedDesk(
  collector: Pick<TraceCollector, 'endpoint'>,
  variables: Readonly<Record<string, string>> = {},
) {
  setVariables({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, ...variables });
  const requests = createOngoingRequests();
  const told: string[] = [];
  const logger = pino({}, { write: (line) => void told.push(line) });
  const now = () => new Date();
  const traces = await openTraces({ version: '1.2.3', requests, logger, now });
  const folder = await createFolder({ 'harbour.md': HARBOUR });
  const corpus = await loadCorpus({ sheets: folder, archive: [] });
  const factDesk = traces.observeFactDesk(await openFactDesk({ corpus, now }));
  const inherit = async () =>
    traces.observeLedger(await openLedger({ directory: await createFolder({}), now }));
  const desk = await openSlackDesk({ requests, factDesk, observer: traces.observer }, { inherit });
  const ada = desk.slack.person('ada');
  const replies = () => desk.log().split('"replied"').length - 1;
  /** Asks, and waits until the bot has nothing more to note of it. */
  const ask = async (post: () => SeenMessage) => {
    const before = replies();
    await ada.reply(post());
    await expect.poll(replies).toBeGreaterThan(before);
  };
  const askDirectly = () => ask(() => ada.directMessage(QUESTION));
  return { ...desk, traces, told, ada, ask, askDirectly, replies };
}

const roots = (spans: readonly CollectedSpan[]) => spans.filter(({ name }) => name === 'question');
const partsOf = ({ spanId }: CollectedSpan, spans: readonly CollectedSpan[]) =>
  spans.filter(({ parentSpanId }) => parentSpanId === spanId);

describe('traces', () => {
  it('are a span for each question, with reading, search, decision, ledger and Slack below it', async () => {
    const collector = await openTraceCollector();
    const { ada, ask, slack, traces, log } = await openTracedDesk(collector);
    await ask(() => ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`));
    expect(await traces.close()).toBe(true);
    const [question, ...others] = roots(collector.spans);
    if (question === undefined) throw new Error('There is no span of the question.');
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      kind: SERVER,
      attributes: {
        'factdesk.surface': 'mention',
        'factdesk.outcome': 'answer',
        'factdesk.request': expect.stringMatching(/^Ev/),
      },
    });
    const parts = partsOf(question, collector.spans);
    expect(parts).toHaveLength(collector.spans.length - 1);
    expect(new Set(parts.map(({ traceId }) => traceId))).toEqual(new Set([question.traceId]));
    const names = parts.map(({ name }) => name);
    for (const name of ['acknowledge', 'answer', 'reading', 'search', 'decision'])
      expect(names).toContain(name);
    for (const name of ['ledger acceptQuestion', 'ledger recordAnswer', 'ledger recordDelivery'])
      expect(names).toContain(name);
    expect(parts.find(({ name }) => name === 'slack chat.postMessage')).toMatchObject({
      kind: CLIENT,
      attributes: { 'slack.method': 'chat.postMessage', 'slack.result': 'answered' },
    });
    for (const { startTimeUnixNano: start, endTimeUnixNano: end } of parts) {
      expect(start).toBeGreaterThanOrEqual(question.startTimeUnixNano);
      expect(end).toBeLessThanOrEqual(question.endTimeUnixNano);
      expect(end).toBeGreaterThanOrEqual(start);
    }
    // The log leads to the trace.
    expect(log()).toContain(`"trace_id":"${question.traceId}"`);
  });

  it('hold no person, no place, no words and no token', async () => {
    const collector = await openTraceCollector();
    const { ada, ask, replies, slack, traces } = await openTracedDesk(collector);
    await ask(() => ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`));
    await ada.command('newsroom', '/fact', 'Where is the zebra of Quillfeather?');
    await expect.poll(replies).toBe(2);
    await traces.close();
    expect(roots(collector.spans)).toHaveLength(2);
    const sent = collector.bodies.join('').toLowerCase();
    const ids = [ada.id, slack.botUserId, slack.channel('newsroom').id, slack.botToken, slack.appToken];
    for (const secret of [...ids, 'crane', 'zebra', 'quillfeather', 'council', 'select', 'hooks.slack'])
      expect(sent).not.toContain(secret.toLowerCase());
    const known = /^(?:factdesk|slack|ledger)\.[a-z_]+$/;
    for (const { attributes } of collector.spans)
      for (const name of Object.keys(attributes)) expect(name).toMatch(known);
  });

  it('tell two questions at once apart, and the questions of one message', async () => {
    const collector = await openTraceCollector();
    const { ada, replies, slack, traces } = await openTracedDesk(collector);
    const ben = slack.person('ben');
    await Promise.all([
      ada.reply(ada.directMessage(QUESTION)),
      ben.reply(ben.directMessage(`${QUESTION} What does the pier cost?`)),
    ]);
    await expect.poll(replies).toBe(3);
    await traces.close();
    const questions = roots(collector.spans);
    expect(questions).toHaveLength(3);
    expect(new Set(questions.map(({ traceId }) => traceId)).size).toBe(2);
    for (const question of questions)
      for (const name of ['search', 'ledger recordAnswer', 'slack chat.postMessage'])
        expect(partsOf(question, collector.spans).filter((part) => part.name === name)).toHaveLength(1);
  });

  it('say what failed', async () => {
    const collector = await openTraceCollector();
    const { ada, app, slack, traces, log } = await openTracedDesk(collector);
    slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 3 });
    slack.faults.next('chat.postMessage', { kind: 'server-error' });
    slack.faults.next('chat.postMessage', { kind: 'refused', error: 'is_archived' }, 9);
    ada.directMessage(QUESTION);
    await expect.poll(log).toContain('"the reply was not sent"');
    await expect.poll(log).toContain('the asker could not be told');
    // What is noted of the question comes after that.
    await app.stop({ deadlineMs: 5_000 });
    await traces.close();
    expect(roots(collector.spans)).toMatchObject([
      { attributes: { 'factdesk.outcome': 'failed' }, status: { code: FAILED } },
    ]);
    const posts = collector.spans.filter(({ name }) => name === 'slack chat.postMessage');
    expect(posts.slice(0, 2)).toMatchObject([
      { attributes: { 'slack.result': 'limited', 'slack.asked_to_wait_s': 3 }, status: { code: FAILED } },
      { attributes: { 'slack.result': 'failed' }, status: { code: FAILED } },
    ]);
  });

  it('say which calls to the ledger failed', async () => {
    const collector = await openTraceCollector();
    setVariables({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
    const requests = createOngoingRequests();
    const logger = pino({ level: 'silent' });
    const now = () => new Date();
    const traces = await openTraces({ version: '1.2.3', requests, logger, now });
    const opened = await openLedger({ directory: await createFolder({}), now });
    const ledger = traces.observeLedger(opened);
    await requests.run(async () => {
      await ledger.countOpenDeskQuestions();
      await opened.close();
      await expect(ledger.countOpenDeskQuestions()).rejects.toThrow();
      traces.observer.replied({ surface: 'mention', outcome: 'failed', seconds: 1 });
    });
    await traces.close();
    const calls = collector.spans.filter(({ name }) => name === 'ledger countOpenDeskQuestions');
    expect(calls.map(({ status }) => status.code === FAILED)).toEqual([false, true]);
  });

  it('are made of a question that a workflow asks, too', async () => {
    const collector = await openTraceCollector();
    const { slack, app, traces } = await openTracedDesk(collector);
    await slack.runStep('find_fact', { question: QUESTION });
    await app.stop({ deadlineMs: 2_000 });
    await traces.close();
    expect(roots(collector.spans)).toMatchObject([
      { attributes: { 'factdesk.surface': 'workflow', 'factdesk.outcome': 'answer' } },
    ]);
  });

  it('keep to the standard variables', async () => {
    const collector = await openTraceCollector();
    const { askDirectly, traces } = await openTracedDesk(collector, {
      ...{ OTEL_SERVICE_NAME: 'desk of the Gazette', OTEL_EXPORTER_OTLP_HEADERS: 'x-key=k1' },
      ...{ OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=test', OTEL_BSP_SCHEDULE_DELAY: '50' },
    });
    await askDirectly();
    await expect.poll(() => roots(collector.spans).length).toBe(1);
    expect(await traces.close()).toBe(true);
    expect([...collector.services]).toEqual(['desk of the Gazette']);
    expect(collector.headers[0]).toMatchObject({ 'x-key': 'k1', 'content-type': 'application/json' });
    expect(collector.bodies[0]).toContain('deployment.environment');
  });

  it('are left out where the sampler says so', async () => {
    const collector = await openTraceCollector();
    const { askDirectly, traces } = await openTracedDesk(collector, { OTEL_TRACES_SAMPLER: 'always_off' });
    await askDirectly();
    expect(await traces.close()).toBe(true);
    expect(collector.bodies).toEqual([]);
  });

  it('bear the name of the bot and its version where none is set', async () => {
    const collector = await openTraceCollector();
    const { askDirectly, traces } = await openTracedDesk(collector);
    await askDirectly();
    await traces.close();
    expect([...collector.services]).toEqual(['factdesk']);
    expect(collector.bodies[0]).toContain('1.2.3');
  });
});

/** Sends soon, and gives up soon. */
const SOON = { OTEL_BSP_SCHEDULE_DELAY: '20', OTEL_EXPORTER_OTLP_TIMEOUT: '100' };

describe('a collector that does not take traces', () => {
  it.each([
    ['refuses', 401],
    ['fails', 503],
    ['never answers', 'never'],
  ] as const)('%s: every reply comes, and the log tells it once', async (_, answers) => {
    const collector = await openTraceCollector();
    collector.answers = answers;
    const { askDirectly, traces, told } = await openTracedDesk(collector, SOON);
    for (const times of [1, 2, 3]) {
      await askDirectly();
      await expect.poll(() => collector.bodies.length).toBeGreaterThanOrEqual(times);
      await expect.poll(() => told.length).toBe(1);
    }
    expect(told[0]).toContain('traces get lost');
    collector.answers = 200;
    await expect
      .poll(async () => {
        await askDirectly();
        return told.length;
      })
      .toBe(2);
    expect(told[1]).toContain('traces are taken again');
    await traces.close();
  });

  it('is waited for a second at the end, and no longer', async () => {
    const collector = await openTraceCollector();
    collector.answers = 'never';
    const { askDirectly, traces } = await openTracedDesk(collector);
    await askDirectly();
    const start = performance.now();
    expect(await traces.close()).toBe(false);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});
