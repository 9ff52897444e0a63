import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type StandIn, startStandIn } from '../../src/playground/index.ts';
import { caller } from './caller.ts';
import { tinyManifest } from './tiny-manifest.ts';

describe('what the Web API refuses, as Slack does', () => {
  let standIn: StandIn;
  let call: ReturnType<typeof caller>;

  beforeEach(async () => {
    standIn = await startStandIn({ manifest: tinyManifest });
    call = caller(standIn);
  });

  afterEach(() => standIn.close());

  const idOf = (channel: string) => standIn.channel(channel).id;

  it.each([
    ['no token', {}, 'not_authed'],
    ['an unknown token', { token: 'xoxb-of-somebody-else' }, 'invalid_auth'],
  ])('refuses %s', async (_, given, error) => {
    const answer = await fetch(`${standIn.apiUrl}chat.postMessage`, {
      method: 'POST',
      body: new URLSearchParams({ channel: idOf('newsroom'), text: 'x', ...given }),
    });
    expect(await answer.json()).toEqual({ ok: false, error });
  });

  it('takes an app token for no method of a bot', async () => {
    const given = { channel: idOf('newsroom'), text: 'x' };
    expect(await call('chat.postMessage', given, standIn.appToken)).toEqual({
      ok: false,
      error: 'not_allowed_token_type',
    });
  });

  it('opens sockets for an app token only', async () => {
    expect(await call('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await call('apps.connections.open', {}, standIn.appToken)).toMatchObject({ ok: true });
  });

  it('knows no method that Slack does not know', async () => {
    expect(await call('chat.shout')).toEqual({ ok: false, error: 'unknown_method' });
  });

  it('names the scope that is missing and those that are there', async () => {
    const user = standIn.person('maya').id;
    expect(await call('users.info', { user })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'users:read',
      provided: 'app_mentions:read,channels:history,chat:write,commands,im:history,assistant:write',
    });
  });

  it('lists every problem with the arguments', async () => {
    expect(await call('chat.update', { text: 'x' })).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: {
        messages: [
          '[ERROR] missing required field: channel [json-pointer:/channel]',
          '[ERROR] missing required field: ts [json-pointer:/ts]',
        ],
      },
    });
  });

  it('posts only where the app is and where one can write', async () => {
    standIn.addChannel('board', { withApp: false });
    standIn.addChannel('secrets', { isPrivate: true, withApp: false });
    standIn.addChannel('old').isArchived = true;
    const post = (channel: string) => call('chat.postMessage', { channel, text: 'x' });
    expect(await post('C0NOSUCH')).toMatchObject({ error: 'channel_not_found' });
    expect(await post('#board')).toMatchObject({ error: 'not_in_channel' });
    expect(await post('#secrets')).toMatchObject({ error: 'channel_not_found' });
    expect(await post('#old')).toMatchObject({ error: 'is_archived' });
    expect(await post('#newsroom')).toMatchObject({ ok: true, channel: idOf('newsroom') });
  });

  it('posts ephemerally to members only', async () => {
    const channel = standIn.addChannel('sport');
    const maya = standIn.person('maya');
    expect(await call('chat.postEphemeral', { channel: channel.id, user: maya.id, text: 'x' })).toMatchObject(
      {
        ok: true,
      },
    );
    channel.members.delete(maya.id);
    expect(await call('chat.postEphemeral', { channel: channel.id, user: maya.id, text: 'x' })).toMatchObject(
      {
        error: 'user_not_in_channel',
      },
    );
  });

  it('does not take messages without words, or with too many', async () => {
    const post = (given: object) => call('chat.postMessage', { channel: '#newsroom', ...given });
    expect(await post({})).toMatchObject({ error: 'no_text' });
    expect(await post({ text: 'x'.repeat(4_001) })).toMatchObject({ error: 'msg_too_long' });
    expect(await post({ text: 'x'.repeat(4_000) })).toMatchObject({ ok: true });
    const blocks = [{ type: 'divider' }];
    expect(await post({ text: 'x'.repeat(4_001), blocks })).toMatchObject({ ok: true });
    expect(await post({ text: 'x'.repeat(40_001), blocks })).toMatchObject({ error: 'msg_too_long' });
    expect(await post({ text: 'x', markdown_text: 'y' })).toMatchObject({ error: 'markdown_text_conflict' });
  });

  it('threads only under messages that everybody sees and that are no replies', async () => {
    const said = standIn.person('maya').say('newsroom', 'first');
    const reply = (thread_ts: string) =>
      call('chat.postMessage', { channel: '#newsroom', text: 'x', thread_ts });
    const answer = await reply(said.ts);
    expect(await reply(String(answer.ts))).toMatchObject({ error: 'cannot_reply_to_message' });
    expect(await reply('1.000001')).toMatchObject({ error: 'thread_not_found' });
  });

  it('changes and deletes only what the app itself wrote', async () => {
    const channel = idOf('newsroom');
    const said = standIn.person('maya').say('newsroom', 'not yours');
    const own = await call('chat.postMessage', { channel, text: 'own', blocks: [{ type: 'divider' }] });
    const ts = String(own.ts);
    const ephemeral = await call('chat.postEphemeral', { channel, user: said.authorId, text: 'x' });
    const update = (one: string, text = 'new') => call('chat.update', { channel, ts: one, text });
    expect(await update(said.ts)).toMatchObject({ error: 'cant_update_message' });
    expect(await update('1.000001')).toMatchObject({ error: 'message_not_found' });
    expect(await update(String(ephemeral.message_ts))).toMatchObject({ error: 'message_not_found' });
    expect(await update(ts, 'é'.repeat(2_001))).toMatchObject({ error: 'msg_too_long' });
    expect(await update(ts)).toMatchObject({ ok: true });
    const seen = standIn
      .person('maya')
      .messages('newsroom')
      .find((message) => message.ts === ts);
    expect(seen).toMatchObject({ text: 'new', blocks: [], isEdited: true });
    expect(await call('chat.delete', { channel, ts: said.ts })).toMatchObject({
      error: 'cant_delete_message',
    });
    expect(await call('chat.delete', { channel, ts })).toMatchObject({ ok: true });
    expect(await call('chat.delete', { channel, ts })).toMatchObject({ error: 'message_not_found' });
  });

  it('reads threads page by page, without what is for one person only', async () => {
    const channel = idOf('newsroom');
    const said = standIn.person('maya').say('newsroom', 'first');
    for (const text of ['one', 'two']) await call('chat.postMessage', { channel, text, thread_ts: said.ts });
    await call('chat.postEphemeral', { channel, user: said.authorId, text: 'private', thread_ts: said.ts });
    const page = await call('conversations.replies', { channel, ts: said.ts, limit: 2 });
    expect(page).toMatchObject({ has_more: true, messages: [{ text: 'first' }, { text: 'one' }] });
    const cursor = '2';
    expect(page.response_metadata).toEqual({ next_cursor: cursor });
    expect(await call('conversations.replies', { channel, ts: said.ts, cursor })).toMatchObject({
      has_more: false,
      messages: [{ text: 'two', thread_ts: said.ts, parent_user_id: said.authorId }],
    });
  });

  it('gives links to messages', async () => {
    const said = standIn.person('maya').say('newsroom', 'first');
    const answer = await call('chat.getPermalink', { channel: said.channel, message_ts: said.ts });
    expect(answer.permalink).toBe(`${standIn.url}archives/${said.channel}/p${said.ts.replace('.', '')}`);
  });

  it('sends no direct messages when the manifest switches the messages tab off', async () => {
    const manifest = { ...tinyManifest, features: { ...tinyManifest.features, app_home: {} } };
    const silent = await startStandIn({ manifest });
    const channel = silent.person('maya').id;
    expect(await caller(silent)('chat.postMessage', { channel, text: 'x' })).toMatchObject({
      error: 'messages_tab_disabled',
    });
    expect(
      await caller(silent)('views.publish', { user_id: channel, view: { type: 'home', blocks: [] } }),
    ).toMatchObject({
      error: 'not_enabled',
    });
    await silent.close();
  });

  it('answers nobody but its own page and programs on this machine', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(standIn.url, { headers }).then(({ status }) => status);
    expect(await ask({ Origin: 'https://elsewhere.example' })).toBe(403);
    expect(await ask({ Origin: standIn.url.replace(/\/$/, '') })).toBe(200);
    expect(await ask({})).toBe(200);
  });

  it('lets an app hold ten sockets and no more', async () => {
    const open = async () =>
      new WebSocket(String((await call('apps.connections.open', {}, standIn.appToken)).url));
    for (let count = 1; count <= 10; count += 1) await open();
    await standIn.until(() => standIn.sockets.size === 10);
    const eleventh = await open();
    const [message] = await once(eleventh, 'message');
    expect(JSON.parse(String(message))).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
    eleventh.terminate();
  });
});

describe('with the scopes for it, the Web API', () => {
  const bot = [
    'chat:write',
    'channels:read',
    'channels:history',
    'im:write',
    'users:read',
    'reactions:write',
  ];
  const manifest = { ...tinyManifest, oauth_config: { scopes: { bot } } };
  let standIn: StandIn;
  let call: ReturnType<typeof caller>;

  beforeEach(async () => {
    standIn = await startStandIn({ manifest, now: () => new Date('2026-07-01T12:00:00Z') });
    call = caller(standIn);
  });

  afterEach(() => standIn.close());

  it('tells who people are and how far their clock is ahead', async () => {
    const answer = await call('users.info', { user: standIn.person('jonas').id });
    expect(answer.user).toMatchObject({
      real_name: 'Jonas Adeyemi',
      tz: 'Europe/London',
      tz_offset: 3_600,
      is_admin: true,
      is_bot: false,
    });
    expect(await call('users.info', { user: 'U0NOSUCH' })).toMatchObject({ error: 'user_not_found' });
  });

  it('opens direct messages, and needs another scope to look at them', async () => {
    const maya = standIn.person('maya');
    const { channel } = await call('conversations.open', { users: maya.id });
    const { id } = channel as { id: string };
    await call('chat.postMessage', { channel: id, text: 'hello' });
    expect(maya.messages('dm')).toMatchObject([{ text: 'hello', channel: id }]);
    expect(await call('conversations.info', { channel: id })).toMatchObject({ needed: 'im:read' });
  });

  it('describes channels and reads their history, newest first, without replies', async () => {
    const maya = standIn.person('maya');
    const first = maya.say('newsroom', 'first');
    maya.say('newsroom', 'a reply', { thread: first.ts });
    maya.say('newsroom', 'second');
    expect(await call('conversations.info', { channel: first.channel })).toMatchObject({
      channel: { name: 'newsroom', is_member: true, is_archived: false },
    });
    expect(await call('conversations.history', { channel: first.channel })).toMatchObject({
      messages: [{ text: 'second' }, { text: 'first', reply_count: 1 }],
    });
    expect(await call('conversations.history', { channel: first.channel, oldest: first.ts })).toMatchObject({
      messages: [{ text: 'second' }],
    });
  });

  it('adds a reaction once', async () => {
    const said = standIn.person('maya').say('newsroom', 'first');
    const react = () => call('reactions.add', { channel: said.channel, timestamp: said.ts, name: 'eyes' });
    expect(await react()).toEqual({ ok: true });
    expect(await react()).toEqual({ ok: false, error: 'already_reacted' });
    expect(standIn.person('jonas').message(said).reactions).toEqual(['eyes']);
  });
});
