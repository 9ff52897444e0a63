import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StandIn } from '../../../src/playground/index.ts';
import { newKey } from '../../installations/sample-grant.ts';
import { run } from '../run.ts';
import { install, openNewsrooms, type ServedBot, startBot } from './open-newsrooms.ts';

const QUESTION = 'Who owns the crane?';

async function expectAnswer(slack: StandIn): Promise<void> {
  const ada = slack.person('ada');
  const reply = await ada.reply(ada.directMessage(QUESTION), { withinMs: 20_000 });
  expect(reply.text).toContain('Rosa Quillfeather');
}

async function openInstalled() {
  const newsrooms = await openNewsrooms();
  const bot = await startBot(newsrooms);
  for (const slack of [newsrooms.north, newsrooms.south]) {
    expect((await install(bot, slack)).status).toBe(200);
    await expectAnswer(slack);
  }
  return { ...newsrooms, newsrooms, bot };
}

const told = (bot: ServedBot, words: string) => expect.poll(bot.log, { timeout: 20_000 }).toContain(words);

describe('a workspace that takes the app out', () => {
  it('is answered no more, keeps what it had, and may install it again; the other is answered all the time', async () => {
    const { north, south, directory, bot, env, folder } = await openInstalled();
    directory.uninstall(north);
    await told(bot, 'the app was taken out of a workspace');
    await expect.poll(async () => (await run(['workspaces'], { env })).stdout).not.toContain('T0NORTH');
    const listed = (await run(['workspaces'], { env })).stdout;
    expect(listed).toMatch(/^T0SOUTH {2}Southern Star {2}installed \S+ {2}key [0-9a-f]{8}\n$/);
    await expectAnswer(south);
    await access(join(folder, 'T0NORTH', 'data', 'ledger.sqlite'));
    // One that came while a bot was starting was sent once more.
    const last = () => new Map(north.envelopes.map((sent) => [sent.payload.event_id, sent.acknowledgement]));
    const kinds = () => new Set([...last().values()].map((acknowledgement) => acknowledgement?.kind));
    await expect.poll(kinds, { timeout: 20_000 }).toEqual(new Set(['acknowledged']));
    // Slack's events tell the second alone: what came after the installation is none of the one before.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await install(bot, north);
    north.redeliver();
    await expectAnswer(north);
  });

  it('is answered on where Slack tells of a token that was followed by another, or of one of a person', async () => {
    const { north, bot } = await openInstalled();
    for (const tokens of [
      { oauth: [], bot: [north.botUserId] },
      { oauth: ['U1'], bot: [] },
    ])
      north.redeliver({ changes: { type: 'tokens_revoked', tokens }, withNewId: true });
    const kinds = () => north.envelopes.slice(-2).map(({ acknowledgement }) => acknowledgement?.kind);
    await expect.poll(kinds).toEqual(['acknowledged', 'acknowledged']);
    await expectAnswer(north);
    expect(bot.log()).not.toContain('the app was taken out');
  });

  it('is told of in the log, once, where its token was revoked and nobody said so, and is answered when it installs it again', async () => {
    const { north, south, directory, bot } = await openInstalled();
    directory.revoke(north);
    const ada = north.person('ada');
    for (let time = 0; time < 3; time += 1) ada.directMessage(QUESTION);
    await told(bot, 'Slack refused the token of this workspace (token_revoked). Have the app installed');
    await expectAnswer(south);
    expect(bot.log().match(/Slack refused the token of this workspace/g)).toHaveLength(1);
    await install(bot, north);
    await expectAnswer(north);
  });
});

describe('the key', () => {
  it('when it is another one, loses nothing, changes nothing, and leaves those whose key is set at work', async () => {
    const { newsrooms, bot, north, south, env } = await openInstalled();
    await bot.stop();
    const other = { ...newsrooms, env: { ...env, FACTDESK_KEY: newKey() } };
    const second = await startBot(other);
    await told(second, 'The installation T0NORTH is encrypted with the key');
    await told(second, 'The installation T0SOUTH is encrypted with the key');
    const ada = north.person('ada');
    ada.directMessage(QUESTION);
    await expect
      .poll(() => north.envelopes.at(-1)?.acknowledgement, { timeout: 20_000 })
      .toMatchObject({ kind: 'unacknowledged', reason: 'http_error' });
    // One of them installs the app again, which is under the new key.
    await install(second, south);
    await expectAnswer(south);
    const rotated = await run(['keys', 'rotate'], { env: other.env });
    expect(rotated.stdout).toMatch(
      /^0 installations encrypted anew with the key [0-9a-f]{8}, 1 so already\.\n$/,
    );
    expect(rotated.stderr).toContain('Left as it is: The installation T0NORTH');
    expect(rotated.exitCode).toBe(1);
    await second.stop();

    // With the old key beside it all are answered, and after a rotation without it.
    const both = { ...other.env, FACTDESK_KEY_OLD: env.FACTDESK_KEY ?? '' };
    const third = await startBot({ ...newsrooms, env: both });
    await expectAnswer(north);
    expect((await run(['keys', 'rotate'], { env: both })).stdout).toContain('1 installation encrypted anew');
    await third.stop();
    await startBot(other);
    for (const slack of [north, south]) await expectAnswer(slack);
  });

  it('when it is missing, stops the start with a sentence, before anything is opened', async () => {
    const { env, folder } = await openNewsrooms();
    const { stderr, exitCode } = await run(['serve'], { env: { ...env, FACTDESK_KEY: '' } });
    expect(stderr).toContain('FACTDESK_KEY is missing, but SLACK_CLIENT_ID is set.');
    expect(stderr).toContain('openssl rand -base64 32');
    expect(exitCode).toBe(2);
    await expect(access(`${folder}-data`)).rejects.toThrow();
  });
});
