import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, readManifest, type StandIn, startStandIn } from '../../src/playground/index.ts';
import { startTinyApp } from './tiny-app.ts';
import { tinyManifest } from './tiny-manifest.ts';

describe('what people do reaches the app as in Slack', () => {
  let standIn: StandIn;
  let maya: Person;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    standIn = await startStandIn({ manifest: tinyManifest });
    ({ stop } = await startTinyApp(standIn));
    maya = standIn.person('maya');
  });

  afterEach(async () => {
    await stop();
    await standIn.close();
  });

  const lastEvent = () => standIn.envelopes.at(-1)?.payload.event;

  it('names channels, people and addresses in angle brackets and escapes the rest', () => {
    const { text } = maya.say(
      'newsroom',
      '@jonas <see> #foreign-desk & https://a.example/?b=1&c=2 me@home @nobody',
    );
    const desk = standIn.channel('foreign-desk').id;
    const jonas = standIn.person('jonas').id;
    expect(text).toBe(
      `<@${jonas}> &lt;see&gt; <#${desk}|foreign-desk> &amp; <https://a.example/?b=1&amp;c=2> me@home @nobody`,
    );
  });

  it('sends changed and deleted messages with their subtype', async () => {
    const said = maya.directMessage('first');
    await maya.reply(said);
    maya.edit(said, 'second');
    expect(maya.message(said)).toMatchObject({ text: 'second', isEdited: true });
    expect(lastEvent()).toMatchObject({ subtype: 'message_changed', message: { text: 'second' } });
    maya.withdraw(said);
    expect(lastEvent()).toMatchObject({ subtype: 'message_deleted', deleted_ts: said.ts });
  });

  it('sends the app its own direct messages too, marked as its own', async () => {
    await maya.reply(maya.directMessage('hello'));
    expect(lastEvent()).toMatchObject({ type: 'message', text: 'Echo: hello', bot_id: expect.any(String) });
  });

  it('tells a person whose mention the app cannot see, until somebody invites it', async () => {
    standIn.addChannel('board', { withApp: false });
    maya.say('board', '@echo are you there?');
    expect(standIn.envelopes).toEqual([]);
    expect(maya.messages('board').at(-1)).toMatchObject({
      isPrivate: true,
      text: 'Echo is not in #board, so it did not see this. /invite @echo brings it in.',
    });
    maya.invite('board');
    await maya.reply(maya.say('board', '@echo and now?'));
  });

  it('takes commands where the app is no member, since the reply address works there', async () => {
    standIn.addChannel('board', { withApp: false });
    await maya.command('board', '/echo', 'from outside');
    await maya.until(() => maya.messages('board').some(({ words }) => words.startsWith('from outside')));
  });

  it('lets nobody write in an archived channel', () => {
    standIn.addChannel('old').isArchived = true;
    expect(() => maya.say('old', 'x')).toThrow('#old is archived');
  });

  it('shows a person only the conversations they are in', () => {
    const board = standIn.addChannel('board', { isPrivate: true });
    board.members.delete(maya.id);
    expect(() => maya.messages('board')).toThrow('maya is in no conversation called board.');
  });

  it('shows the status of a thread until the app posts there', async () => {
    const said = maya.say('newsroom', 'a question');
    const { app, stop: stopSecond } = await startTinyApp(standIn);
    await app.client.assistant.threads.setStatus({
      channel_id: said.channel,
      thread_ts: said.ts,
      status: 'looks',
    });
    expect(maya.statuses('newsroom')).toEqual({ [said.ts]: 'looks' });
    await app.client.chat.postMessage({ channel: said.channel, thread_ts: said.ts, text: 'done' });
    expect(maya.statuses('newsroom')).toEqual({});
    await stopSecond();
  });

  it('suggests the questions of the manifest, and those the app sets for one person', async () => {
    const { app, stop: stopSecond } = await startTinyApp(standIn);
    expect(maya.prompts()).toEqual([{ title: 'First', message: 'What came first?' }]);
    const { channel } = await maya.reply(maya.directMessage('hello'));
    const prompts: [{ title: string; message: string }] = [{ title: 'New', message: 'What is new?' }];
    await app.client.assistant.threads.setSuggestedPrompts({ channel_id: channel, prompts });
    expect(maya.prompts()).toEqual(prompts);
    expect(standIn.person('jonas').prompts()).not.toEqual(prompts);
    await stopSecond();
  });
});

describe('events nobody acknowledges', () => {
  it('are sent again on a schedule, and then no more', async () => {
    const timing = { acknowledgeWithinMs: 10, retryAfterMs: [0, 1, 1] };
    const standIn = await startStandIn({ manifest: tinyManifest, timing });
    const opened = await fetch(`${standIn.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${standIn.appToken}` },
    });
    const { url } = (await opened.json()) as { url: string };
    const { WebSocket } = await import('ws');
    const deaf = new WebSocket(url);
    await standIn.until(() => standIn.sockets.size === 1);
    standIn.person('maya').say('newsroom', '@echo anybody?');
    const sent = await standIn.until(
      () =>
        standIn.envelopes.filter(({ acknowledgement }) => acknowledgement).length === 4 && standIn.envelopes,
    );
    expect(sent.map(({ retryAttempt }) => retryAttempt)).toEqual([0, 1, 2, 3]);
    expect(new Set(sent.map(({ payload }) => payload.event_id)).size).toBe(1);
    deaf.terminate();
    await standIn.close();
  });
});

describe('a manifest', () => {
  it('is refused with every problem, as Slack would refuse it', () => {
    const wrong = {
      display_information: {},
      features: { slash_commands: [{ command: 'fact' }] },
      colour: 'red',
    };
    expect(() => readManifest(wrong)).toThrow(
      /display_information\.name[\s\S]*features\.slash_commands\.0\.command[\s\S]*colour/,
    );
  });

  it('decides what the app is sent: without the scope of an event, nothing', async () => {
    const manifest = { ...tinyManifest, oauth_config: { scopes: { bot: ['chat:write'] } } };
    const standIn = await startStandIn({ manifest });
    const { stop } = await startTinyApp(standIn);
    const maya = standIn.person('maya');
    maya.say('newsroom', '@echo hello');
    await maya.command('newsroom', '/echo', 'hello');
    expect(standIn.envelopes).toEqual([]);
    expect(maya.messages('newsroom').at(-1)?.text).toContain('/echo is not a valid command');
    await stop();
    await standIn.close();
  });
});
