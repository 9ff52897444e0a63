import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { FactDesk } from '../../../../src/answer/index.ts';
import type { SeenMessage } from '../../../../src/playground/index.ts';
import { textsIn } from '../../blocks/slack-limits.ts';
import { openFilesDesk, openSampleDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from '../../sample-facts.ts';
import { openSlackDesk, type SlackDesk } from '../../slack-desk.ts';

/** The desk as it is when it is not sure. */
function unsure(desk: FactDesk): FactDesk {
  const ask: FactDesk['ask'] = async (...asked) => {
    const answer = await desk.ask(...asked);
    return answer.outcome === 'answer' ? { ...answer, outcome: 'choices' } : answer;
  };
  return { ...desk, ask };
}

const openUnsureDesk = async (): Promise<FactDesk> => unsure(await openSampleDesk());

function buttonsOf({ blocks }: SeenMessage): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'actions' ? textsIn(block) : []));
}

async function askByCommand({ slack }: SlackDesk) {
  const ada = slack.person('ada');
  await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
  const reply = () => ada.messages('newsroom')[0];
  return { ada, reply, choices: await ada.until(reply) };
}

async function askInChannel({ slack }: SlackDesk) {
  const ada = slack.person('ada');
  const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
  const choices = await ada.reply(question);
  const thread = () => ada.thread('newsroom', question.ts).filter(({ isFromApp }) => isFromApp);
  return { ada, thread, choices };
}

const isChosen = (message: SeenMessage | undefined) =>
  message?.text.includes('from the close matches') ? message : undefined;

describe('"This one" under a private reply', () => {
  it('turns the reply into that answer, and lets the desk know which question it answers', async () => {
    const desk = await openSlackDesk({ factDesk: await openUnsureDesk() });
    const { ada, reply, choices } = await askByCommand(desk);
    expect(buttonsOf(choices).slice(0, 3)).toEqual(['This one', 'Copy citation', 'Context']);
    await ada.press(choices, 'this_one');
    const chosen = await ada.until(() => isChosen(reply()));
    expect(ada.messages('newsroom')).toHaveLength(1);
    expect(chosen.isPrivate).toBe(true);
    expect(chosen.text).toMatch(
      new RegExp(
        `^You asked: ${SIGNATURE_QUESTION.replace('?', '\\?')}\nYou chose this from the close matches:\n`,
      ),
    );
    expect(chosen.text.split(SIGNATURE_QUOTE)).toHaveLength(2);
    expect(buttonsOf(chosen)).toEqual([
      'Share here',
      'Context',
      'Copy citation',
      'Not right',
      'Ask the desk',
    ]);
    const records = [];
    for await (const record of desk.ledger.exportRecords('choices', { withPrivate: true }))
      records.push(record);
    expect(JSON.stringify(records)).toContain('treaty-signed-in-ottawa');
  });

  it('lets the chosen fact be shared', async () => {
    const desk = await openSlackDesk({ factDesk: await openUnsureDesk() });
    const { ada, reply, choices } = await askByCommand(desk);
    await ada.press(choices, 'this_one');
    await ada.press(await ada.until(() => isChosen(reply())), 'share_here');
    const grace = desk.slack.person('grace');
    const shared = await grace.until(() => grace.messages('newsroom')[0]);
    expect(shared.words).toContain(SIGNATURE_QUOTE);
  });

  it('still says what of the quote does not fit, and once more before it is shared', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    await ada.command('newsroom', '/fact', 'When was the convention opened for signature in 1999?');
    const reply = () => ada.messages('newsroom')[0];
    const choices = await ada.until(reply);
    expect(choices.text).toContain('Of 1997; you asked for 1999.');
    await ada.press(choices, 'this_one');
    const chosen = await ada.until(() => isChosen(reply()));
    expect(chosen.text).toContain('Of 1997; you asked for 1999.');
    const buttons = chosen.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    const share = buttons.find((button) => 'text' in button && textsIn(button).includes('Share here'));
    expect(share).toMatchObject({ confirm: { text: { text: 'Of 1997; you asked for 1999.' } } });
  });

  it('works in the question box too', async () => {
    const { slack } = await openSlackDesk({ factDesk: await openUnsureDesk() });
    const ada = slack.person('ada');
    await ada.callShortcut('ask_factdesk');
    await ada.submit({ question: SIGNATURE_QUESTION });
    await ada.until(() => textsIn(ada.modal()).includes('This one') || undefined);
    await ada.press('modal', 'this_one');
    await ada.until(() => textsIn(ada.modal()).join().includes('You chose this') || undefined);
    expect(textsIn(ada.modal()).join()).toContain(SIGNATURE_QUOTE);
  });
});

describe('"This one" under a reply that everybody sees', () => {
  it('turns it into that answer for all, and says who chose', async () => {
    const desk = await openSlackDesk({ factDesk: await openUnsureDesk() });
    const { thread, choices } = await askInChannel(desk);
    const grace = desk.slack.person('grace');
    await grace.press(choices, 'this_one');
    const chosen = await grace.until(() => isChosen(thread()[0]));
    expect(chosen.isPrivate).toBe(false);
    expect(chosen.text).toMatch(`Chosen from the close matches by <@${grace.id}>:`);
    expect(buttonsOf(chosen)).toEqual(['Context', 'Copy citation', 'Not right', 'Ask the desk']);
    expect(thread()).toHaveLength(1);
  });

  it.each([
    ['treaty-signed-in-ottawa', 'This one was chosen already.', true],
    [
      'axworthy-on-the-convention',
      'Another close match was chosen meanwhile. Ask again to see all of them.',
      false,
    ],
  ])('says so when %s was chosen before', async (factId, notice, isChanged) => {
    const desk = await openSlackDesk({ factDesk: await openUnsureDesk() });
    const { ada, thread, choices } = await askInChannel(desk);
    const questionId = (await desk.ledger.questionsOf(ada.id))[0]?.id ?? '';
    await desk.ledger.recordChoice({ questionId, factId, chosenBy: desk.slack.person('grace').id });
    await ada.press(choices, 'this_one');
    const told = await ada.until(() => thread().find(({ isPrivate }) => isPrivate));
    expect(told.text).toBe(notice);
    expect(isChosen(thread()[0]) !== undefined).toBe(isChanged);
  });

  it('shows the quote to whoever chose it when the reply was deleted meanwhile', async () => {
    const desk = await openSlackDesk({ factDesk: await openUnsureDesk() });
    const { ada, thread, choices } = await askInChannel(desk);
    const pressed = ada.press(choices, 'this_one');
    ada.withdraw(choices);
    await pressed;
    const quote = await ada.until(() => thread()[1]);
    expect(thread()[0]?.text).toBe('The reply was deleted meanwhile. This is what you chose:');
    expect(quote).toMatchObject({ isPrivate: true, words: expect.stringContaining(SIGNATURE_QUOTE) });
  });

  it('shows the quote to its finder when Slack does not take the change', async () => {
    const desk = await openSlackDesk({ factDesk: await openUnsureDesk() });
    const { ada, thread, choices } = await askInChannel(desk);
    desk.slack.faults.next('chat.update', { kind: 'refused', error: 'edit_window_closed' });
    await ada.press(choices, 'this_one');
    await ada.until(() => thread()[2]);
    expect(thread()[1]?.text).toBe('The reply could not be changed just now. This is what you chose:');
    expect(thread()[2]).toMatchObject({ isPrivate: true, words: expect.stringContaining(SIGNATURE_QUOTE) });
  });
});

describe('"This one" on a fact that is no longer what was shown', () => {
  async function openChanging(change: (sheet: string) => string) {
    const files = await openFilesDesk();
    const asked = await askInChannel(await openSlackDesk({ factDesk: unsure(files.factDesk) }));
    const sheet = `${files.folder}/treaty.md`;
    await writeFile(sheet, change(await readFile(sheet, 'utf8')));
    await files.reload();
    await asked.ada.press(asked.choices, 'this_one');
    return asked;
  }

  it('says that it was changed, and shows it as it stands now', async () => {
    const { ada, thread } = await openChanging((sheet) =>
      sheet.replace('on 3 December 1997.', 'on 4 December 1997.'),
    );
    expect((await ada.until(() => isChosen(thread()[0]))).words).toContain('on 4 December 1997.');
    const told = await ada.until(() => thread().find(({ isPrivate }) => isPrivate));
    expect(told.text).toBe('This fact was changed since it was shown. This is how it stands now.');
  });

  it('says that it has gone, and leaves the reply', async () => {
    const { ada, thread } = await openChanging((sheet) =>
      sheet.replace('treaty-signed-in-ottawa', 'treaty-opened-in-ottawa'),
    );
    const told = await ada.until(() => thread().find(({ isPrivate }) => isPrivate));
    expect(told.text).toContain('This fact is no longer on file here');
    expect(isChosen(thread()[0])).toBeUndefined();
  });
});
