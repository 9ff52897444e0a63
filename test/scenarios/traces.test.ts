import { expect, it, onTestFinished } from 'vitest';
import { startStandIn } from '../../src/playground/index.ts';
import { openTraceCollector } from '../operations/trace-collector.ts';
import { SIGNATURE_QUESTION } from '../slack/sample-facts.ts';
import { readOwnManifest } from '../slack/slack-desk.ts';
import { startBot } from './started-bot.ts';

async function startTracedBot(endpoint: string) {
  const slack = await startStandIn({ manifest: await readOwnManifest() });
  onTestFinished(() => slack.close());
  const env = { FACTDESK_ADMIN_PORT: '', LOG_LEVEL: 'debug', OTEL_EXPORTER_OTLP_ENDPOINT: endpoint };
  const bot = await startBot(slack, { env });
  await slack.until(() => slack.sockets.size > 0, { withinMs: 60_000 });
  const ada = slack.person('ada');
  await ada.reply(ada.directMessage(SIGNATURE_QUESTION), { withinMs: 30_000 });
  await bot.untilLogged(/"replied"/);
  const stop = async () => {
    const start = performance.now();
    bot.signal('SIGTERM');
    return { code: await bot.ended, ms: performance.now() - start };
  };
  return { stop, log: bot.log };
}

it('a bot that is stopped sends the spans it has left, and its log leads to them', async () => {
  const collector = await openTraceCollector();
  const { stop, log } = await startTracedBot(collector.endpoint);
  expect(await stop()).toMatchObject({ code: 0 });
  const question = collector.spans.find(({ name }) => name === 'question');
  const replied = log()
    .split('\n')
    .find((line) => line.includes('"replied"'));
  expect(JSON.parse(replied ?? '{}')).toMatchObject({
    request: question?.attributes['factdesk.request'],
    trace_id: question?.traceId,
  });
}, 120_000);

it('a collector that never answers holds up the end of the process by little more than a second', async () => {
  const collector = await openTraceCollector();
  collector.answers = 'never';
  const { stop } = await startTracedBot(collector.endpoint);
  const { code, ms } = await stop();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(5_000);
}, 120_000);

it('one that is away does not either, and no reply waits for it', async () => {
  const { stop } = await startTracedBot('http://127.0.0.1:9');
  const { code, ms } = await stop();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(5_000);
}, 120_000);
