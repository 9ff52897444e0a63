import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Person, type StandIn, startStandIn } from '../../src/playground/index.ts';
import { caller } from './caller.ts';
import { questionModal, startTinyApp } from './tiny-app.ts';
import { tinyManifest } from './tiny-manifest.ts';

describe('modals and the Home tab', () => {
  let now: Date;
  let standIn: StandIn;
  let maya: Person;
  let call: ReturnType<typeof caller>;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    now = new Date('2026-03-01T12:00:00Z');
    standIn = await startStandIn({ manifest: tinyManifest, now: () => now });
    ({ stop } = await startTinyApp(standIn));
    maya = standIn.person('maya');
    call = caller(standIn);
  });

  afterEach(async () => {
    await stop();
    await standIn.close();
  });

  /** A trigger id of something maya just did. */
  const trigger = async () => {
    await maya.command('newsroom', '/echo', 'x');
    return String(standIn.envelopes.at(-1)?.payload.trigger_id);
  };
  const later = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds);
  };
  const open = async () => call('views.open', { trigger_id: await trigger(), view: questionModal });

  it('opens a modal once for each trigger, within three seconds', async () => {
    const trigger_id = await trigger();
    later(3_000);
    expect(await call('views.open', { trigger_id, view: questionModal })).toMatchObject({ ok: true });
    expect(await call('views.open', { trigger_id, view: questionModal })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    const old = await trigger();
    later(3_001);
    expect(await call('views.open', { trigger_id: old, view: questionModal })).toMatchObject({
      error: 'expired_trigger_id',
    });
    expect(await call('views.open', { trigger_id: 'made.up', view: questionModal })).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it('does not use a trigger up for a view that is refused', async () => {
    const trigger_id = await trigger();
    const view = { ...questionModal, title: { type: 'plain_text', text: 'x'.repeat(25) } };
    expect(await call('views.open', { trigger_id, view })).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
      },
    });
    expect(await call('views.open', { trigger_id, view: questionModal })).toMatchObject({ ok: true });
  });

  it('asks for a submit button where there is something to fill in', async () => {
    const { submit: _, ...view } = questionModal;
    expect(await call('views.open', { trigger_id: await trigger(), view })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: submit [json-pointer:/view/submit]'] },
    });
  });

  it('refuses a view above 250 kB', async () => {
    const view = { ...questionModal, private_metadata: 'x'.repeat(250_000) };
    expect(await call('views.open', { trigger_id: await trigger(), view })).toMatchObject({
      error: 'view_too_large',
    });
  });

  it('stacks three modals and no fourth; closing shows the one below', async () => {
    await open();
    for (const title of ['Second', 'Third']) {
      const view = { ...questionModal, title: { type: 'plain_text', text: title } };
      expect(await call('views.push', { trigger_id: await trigger(), view })).toMatchObject({ ok: true });
    }
    expect(await call('views.push', { trigger_id: await trigger(), view: questionModal })).toMatchObject({
      error: 'push_limit_reached',
    });
    expect(maya.modal()?.title).toBe('Third');
    await maya.closeModal();
    expect(maya.modal()?.title).toBe('Second');
  });

  it('updates a modal by id or external id, unless it changed since the hash was seen', async () => {
    const view = { ...questionModal, external_id: 'mine' };
    await call('views.open', { trigger_id: await trigger(), view });
    const { id: view_id = '', hash = '' } = maya.modal() ?? {};
    const changed = { ...view, title: { type: 'plain_text', text: 'Changed' } };
    expect(await call('views.update', { view_id, hash, view: changed })).toMatchObject({ ok: true });
    expect(await call('views.update', { view_id, hash, view })).toMatchObject({ error: 'hash_conflict' });
    expect(await call('views.update', { external_id: 'mine', view: changed })).toMatchObject({ ok: true });
    expect(maya.modal()?.title).toBe('Changed');
    expect(await call('views.update', { view_id: 'V0NOSUCH', view })).toMatchObject({ error: 'not_found' });
  });

  it('leaves nothing of the old content in an updated modal, its submit button least of all', async () => {
    const close = { type: 'plain_text', text: 'Not now' };
    await call('views.open', { trigger_id: await trigger(), view: { ...questionModal, close } });
    const view = {
      type: 'modal',
      title: { type: 'plain_text', text: 'Done' },
      blocks: [{ type: 'divider' }],
    };
    await call('views.update', { view_id: maya.modal()?.id, view });
    expect(maya.modal()).toMatchObject({ title: 'Done', callbackId: '' });
    expect(maya.modal()?.submit).toBeUndefined();
    expect(maya.modal()?.close).toBeUndefined();
  });

  it('tells the app of a closed modal only when it asked to be told', async () => {
    await open();
    const before = standIn.envelopes.length;
    await maya.closeModal();
    expect(standIn.envelopes.length).toBe(before);
    await call('views.open', {
      trigger_id: await trigger(),
      view: { ...questionModal, notify_on_close: true },
    });
    void maya.closeModal();
    await standIn.until(() => standIn.envelopes.at(-1)?.payload.type === 'view_closed');
  });

  it('publishes Home only over the state the app last saw', async () => {
    const view = { type: 'home', blocks: [{ type: 'divider' }] };
    await call('views.publish', { user_id: maya.id, view });
    const { hash = '' } = maya.home() ?? {};
    expect(await call('views.publish', { user_id: maya.id, view, hash })).toMatchObject({ ok: true });
    expect(await call('views.publish', { user_id: maya.id, view, hash })).toMatchObject({
      error: 'hash_conflict',
    });
  });

  it('keeps modals and Home tabs apart between people', async () => {
    await open();
    expect(standIn.person('jonas').modal()).toBeUndefined();
    expect(standIn.person('jonas').home()).toBeUndefined();
  });
});

describe('reply addresses', () => {
  let now: Date;
  let standIn: StandIn;
  let stop: () => Promise<void>;
  let address: string;

  beforeEach(async () => {
    now = new Date('2026-03-01T12:00:00Z');
    standIn = await startStandIn({ manifest: tinyManifest, now: () => now });
    ({ stop } = await startTinyApp(standIn));
    await standIn.person('maya').command('newsroom', '/echo', 'x');
    await standIn.until(() => standIn.person('maya').messages('newsroom').length === 1);
    address = String(standIn.envelopes.at(-1)?.payload.response_url);
  });

  afterEach(async () => {
    await stop();
    await standIn.close();
  });

  const send = async (body: string) => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(address, { method: 'POST', headers, body });
    return `${answer.status} ${await answer.text()}`;
  };
  const reply = (body: object) => send(JSON.stringify(body));

  it('take five replies', async () => {
    // The app's own reply to the command was the first.
    for (const text of ['2', '3', '4', '5']) expect(await reply({ text })).toBe('200 ok');
    expect(await reply({ text: '6' })).toBe('404 This address has lapsed.');
  });

  it('lapse after half an hour', async () => {
    now = new Date(now.getTime() + 30 * 60_000);
    expect(await reply({ text: 'just in time' })).toBe('200 ok');
    now = new Date(now.getTime() + 1);
    expect(await reply({ text: 'too late' })).toBe('404 This address has lapsed.');
  });

  it('show a reply to everybody when told so', async () => {
    await reply({ text: 'for all', response_type: 'in_channel' });
    expect(standIn.person('jonas').messages('newsroom')).toMatchObject([
      { text: 'for all', isPrivate: false },
    ]);
  });

  it('refuse what is nested without end', async () => {
    const nested = `${'['.repeat(400_000)}${']'.repeat(400_000)}`;
    expect(await send(`{"text":"x","blocks":[{"type":${nested}}]}`)).toBe('400 Bad Request');
  });

  it('refuse what cannot be shown', async () => {
    expect(await reply({})).toBe('400 {"ok":false,"error":"invalid_payload"}');
    expect(await reply({ text: 'x', blocks: [{ type: 'marquee' }] })).toContain(
      '400 {"ok":false,"error":"invalid_blocks"',
    );
  });

  it('replace and delete the message that was acted on, private ones too', async () => {
    const maya = standIn.person('maya');
    const [seen] = maya.messages('newsroom');
    if (seen === undefined) throw new Error('The reply is not there.');
    await maya.press(seen, 'again');
    address = String(standIn.envelopes.at(-1)?.payload.response_url);
    await standIn.until(() => maya.messages('newsroom').length === 2);
    await reply({ text: 'instead', replace_original: true });
    expect(maya.messages('newsroom')[0]).toMatchObject({ ts: seen.ts, text: 'instead', isPrivate: true });
    await reply({ delete_original: true });
    expect(maya.messages('newsroom').map(({ text }) => text)).toEqual(['Once more']);
  });
});
