import { describe, expect, it } from 'vitest';
import type { StandIn } from '../../../src/playground/index.ts';
import { openSlackDesk, readOwnManifest } from '../slack-desk.ts';

/** Posts what an older version of the bot may have left in a channel. */
async function postOldButton(slack: StandIn): Promise<void> {
  const button = {
    type: 'button',
    action_id: 'of_old',
    text: { type: 'plain_text', text: 'More' },
    value: '1',
  };
  const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({
      channel: 'newsroom',
      text: 'Old',
      blocks: [{ type: 'actions', elements: [button] }],
    }),
  });
  expect(await response.json()).toMatchObject({ ok: true });
}

describe('what no surface takes', () => {
  it('tells plainly that a command is not known', async () => {
    const manifest = await readOwnManifest();
    manifest.features?.slash_commands?.push({ command: '/facts', description: 'Left over' });
    const { slack } = await openSlackDesk({}, { manifest });
    const ada = slack.person('ada');
    await ada.command('newsroom', '/facts', 'who signed?');
    expect(ada.messages('newsroom').map(({ text }) => text)).toEqual([
      'This command is not known here. Try /fact help.',
    ]);
  });

  it('tells the person alone that a button belongs to an older version', async () => {
    const { slack } = await openSlackDesk();
    await postOldButton(slack);
    const ada = slack.person('ada');
    const old = await ada.until(() => ada.messages('newsroom')[0]);
    expect(await ada.press(old, 'of_old')).toMatchObject({ kind: 'acknowledged' });
    const told = await ada.until(() => ada.messages('newsroom')[1]);
    expect(told.isPrivate).toBe(true);
    expect(told.text).toContain('This no longer works');
  });

  it('tells in a direct message that a shortcut is not known', async () => {
    const manifest = await readOwnManifest();
    const shortcut = { name: 'Old', type: 'global' as const, callback_id: 'old', description: 'Left over' };
    if (manifest.features !== undefined) manifest.features.shortcuts = [shortcut];
    const { slack } = await openSlackDesk({}, { manifest });
    const ada = slack.person('ada');
    expect(await ada.callShortcut('old')).toMatchObject({ kind: 'acknowledged' });
    const told = await ada.until(() => ada.messages('dm')[0]);
    expect(told.text).toContain('This no longer works');
  });
});
