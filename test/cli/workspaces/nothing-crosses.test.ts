import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../src/ledger/index.ts';
import { DIRECT, type StandIn } from '../../../src/playground/index.ts';
import { databaseKinds } from '../../ledger/test-databases.ts';
import { textsIn } from '../../slack/blocks/slack-limits.ts';
import { run } from '../run.ts';
import { install, type Newsrooms, openNewsrooms, startBot, writeInto } from './open-newsrooms.ts';

const QUESTION = 'Who owns the crane?';
const DESK = 'foreign-desk';
/** Nothing answers it. */
const volcanoOf = (word: string) => `Which volcano near ${word} erupted yesterday?`;

const SECOND_SHEET = `---
title: Ferry times
published: 2024
topics: [Southport ferries]
---

## ferry-southport
> The last ferry of Southport leaves at nine.

- kind: statement
- as of: 2024
- asked as: When does the last ferry leave?
`;

/** Both with the same ids of channels and people: a stand-in counts them from one. */
async function openBoth(isOnPostgres: boolean): Promise<Newsrooms> {
  const newsrooms = await openNewsrooms({
    isOnPostgres,
    files: { 'T0SOUTH/facts/ferries.md': SECOND_SHEET },
  });
  for (const { team, channel } of [newsrooms.north, newsrooms.south].map((slack) => ({
    team: slack.team.id,
    channel: slack.channel(DESK).id,
  })))
    await writeInto(newsrooms, `${team}/settings.env`, `DESK_CHANNEL=${channel}\n`);
  return newsrooms;
}

/** Does what people do, on every surface, and gives all that the bot said there. */
async function useEverything(slack: StandIn, word: string): Promise<void> {
  const ada = slack.person('ada');
  const [late, mention] = [{ withinMs: 20_000 }, `<@${slack.botUserId}>`];
  const direct = await ada.reply(ada.directMessage(QUESTION), late);
  expect(direct.text).toContain(word);
  await ada.reply(ada.say('newsroom', `${mention} ${QUESTION}`), late);
  const before = ada.messages('newsroom').length;
  await ada.command('newsroom', '/fact', QUESTION);
  const reply = await ada.until(() => ada.messages('newsroom')[before], late);
  await ada.press(reply, 'show_context');
  await ada.until(() => ada.modal());
  await ada.closeModal();
  await ada.press(reply, 'share_here');
  await ada.until(() => ada.messages('newsroom').find(({ isPrivate, isFromApp }) => !isPrivate && isFromApp));
  await ada.press(reply, 'not_right');
  await ada.until(() => ada.modal());
  await ada.submit({ reason: 'out-of-date' });
  await ada.until(() => ada.messages(DESK).find(({ text }) => text.includes('Not right')), late);
  ada.openHome();
  await ada.until(() => textsIn(ada.home()).join('').includes(`${word} harbour`));
  await ada.press('home', 'home_question', { value: QUESTION });
  await ada.until(() => textsIn(ada.home()).join('').includes(`You asked: ${QUESTION}`));
  await ada.command('newsroom', '/fact', 'sources');
  const asked = await ada.reply(ada.directMessage(volcanoOf(word)), late);
  await ada.press(asked, 'ask_the_desk');
  await ada.until(() => ada.messages(DESK).find(({ words }) => words.includes(volcanoOf(word))), late);
  await slack.runStep('find_fact', { question: QUESTION }, late);
}

describe.each(await databaseKinds())('two newsrooms $name', ({ name }) => {
  it('nothing of one is seen in the other, on any surface', async () => {
    const newsrooms = await openBoth(name.includes('PostgreSQL'));
    const bot = await startBot(newsrooms);
    const { north, south, env } = newsrooms;
    for (const slack of [north, south]) expect((await install(bot, slack)).status).toBe(200);
    await useEverything(south, 'Southport');
    await useEverything(north, 'Northport');
    await expectNothingOf('South', north);
    await expectNothingOf('North', south);
    expect(textsIn(north.person('ada').home()).join()).toContain('On file: 1 fact from 1 source.');
    expect(textsIn(south.person('ada').home()).join()).toContain('On file: 2 facts from 2 sources.');

    // What the other has on file is not known by its own words.
    const ada = north.person('grace');
    for (const words of [
      'When does the last ferry of Southport leave?',
      'Southport ferries',
      volcanoOf('Southport'),
    ]) {
      const reply = await ada.reply(ada.directMessage(words), { withinMs: 20_000 });
      expect(reply.words).not.toMatch(/leaves at nine|Rosa.*Southport|Ferry times/);
    }
    await bot.stop();

    const northern = async (...words: string[]) =>
      (await run([...words, '--workspace', 'T0NORTH'], { env })).stdout;
    expect(await northern('ask', QUESTION)).toContain('Northport');
    expect(await northern('ask', 'When does the last ferry of Southport leave?')).not.toContain('nine');
    expect(await northern('check')).toContain('1 fact');
    expect(await northern('ledger', 'uses', 'crane-northport')).toContain('Northport');
    expect(await northern('ledger', 'uses', 'crane-southport')).not.toContain('Southport Council');
    const replayed = await northern('replay', QUESTION, '--at', new Date().toISOString());
    expect(replayed).toContain('Northport');
    expect(replayed).not.toContain('Southport');
    const countsOf = async (...words: string[]) =>
      JSON.parse((await run(['ledger', 'counts', '--json', ...words], { env })).stdout).questions;
    expect(await countsOf('--workspace=T0SOUTH')).toMatchObject({ answer: 5, none: 1 });
    expect(await countsOf('--workspace=T0NORTH')).toMatchObject({ answer: 5, none: 4 });
    // The ledger of the bot as a whole holds where it is installed, and nothing that anybody asked.
    const { FACTDESK_DATA: directory = '', DATABASE_URL: databaseUrl } = env;
    const whole = await openLedger({ directory, ...(databaseUrl && { databaseUrl }), now: () => new Date() });
    expect((await whole.counts()).questions).toMatchObject({ answer: 0, none: 0 });
    expect(await whole.installations()).toHaveLength(2);
    await whole.close();
  });

  it('people of the one are not answered in the other', async () => {
    const newsrooms = await openBoth(name.includes('PostgreSQL'));
    const bot = await startBot(newsrooms);
    const { north, south } = newsrooms;
    for (const slack of [north, south]) expect((await install(bot, slack)).status).toBe(200);
    const ask = async (slack: StandIn, team: string) => {
      const [olga, ada] = [slack.outsider('olga', team), slack.person('ada')];
      const turnedAway = await olga.reply(olga.directMessage(QUESTION), { withinMs: 20_000 });
      expect(turnedAway.text).toContain('answers the people of its own newsroom only');
      expect((await ada.reply(ada.directMessage(QUESTION))).text).toContain('Rosa Quillfeather');
    };
    await ask(north, south.team.id);
    await ask(south, north.team.id);
  });
});

/** In all that the bot ever told Slack of one workspace, and all that its people saw. */
async function expectNothingOf(word: string, slack: StandIn): Promise<void> {
  const calls = slack.calls.map(({ method, arguments: given }) => `${method} ${JSON.stringify(given)}`);
  const ada = slack.person('ada');
  const seen = ['newsroom', DESK, DIRECT].flatMap((channel) =>
    ada.messages(channel).flatMap((message) => [message, ...ada.thread(message.channel, message.ts)]),
  );
  expect(seen.length).toBeGreaterThan(8);
  expect([...calls, ...seen.map((one) => JSON.stringify(one))].filter((said) => said.includes(word))).toEqual(
    [],
  );
}
