import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Person, SeenMessage } from '../../../../src/playground/index.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { openFilesDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openSlackDesk, type SlackDesk } from '../../slack-desk.ts';

async function askByCommand(reporter: Person, channel = 'newsroom'): Promise<SeenMessage> {
  const before = reporter.messages(channel).length;
  await reporter.command(channel, '/fact', SIGNATURE_QUESTION);
  return reporter.until(() => reporter.messages(channel)[before]);
}

async function askInChannel({ slack }: SlackDesk): Promise<{ ada: Person; reply: SeenMessage }> {
  const ada = slack.person('ada');
  const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
  return { ada, reply: await ada.reply(question) };
}

function buttonsOf({ blocks }: SeenMessage): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'actions' ? textsIn(block) : []));
}

describe('the buttons under a reply', () => {
  it('offer to share where the asker alone sees it, and not where everybody does', async () => {
    const desk = await openSlackDesk();
    expect(buttonsOf(await askByCommand(desk.slack.person('ada')))).toEqual([
      'Context',
      'Copy citation',
      'Not right',
      'Share here',
      'Ask the desk',
    ]);
    expect(buttonsOf((await askInChannel(desk)).reply)).not.toContain('Share here');
  });

  it('hold ids and no words', async () => {
    const desk = await openSlackDesk();
    const reply = await askByCommand(desk.slack.person('ada'));
    const values =
      JSON.stringify(reply.blocks)
        .match(/"value":"(?:[^"\\]|\\.)*"/g)
        ?.join() ?? '';
    expect(values).toContain('treaty-signed-in-ottawa');
    expect(values).not.toMatch(/signature|opened|convention/i);
  });
});

describe('"Context"', () => {
  it('opens a window with the fact, where it comes from, and what its source says beside', async () => {
    const desk = await openSlackDesk();
    const { ada, reply } = await askInChannel(desk);
    await ada.press(reply, 'show_context');
    const text = textsIn(await ada.until(() => ada.modal())).join('\n');
    expect(text).toContain(SIGNATURE_QUOTE);
    expect(text).toContain('Checked by: \nnot recorded');
    expect(text).toContain('Fact: \ntreaty-signed-in-ottawa');
    expect(text).toContain('"The convention is a victory for *people*," he told <!channel>.');
  });

  it('says so when the fact was changed since, and shows it as it stands now', async () => {
    const files = await openFilesDesk();
    const desk = await openSlackDesk({ factDesk: files.factDesk });
    const { ada, reply } = await askInChannel(desk);
    const sheet = `${files.folder}/treaty.md`;
    await writeFile(
      sheet,
      (await readFile(sheet, 'utf8')).replace('on 3 December 1997.', 'on 4 December 1997.'),
    );
    await files.reload();
    await ada.press(reply, 'show_context');
    const text = textsIn(await ada.until(() => ada.modal())).join('\n');
    expect(text).toContain('This fact was changed since it was shown.');
    expect(text).toContain('on 4 December 1997.');
  });

  it('says so when the fact has gone since', async () => {
    const files = await openFilesDesk();
    const desk = await openSlackDesk({ factDesk: files.factDesk });
    const { ada, reply } = await askInChannel(desk);
    await writeFile(`${files.folder}/treaty.md`, 'gone');
    await ada.press(reply, 'show_context');
    const told = await ada.until(
      () => ada.messages('newsroom').find(({ isPrivate }) => isPrivate) ?? privateReply(ada, reply),
    );
    expect(told.text).toContain('This fact is no longer on file');
    expect(ada.modal()).toBeUndefined();
  });

  it('says so when Slack took too long to let the window open', async () => {
    const desk = await openSlackDesk();
    const { ada, reply } = await askInChannel(desk);
    desk.slack.faults.next('views.open', { kind: 'refused', error: 'expired_trigger_id' });
    await ada.press(reply, 'show_context');
    const told = await ada.until(() => privateReply(ada, reply));
    expect(told.text).toContain('Slack took too long to open the window.');
  });
});

describe('"Copy citation"', () => {
  it('opens a window with the quote and its source in three forms to copy', async () => {
    const desk = await openSlackDesk();
    const { ada, reply } = await askInChannel(desk);
    await ada.press(reply, 'copy_citation');
    const text = textsIn(await ada.until(() => ada.modal())).join('\n');
    expect(text).toContain(
      `${SIGNATURE_QUOTE} (desk wording) As of 3 December 1997: The treaty & its <signatories>, Treaty Office, 3 December 1997. https://example.org/treaty?a=1&b=2`,
    );
    expect(text).toContain(`> ${SIGNATURE_QUOTE}\n>\n> (desk wording)`);
    expect(text).toContain('https://example.org/treaty?a=1&b=2 [treaty-signed-in-ottawa]');
  });
});

describe('"Share here"', () => {
  it('posts the quote for everybody, with who shared it and for which question', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    await ada.press(await askByCommand(ada), 'share_here');
    const grace = slack.person('grace');
    const shared = await grace.until(() => grace.messages('newsroom')[0]);
    expect(shared.text).toContain(`Shared by <@${ada.id}> for the question: ${SIGNATURE_QUESTION}`);
    expect(shared.words).toContain(SIGNATURE_QUOTE);
  });

  it('shares once, and says so when pressed again', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const reply = await askByCommand(ada);
    await ada.press(reply, 'share_here');
    await ada.until(() => ada.messages('newsroom').find(({ isPrivate }) => !isPrivate));
    await ada.press(reply, 'share_here');
    await ada.until(() => ada.messages('newsroom').find(({ text }) => text === 'Already shared here.'));
    expect(ada.messages('newsroom').filter(({ isPrivate }) => !isPrivate)).toHaveLength(1);
  });

  it("goes through Slack's reply address where the bot is no member", async () => {
    const { slack } = await openSlackDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    slack.addChannel('closed', { isPrivate: true, withApp: false });
    await ada.press(await askByCommand(ada, 'closed'), 'share_here');
    const shared = await grace.until(() => grace.messages('closed')[0]);
    expect(shared.words).toContain(SIGNATURE_QUOTE);
  });
});

describe('"Not right"', () => {
  it('asks why, keeps it, thanks, and tells the desk channel', async () => {
    const desk = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const { ada, reply } = await askInChannel(desk);
    await ada.press(reply, 'not_right');
    await ada.until(() => ada.modal());
    await ada.submit({ reason: 'out-of-date', line: 'It was *reopened* <!channel> in 1998.' });
    await ada.until(() => textsIn(ada.modal()).join().includes('Thank you. The desk has it.'));
    expect(ada.modal()?.submit).toBeUndefined();
    const [complaint] = await desk.ledger.openReports();
    expect(complaint).toMatchObject({ givenBy: ada.id, reason: 'out-of-date' });
    expect(complaint?.fact?.factId).toBe('treaty-signed-in-ottawa');
    const grace = desk.slack.person('grace');
    const news = await grace.until(() => grace.messages('foreign-desk')[0]);
    expect(news.text).toContain('Not right: It is out of date.');
    expect(news.text).toContain(`Asked: ${SIGNATURE_QUESTION}`);
    expect(news.text).toContain('It was *reopened* &lt;!channel&gt; in 1998.');
    expect(news.words).toContain(SIGNATURE_QUOTE);
  });
});

describe('"Not right" under a reply that the asker alone sees', () => {
  it('tells the desk what is not right, and not what was asked', async () => {
    const { slack } = await openSlackDesk({}, { deskChannel: 'foreign-desk' });
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    await ada.press(await askByCommand(ada), 'not_right');
    await ada.until(() => ada.modal());
    await ada.submit({ reason: 'wrong-fact' });
    const news = await grace.until(() => grace.messages('foreign-desk')[0]);
    expect(news.text).toContain('Asked: a private question');
    expect(news.text).not.toContain(SIGNATURE_QUESTION);
    expect(news.words).toContain(SIGNATURE_QUOTE);
  });
});

function privateReply(person: Person, reply: SeenMessage): SeenMessage | undefined {
  return person
    .thread('newsroom', reply.threadTs ?? reply.ts)
    .concat(person.messages('newsroom'))
    .find(({ isPrivate }) => isPrivate);
}
