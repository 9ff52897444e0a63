import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppManifest, type StandIn, startStandIn } from '../../src/playground/index.ts';
import { startTinyApp, type TinyConnection } from './tiny-app.ts';
import { tinyManifest } from './tiny-manifest.ts';

const CONNECTIONS: readonly TinyConnection[] = ['socket', 'http'];
const manifestFor = (connection: TinyConnection): AppManifest => ({
  ...tinyManifest,
  settings: { ...tinyManifest.settings, socket_mode_enabled: connection === 'socket' },
});

describe.each(CONNECTIONS)('a real Bolt app on the stand-in, by %s', (connection) => {
  let standIn: StandIn;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    standIn = await startStandIn({ manifest: manifestFor(connection) });
    ({ stop } = await startTinyApp(standIn, { connection }));
  });

  afterAll(async () => {
    await stop();
    await standIn.close();
  });

  it('answers a slash command to the asker alone', async () => {
    const [maya, jonas] = [standIn.person('maya'), standIn.person('jonas')];
    const outcome = await maya.command('newsroom', '/echo', 'five & six');
    const seen = await maya.until(() =>
      maya.messages('newsroom').find(({ words }) => words.startsWith('five')),
    );
    expect(outcome).toMatchObject({ kind: 'acknowledged' });
    expect(seen).toMatchObject({
      isPrivate: true,
      authorName: 'Echo',
      words: 'five &amp; six\nAgain\nDetails',
    });
    expect(jonas.messages('newsroom')).toEqual([]);
  });

  it('answers a mention in its thread, for everybody', async () => {
    const [maya, jonas] = [standIn.person('maya'), standIn.person('jonas')];
    const said = maya.say('foreign-desk', '@echo who <said> it?');
    const reply = await maya.reply(said);
    expect(said.text).toBe(`<@${standIn.botUserId}> who &lt;said&gt; it?`);
    expect(reply).toMatchObject({ threadTs: said.ts, isPrivate: false });
    expect(jonas.thread('foreign-desk', said.ts)).toEqual([reply]);
  });

  it('answers a direct message, which nobody else sees', async () => {
    const [maya, jonas] = [standIn.person('maya'), standIn.person('jonas')];
    const reply = await maya.reply(maya.directMessage('between us'));
    expect(reply.words).toBe('Echo: between us');
    expect(jonas.messages('dm')).toEqual([]);
    expect(() => jonas.messages(reply.channel)).toThrow('in no conversation');
  });

  it('carries the press of a button on an ephemeral message', async () => {
    const maya = standIn.person('maya');
    await maya.command('newsroom', '/echo', 'press me');
    const seen = await maya.until(() =>
      maya.messages('newsroom').find(({ words }) => words.startsWith('press me')),
    );
    await maya.press(seen, 'again');
    await maya.until(() =>
      maya.messages('newsroom').some(({ text, isPrivate }) => text === 'Once more' && isPrivate),
    );
  });

  it('opens a modal, shows what is wrong with it, and takes it when it is right', async () => {
    const ines = standIn.person('ines');
    await ines.callShortcut('ask_echo');
    await ines.until(() => ines.modal());
    await ines.submit({});
    expect(ines.modal()?.errors).toEqual({ question: 'Please complete this required field.' });
    await ines.submit({ question: 'no' });
    expect(ines.modal()?.errors).toEqual({ question: 'Ask something else.' });
    await ines.submit({ question: 'why?' });
    expect(ines.modal()).toBeUndefined();
    await ines.until(() => ines.messages('dm').some(({ text }) => text === 'You asked: why?'));
  });

  it('publishes the Home tab when it is opened, and opens a modal from it', async () => {
    const ines = standIn.person('ines');
    ines.openHome();
    const home = await ines.until(() => ines.home());
    expect(home.blocks[0]).toMatchObject({ text: { text: 'Echo at home' } });
    await ines.press('home', 'details');
    expect(await ines.until(() => ines.modal())).toMatchObject({ title: 'Ask', submit: 'Send' });
    await ines.closeModal();
    expect(ines.modal()).toBeUndefined();
  });

  it('calls a shortcut on a message', async () => {
    const maya = standIn.person('maya');
    const said = maya.say('newsroom', 'nothing to do with any app');
    await maya.callShortcut('echo_message', said);
    await maya.until(() =>
      maya.messages('newsroom').find(({ text }) => text.startsWith('Echo: nothing to do')),
    );
  });

  it('runs a workflow step to its outputs or its error', async () => {
    expect(await standIn.runStep('echo_step', { text: 'yes' })).toMatchObject({
      status: 'succeeded',
      outputs: { text: 'yes' },
    });
    expect(await standIn.runStep('echo_step', { text: 'no' })).toMatchObject({
      status: 'failed',
      error: 'I will not say that.',
    });
  });

  it('refuses a command that the manifest does not have, and commands in threads', async () => {
    const maya = standIn.person('maya');
    expect(await maya.command('newsroom', '/nosuch')).toBeUndefined();
    expect(maya.messages('newsroom').at(-1)?.text).toContain('/nosuch is not a valid command');
    const said = maya.say('newsroom', 'a thread');
    await maya.command('newsroom', '/echo', 'x', { thread: said.ts });
    expect(maya.thread('newsroom', said.ts).at(-1)?.text).toContain('/echo is not supported in threads');
  });

  it('sends only the events the manifest subscribes to', async () => {
    const before = standIn.envelopes.length;
    standIn.person('maya').say('newsroom', 'a message without a mention');
    expect(standIn.envelopes.length).toBe(before);
  });
});

describe.each(CONNECTIONS)('an app that does not acknowledge, by %s', (connection) => {
  it('has its command fail for the person who sent it', async () => {
    const standIn = await startStandIn({
      manifest: manifestFor(connection),
      timing: { acknowledgeWithinMs: 50 },
    });
    const { stop } = await startTinyApp(standIn, { connection });
    const maya = standIn.person('maya');
    const outcome = await maya.command('newsroom', '/deaf');
    expect(outcome).toEqual({ kind: 'unacknowledged', reason: 'timeout' });
    expect(maya.messages('newsroom')).toMatchObject([
      { text: '/deaf failed with the error "operation_timeout"', isPrivate: true },
    ]);
    await stop();
    await standIn.close();
  });
});
