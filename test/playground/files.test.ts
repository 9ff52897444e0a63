import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AppManifest, type StandIn, startStandIn } from '../../src/playground/index.ts';
import { caller } from './caller.ts';
import { tinyManifest } from './tiny-manifest.ts';

const withFiles: AppManifest = {
  ...tinyManifest,
  oauth_config: { scopes: { bot: ['chat:write', 'files:write'] } },
};

describe('files that an app shares', () => {
  let standIn: StandIn;
  let call: ReturnType<typeof caller>;

  beforeEach(async () => {
    standIn = await startStandIn({ manifest: withFiles });
    call = caller(standIn);
  });
  afterEach(() => standIn.close());

  async function announce(): Promise<{ readonly url: string; readonly id: string }> {
    const { upload_url, file_id } = await call('files.getUploadURLExternal', { filename: 'a.md', length: 5 });
    return { url: String(upload_url), id: String(file_id) };
  }
  const share = (id: string, channel: string) =>
    call('files.completeUploadExternal', { files: [{ id, title: 'A' }], channel_id: channel });

  it('stand in a message once their bytes arrived, alone or in a form', async () => {
    const maya = standIn.person('maya');
    const [{ id: channel }] = [standIn.channel('newsroom')];
    const form = new FormData();
    form.append('body', new Blob(['Häfen']), 'x');
    for (const body of ['Häfen', form]) {
      const { url, id } = await announce();
      expect(await share(id, channel)).toEqual({ ok: false, error: 'file_not_found' });
      expect((await fetch(url, { method: 'POST', body })).status).toBe(200);
      expect(await share(id, channel)).toEqual({ ok: true, files: [{ id, title: 'A' }] });
      expect(await share(id, channel)).toEqual({ ok: false, error: 'file_not_found' });
    }
    const shared = { name: 'a.md', title: 'A', text: 'Häfen' };
    expect(maya.messages('newsroom').map(({ files }) => files)).toMatchObject([[shared], [shared]]);
  });

  it('are taken for conversations alone, from apps with the scope, and only where they were announced', async () => {
    const { url, id } = await announce();
    await fetch(url, { method: 'POST', body: 'bytes' });
    expect(await share(id, standIn.person('maya').id)).toMatchObject({ error: 'invalid_arguments' });
    expect(await share(id, 'C0000000000')).toMatchObject({ error: 'channel_not_found' });
    standIn.addChannel('elsewhere', { withApp: false });
    expect(await share(id, standIn.channel('elsewhere').id)).toMatchObject({ error: 'not_in_channel' });
    expect((await fetch(new URL('/upload/guess', url), { method: 'POST', body: 'x' })).status).toBe(404);
    expect(await call('files.getUploadURLExternal', { filename: 'a.md', length: 0 })).toMatchObject({
      error: 'missing_argument',
    });
    const other = await startStandIn({ manifest: tinyManifest });
    const refused = await caller(other)('files.getUploadURLExternal', { filename: 'a.md', length: 5 });
    await other.close();
    expect(refused).toMatchObject({ error: 'missing_scope', needed: 'files:write' });
  });
});
