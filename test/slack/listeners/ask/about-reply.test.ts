import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createSheet } from '../../../corpus/temporary-folder.ts';
import {
  openFilesDesk,
  SIGNATURE_QUESTION,
  SIGNATURE_QUOTE,
  UNANSWERED_QUESTION,
} from '../../sample-facts.ts';
import { openSlackDesk, type SlackDesk } from '../../slack-desk.ts';

const MINES_QUESTION = 'How much land around Izium is mined?';
const URL = 'https://example.org/treaty?a=1&amp;b=2';

/** Ada asks in a direct message, and asks about the reply. */
async function askAbout({ slack }: SlackDesk, asked: string, question = SIGNATURE_QUESTION) {
  const ada = slack.person('ada');
  await ada.reply(ada.directMessage(question));
  return ada.reply(ada.directMessage(asked));
}

describe('a question about a reply', () => {
  it.each([
    ['source?', 'Source: The treaty &amp; its &lt;signatories&gt;, Treaty Office, 3 December 1997.'],
    ['soruce pls', 'Source: The treaty'],
    ['link?', `It can be checked here: <${URL}|${URL}>`],
    ['when was that?', 'It speaks as of 3 December 1997. Published 3 December 1997.'],
    ['who said that?', 'These are nobody’s own words: desk wording, from “The treaty'],
    ["what's the exact quote", 'This is desk wording and no quotation. As it stands on file:'],
    ['is that still true?', 'Still on file, unchanged since it was shown. It speaks as of 3 December 1997.'],
  ])('tells %j from that reply: %j', async (asked, told) => {
    const reply = await askAbout(await openSlackDesk(), asked);
    expect(reply.text).toContain(`About the reply to: ${SIGNATURE_QUESTION}`);
    expect(reply.text).toContain(told);
    expect(reply.words).toContain(SIGNATURE_QUOTE);
  });

  it('is no sure answer of its own: nothing was decided', async () => {
    const desk = await openSlackDesk();
    await askAbout(desk, 'source?');
    expect((await desk.ledger.counts()).sureAnswers).toEqual({ given: 1, reported: 0 });
  });

  it('says whose words a quote is, and where no link is recorded', async () => {
    const desk = await openSlackDesk();
    expect((await askAbout(desk, 'who said it', MINES_QUESTION)).text).toContain(
      'Said by Vadym Filashkin, governor.',
    );
    const ada = desk.slack.person('ada');
    expect((await ada.reply(ada.directMessage('got a link?'))).text).toContain(
      'No link is recorded for “Mines around Izium”. Ask the desk for it.',
    );
  });

  it('says what became of a fact that was changed, replaced or withdrawn since', async () => {
    const { folder, factDesk, reload } = await openFilesDesk();
    const { slack } = await openSlackDesk({ factDesk });
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage(MINES_QUESTION));
    const file = `${folder}/mines.md`;
    const written = await readFile(file, 'utf8');
    const saved = async (text: string) => {
      await writeFile(file, text);
      await reload();
      return (await ada.reply(ada.directMessage('is that still true?'))).text;
    };
    const changed = await saved(written.replace('tenth', 'ninth'));
    expect(changed).toContain('This was changed since it was shown. As it stands now:');
    expect(changed).toContain('Every ninth hectare');
    const newer = '\n## hectares-2025\n> Every fifth hectare is mined.\n\n- kind: statement\n- as of: 2025\n';
    const replaced = await saved(`${written}${newer}- replaces: filashkin-hectares-izium\n`);
    expect(replaced).toContain('The desk has replaced this since. On file now: It speaks as of 2025.');
    expect(replaced).toContain('Every fifth hectare is mined.');
    expect(replaced).not.toContain('Every tenth');
  });

  it('says of a fact that was withdrawn that it is not to be relied on, and shows nothing of it', async () => {
    const { folder, factDesk, reload } = await openFilesDesk();
    const { slack } = await openSlackDesk({ factDesk });
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage(MINES_QUESTION));
    const file = `${folder}/mines.md`;
    await writeFile(file, `${await readFile(file, 'utf8')}- status: withdrawn\n`);
    await reload();
    const reply = await ada.reply(ada.directMessage('source?'));
    expect(reply.text).toContain('This is no longer on file here: it was withdrawn or removed since.');
    expect(reply.words).not.toContain('hectare');
  });

  it('tells of what is newer on file and answers as well', async () => {
    const { folder, factDesk, reload } = await openFilesDesk();
    const { slack } = await openSlackDesk({ factDesk });
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage(MINES_QUESTION));
    const newer = `
## hectares-izium-2025
> Every twentieth hectare around Izium is still mined.

- kind: quote
- said by: Vadym Filashkin, governor
- as of: 2025-10
- asked as: How much land around Izium is mined?
`;
    await writeFile(`${folder}/mines.md`, `${await readFile(`${folder}/mines.md`, 'utf8')}${newer}`);
    await reload();
    const reply = await ada.reply(ada.directMessage('any newer figures?'));
    expect(reply.text).toContain('Newer on file:');
    expect(reply.words).toContain('Every twentieth hectare');
  });

  it('is about every quote of a list', async () => {
    const { folder, factDesk, reload } = await openFilesDesk();
    const storms = ['Anna', 'Bella', 'Clara', 'Dora'].map(
      (name, i) =>
        `## storm-${i}\n> The storm ${name} closed the harbour of Halden for ${i + 2} hours.\n\n- kind: statement\n`,
    );
    await writeFile(
      `${folder}/storms.md`,
      createSheet(storms.join('\n'), 'title: Harbour log\npublished: 2025-05-05'),
    );
    await reload();
    const { slack } = await openSlackDesk({ factDesk });
    const ada = slack.person('ada');
    const list = await ada.reply(ada.directMessage('Which storms closed the harbour of Halden?'));
    expect(list.text).toContain('A list: 4 quotes on file');
    const { text } = await ada.reply(ada.directMessage('source?'));
    expect(text.match(/Source: Harbour log/g)).toHaveLength(4);
    expect(text).toContain('The storm Dora');
  });

  it('is about the same reply when it is asked after another such question', async () => {
    const desk = await openSlackDesk();
    await askAbout(desk, 'source?');
    const ada = desk.slack.person('ada');
    expect((await ada.reply(ada.directMessage('and the date?'))).text).toContain(
      'It speaks as of 3 December 1997.',
    );
  });

  it('is about the reply in whose thread it stands, not about the last one', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const first = ada.directMessage(SIGNATURE_QUESTION);
    await ada.reply(first);
    await ada.reply(ada.directMessage(MINES_QUESTION));
    ada.directMessage('who said that?', { thread: first.ts });
    await ada.until(() => ada.thread('dm', first.ts).some(({ text }) => text.includes('desk wording, from')));
  });
});

describe('a question about a reply in a channel', () => {
  it('is answered to a colleague who calls the bot in the thread', async () => {
    const { slack } = await openSlackDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    await ada.reply(question);
    grace.say('newsroom', `<@${slack.botUserId}> where can I check that`, { thread: question.ts });
    await ada.until(() => ada.thread('newsroom', question.ts).some(({ text }) => text.includes(`<${URL}|`)));
  });

  it('is answered under a reply that was shared', async () => {
    const { slack } = await openSlackDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
    const own = await ada.until(() => ada.messages('newsroom')[0]);
    await ada.press(own, 'share_here');
    const shared = await grace.until(() => grace.messages('newsroom').find(({ isFromApp }) => isFromApp));
    grace.say('newsroom', `<@${slack.botUserId}> source?`, { thread: shared.ts });
    await grace.until(() =>
      grace.thread('newsroom', shared.ts).some(({ text }) => text.includes('Source: The treaty')),
    );
  });

  it('never tells anybody of a reply that another person alone has seen', async () => {
    const { slack } = await openSlackDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
    await ada.until(() => ada.messages('newsroom')[0]);
    await grace.command('newsroom', '/fact', 'source?');
    const told = await grace.until(() => grace.messages('newsroom')[0]);
    expect(told.text).toMatch(
      /^This asks about an answer, and there is none here yet\. Ask your question first/,
    );
  });

  it('by slash command is about the reply to the same person in the same channel within ten minutes', async () => {
    let now = new Date();
    const { slack } = await openSlackDesk({ now: () => now });
    const ada = slack.person('ada');
    const command = async (words: string) => {
      const before = ada.messages('newsroom').length;
      await ada.command('newsroom', '/fact', words);
      return (await ada.until(() => ada.messages('newsroom')[before])).text;
    };
    await command(SIGNATURE_QUESTION);
    expect(await command('source?')).toContain('You asked: source?\nAbout the reply to: When was');
    now = new Date(now.getTime() + 11 * 60 * 1_000);
    expect(await command('source?')).toContain('there is none here yet');
  });
});

describe('a question about a reply that is not there', () => {
  it('gets a plain sentence instead of "nothing on file", and leaves nothing in the ledger', async () => {
    const { slack, ledger } = await openSlackDesk();
    const ada = slack.person('ada');
    const reply = await ada.reply(ada.directMessage('is that still true?'));
    expect(reply.text).toMatch(/^This asks about an answer, and there is none here yet\./);
    expect(await ledger.questionsOf(ada.id)).toEqual([]);
  });

  it('is told that the reply quoted nothing', async () => {
    const reply = await askAbout(await openSlackDesk(), 'source?', UNANSWERED_QUESTION);
    expect(reply.text).toBe(
      'The reply before this quoted nothing, so there is no source, date or speaker to tell of.',
    );
  });
});

describe('two questions of one message', () => {
  it('are answered one by one, each under its own question, also by slash command', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    await ada.command('newsroom', '/fact', `${MINES_QUESTION} And who said it?`);
    const [first, second] = await ada.until(
      () => ada.messages('newsroom').length === 2 && ada.messages('newsroom'),
    );
    expect(first?.text).toContain(`You asked: ${MINES_QUESTION}`);
    expect(second?.text).toContain('You asked: And who said it?');
    expect(second?.text).toContain('Said by Vadym Filashkin, governor.');
  });
});
