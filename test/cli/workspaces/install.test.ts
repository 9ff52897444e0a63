import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StandIn } from '../../../src/playground/index.ts';
import { createFolder } from '../../corpus/temporary-folder.ts';
import { run } from '../run.ts';
import { install, openNewsrooms, sheetOf, startBot, writeInto } from './open-newsrooms.ts';

const QUESTION = 'Who owns the crane?';

describe('installing', () => {
  it('has the people of a workspace answered at once, from its own facts', async () => {
    const newsrooms = await openNewsrooms();
    const bot = await startBot(newsrooms);
    const { north } = newsrooms;
    const done = await install(bot, north);
    expect(done.status).toBe(200);
    const ada = north.person('ada');
    const reply = await ada.reply(ada.directMessage(QUESTION), { withinMs: 20_000 });
    expect(reply.text).toContain('The crane of Northport belongs to Rosa Quillfeather.');
    expect(bot.log()).not.toMatch(/xoxb-T|xoxe/);
    for (const secret of [
      newsrooms.env.SLACK_CLIENT_SECRET,
      newsrooms.env.FACTDESK_KEY,
      done.cookie.slice(-32),
    ])
      expect(bot.log()).not.toContain(secret);
  });

  it('takes nobody who comes back in another browser, twice, with another word, or after saying no', async () => {
    const newsrooms = await openNewsrooms();
    const bot = await startBot(newsrooms);
    const { north } = newsrooms;
    const installed = () => bot.log().match(/the app was installed in a workspace/g)?.length ?? 0;
    expect((await install(bot, north, { withCookie: false })).status).toBe(400);
    expect((await install(bot, north, { query: { state: 'f'.repeat(64) } })).status).toBe(400);
    expect((await install(bot, north, { query: { error: 'access_denied' } })).status).toBe(500);
    expect(installed()).toBe(0);
    const first = await install(bot, north);
    expect(first.status).toBe(200);
    expect((await fetch(first.url, { headers: { cookie: first.cookie } })).status).toBe(400);
    expect(installed()).toBe(1);
  });

  it('is known to another copy of the bot, which answers by the first event', async () => {
    const newsrooms = await openNewsrooms();
    const first = await startBot(newsrooms);
    const second = await startBot(newsrooms);
    expect(second.address).not.toBe(first.address);
    // Slack sends to the second, and the browser goes to the first.
    const { south, directory } = newsrooms;
    directory.redirectUrl = new URL('/slack/oauth_redirect', first.address).href;
    expect((await install(first, south)).status).toBe(200);
    const ada = south.person('ada');
    const reply = await ada.reply(ada.say('newsroom', `@factdesk ${QUESTION}`), { withinMs: 20_000 });
    expect(reply.text).toContain('The crane of Southport');
  });

  it('is acknowledged and told of once where nothing is installed, and nobody is answered', async () => {
    const newsrooms = await openNewsrooms();
    const bot = await startBot(newsrooms);
    const { north } = newsrooms;
    const ada = north.person('ada');
    ada.directMessage(QUESTION);
    ada.say('newsroom', `@factdesk ${QUESTION}`);
    const kinds = () => north.envelopes.map(({ acknowledgement }) => acknowledgement?.kind);
    await expect.poll(kinds).toEqual(Array(3).fill('acknowledged'));
    expect(north.calls).toEqual([]);
    expect(bot.log().match(/in which nothing is installed/g)).toHaveLength(1);
  });

  it('does not stop the others when the facts of one are broken, and answers there when they are mended', async () => {
    const newsrooms = await openNewsrooms({ files: { 'T0SOUTH/facts/minutes.md': 'no sheet' } });
    const bot = await startBot(newsrooms);
    const { north, south } = newsrooms;
    for (const slack of [north, south]) expect((await install(bot, slack)).status).toBe(200);
    const ask = async (slack: StandIn) => {
      const ada = slack.person('ada');
      return (await ada.reply(ada.directMessage(QUESTION), { withinMs: 20_000 })).text;
    };
    expect(await ask(north)).toContain('Northport');
    expect(await ask(south)).toContain('Nothing on file');
    expect(bot.log()).toMatch(/"workspace":"T0SOUTH","msg":"[^"]*minutes\.md/);
    await writeInto(newsrooms, 'T0SOUTH/facts/minutes.md', sheetOf('Southport'));
    await expect.poll(bot.log).toContain('corpus read again');
    expect(await ask(south)).toContain('Southport');
  });

  it('makes the folder of a workspace, and answers from a sheet as soon as it is saved there', async () => {
    const newsrooms = await openNewsrooms({ haveFacts: false });
    const bot = await startBot(newsrooms);
    const { north } = newsrooms;
    await install(bot, north);
    const ada = north.person('ada');
    const none = await ada.reply(ada.directMessage(QUESTION), { withinMs: 20_000 });
    expect(none.text).toContain('Nothing on file');
    await writeInto(newsrooms, 'T0NORTH/facts/minutes.md', sheetOf('Northport'));
    await expect.poll(bot.log).toContain('corpus read again');
    expect((await ada.reply(ada.directMessage(QUESTION))).text).toContain('Northport');
  });
});

describe('the settings of a workspace', () => {
  it('are its own, and none that belongs to the bot as a whole', async () => {
    const newsrooms = await openNewsrooms({
      env: { DESK_MEMBERS: 'U0ELSEWHERE', QUESTION_RETENTION_DAYS: '7' },
      files: {
        'T0NORTH/settings.env': 'ANSWER_GUESTS=true\nFACTDESK_FACTS=sheets\n',
        'T0NORTH/sheets/minutes.md': sheetOf('Eastport'),
        'T0SOUTH/settings.env': 'PORT=1\nFACTDESK_KEY=x\n',
      },
    });
    const bot = await startBot(newsrooms);
    const { north, south } = newsrooms;
    for (const slack of [north, south]) await install(bot, slack);
    const guest = north.guest('gina');
    const reply = await guest.reply(guest.directMessage(QUESTION), { withinMs: 20_000 });
    expect(reply.text).toContain('Eastport');
    await expect.poll(bot.log).toMatch(/settings\.env: a workspace has no PORT, FACTDESK_KEY of its own/);
  });
});

describe('one corpus for all', () => {
  it('answers both from the same facts, with a ledger each, and is ready while it listens', async () => {
    const facts = await createFolder({ 'minutes.md': sheetOf('Westport') });
    const newsrooms = await openNewsrooms({
      haveFacts: false,
      env: { FACTDESK_SHARED_CORPUS: 'true', FACTDESK_FACTS: facts, FACTDESK_ADMIN_PORT: '0' },
    });
    const bot = await startBot(newsrooms);
    const { north, south, env } = newsrooms;
    for (const slack of [north, south]) {
      await install(bot, slack);
      const ada = slack.person('ada');
      const reply = await ada.reply(ada.directMessage(QUESTION), { withinMs: 20_000 });
      expect(reply.text).toContain('Westport');
    }
    const [, admin] = /"port":(\d+),"msg":"probes/.exec(bot.log()) ?? [];
    expect(await (await fetch(`http://127.0.0.1:${admin}/readyz`)).text()).toBe('ready\n');
    await writeFile(join(facts, 'minutes.md'), sheetOf('Eastport'));
    await expect.poll(bot.log).toContain('corpus read again');
    for (const slack of [north, south]) {
      const ada = slack.person('ada');
      expect((await ada.reply(ada.directMessage(QUESTION))).text).toContain('Eastport');
    }
    await bot.stop();
    for (const team of ['T0NORTH', 'T0SOUTH']) {
      const { stdout } = await run(['ledger', 'counts', '--json', '--workspace', team], { env });
      expect(JSON.parse(stdout).questions.answer).toBe(2);
    }
  });
});
