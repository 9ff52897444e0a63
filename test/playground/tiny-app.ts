import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { StandIn } from '../../src/playground/index.ts';

const button = (action_id: string, text: string) => ({
  type: 'button' as const,
  action_id,
  text: { type: 'plain_text' as const, text },
});

const buttons = {
  type: 'actions' as const,
  elements: [button('again', 'Again'), button('details', 'Details')],
};

const quote = (text: string) => ({
  type: 'rich_text' as const,
  elements: [{ type: 'rich_text_quote' as const, elements: [{ type: 'text' as const, text }] }],
});

export const questionModal = {
  type: 'modal' as const,
  callback_id: 'question',
  title: { type: 'plain_text' as const, text: 'Ask' },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'question',
      label: { type: 'plain_text' as const, text: 'Your question' },
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ],
};

/** The clients' complaints about faults the tests make on purpose. */
const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** How the tiny app is reached, by a receiver of Bolt's own. */
export type TinyConnection = 'socket' | 'http';

/** Starts a tiny Bolt app that says again what it hears, on every surface, and gives a function that stops it. */
export async function startTinyApp(
  standIn: StandIn,
  { reconnectAfterMs = 5_000, connection = 'socket' }: TinyAppOptions = {},
): Promise<{ app: App; stop: () => Promise<void> }> {
  const slackApiUrl = standIn.apiUrl;
  const { receiver, start, stop } =
    connection === 'http' ? signedReceiver(standIn) : socketReceiver(standIn, reconnectAfterMs);
  const app = new App({
    receiver,
    token: standIn.botToken,
    logger: quiet,
    deferInitialization: true,
    clientOptions: {
      slackApiUrl,
      retryConfig: { retries: 1, minTimeout: 1, maxTimeout: 1 },
      timeout: 10_000,
    },
  });
  listenForMessages(app);
  listenForPresses(app);
  await app.init();
  await start();
  return { app, stop };
}

interface TinyAppOptions {
  readonly reconnectAfterMs?: number;
  /** @default socket */
  readonly connection?: TinyConnection;
}

interface TinyReceiver {
  readonly receiver: Receiver;
  readonly start: () => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

function socketReceiver({ appToken, apiUrl }: StandIn, reconnectAfterMs: number): TinyReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: quiet,
    // The pause before a reconnect, and also how long a busy machine may take to answer a ping.
    clientPingTimeout: reconnectAfterMs,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
  });
  return { receiver, start: () => receiver.start(), stop: () => receiver.client.disconnect() };
}

function signedReceiver(standIn: StandIn): TinyReceiver {
  const receiver = new HTTPReceiver({ signingSecret: standIn.signingSecret, logger: quiet });
  const start = async () => {
    const server = await receiver.start({ port: 0, host: '127.0.0.1' });
    const { port } = server.address() as AddressInfo;
    await standIn.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  };
  return { receiver, start, stop: () => receiver.stop() };
}

function listenForMessages(app: App): void {
  app.command('/echo', async ({ ack, command, respond }) => {
    await ack();
    await respond({ text: `Echo: ${command.text}`, blocks: [quote(command.text || 'nothing'), buttons] });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({
      text: `Echo: ${event.text}`,
      thread_ts: event.thread_ts ?? event.ts,
      blocks: [quote(event.text), buttons],
    });
  });
  app.message(async ({ message, say }) => {
    if (message.subtype !== undefined || message.channel_type !== 'im') return;
    await say({ text: `Echo: ${message.text}`, thread_ts: message.thread_ts ?? message.ts });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'home') return;
    const blocks = [{ type: 'header' as const, text: { type: 'plain_text' as const, text: 'Echo at home' } }];
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [...blocks, buttons] } });
  });
}

function listenForPresses(app: App): void {
  app.action('again', async ({ ack, respond }) => {
    await ack();
    await respond?.({ text: 'Once more', replace_original: false });
  });
  app.action('details', async ({ ack, body, client }) => {
    await ack();
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: questionModal });
  });
  app.view('question', async ({ ack, view, body, client }) => {
    const text = view.state.values.question?.text?.value ?? '';
    if (text === 'no') return ack({ response_action: 'errors', errors: { question: 'Ask something else.' } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `You asked: ${text}` });
  });
  app.shortcut('ask_echo', async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: questionModal });
  });
  app.shortcut('echo_message', async ({ ack, shortcut, respond }) => {
    await ack();
    if (shortcut.type === 'message_action') await respond({ text: `Echo: ${shortcut.message.text}` });
  });
  app.function('echo_step', async ({ inputs, complete, fail }) => {
    if (inputs.text === 'no') await fail({ error: 'I will not say that.' });
    else await complete({ outputs: { text: inputs.text } });
  });
}
