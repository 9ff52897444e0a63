import { describe, expect, it } from 'vitest';
import { textsIn } from '../../blocks/slack-limits.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE, UNANSWERED_QUESTION } from '../../sample-facts.ts';
import { openSlackDesk } from '../../slack-desk.ts';

describe("the app's own page", () => {
  it('shows on its Home tab what the bot is for and how much is on file', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    ada.openHome();
    const view = await ada.until(() => ada.home());
    const text = textsIn(view).join('\n');
    expect(text).toContain('On file: 3 facts from 2 sources.');
    expect(text).toContain('Ottawa Treaty');
    expect(text).toContain('Every tenth hectare around Izium is still mined.');
  });

  it('answers in place, and lists the question among the last ones the next time', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    ada.openHome();
    await ada.until(() => ada.home());
    await ada.press('home', 'home_question', { value: SIGNATURE_QUESTION });
    await ada.until(() => textsIn(ada.home()).join('').includes(`You asked: ${SIGNATURE_QUESTION}`));
    ada.openHome();
    await ada.until(() => textsIn(ada.home()).join('').includes('Your last questions, seen by you alone'));
    expect(textsIn(ada.home()).join('')).toContain(`${SIGNATURE_QUOTE}As of 3 December 1997`);
    const grace = slack.person('grace');
    grace.openHome();
    const others = textsIn(await grace.until(() => grace.home())).join('');
    expect(others).not.toContain('Your last questions');
  });

  it('lists a question asked twice once, and answers it again with one press', async () => {
    const { slack } = await openSlackDesk();
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    for (const words of [SIGNATURE_QUESTION, UNANSWERED_QUESTION, SIGNATURE_QUESTION.toUpperCase()]) {
      await ada.reply(ada.directMessage(words));
    }
    ada.openHome();
    const home = () => textsIn(ada.home()).join('\n');
    await ada.until(() => home().includes(`${SIGNATURE_QUESTION.toUpperCase()} (asked 2 times`));
    expect(home()).toContain(`${UNANSWERED_QUESTION} (nothing on file)`);
    const past = home().split('Questions that are answered')[0];
    expect(past).not.toContain(SIGNATURE_QUESTION);
    const row = ada.home()?.blocks.find((block) => textsIn(block).join().includes(UNANSWERED_QUESTION));
    await ada.press('home', 'home_again', { blockId: String(row?.block_id) });
    await ada.until(() => home().includes(`You asked: \n${UNANSWERED_QUESTION}`));
    expect(home()).toContain('Nothing on file answers this.');
    grace.openHome();
    await grace.until(() => grace.home());
    expect(textsIn(grace.home()).join()).not.toContain('Ask again');
  });

  it('answers an example with one press', async () => {
    const { slack, factDesk } = await openSlackDesk();
    const [example = ''] = (await factDesk.onFile()).examples;
    const answer = await factDesk.ask(example);
    const ada = slack.person('ada');
    ada.openHome();
    await ada.until(() => ada.home());
    await ada.press('home', 'home_example');
    await ada.until(() => textsIn(ada.home()).join('').includes(`You asked: ${example}`));
    expect(textsIn(ada.home()).join('')).toContain(answer.quotes[0]?.text);
  });

  it('opens the context of a fact from the answer', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    ada.openHome();
    await ada.until(() => ada.home());
    await ada.press('home', 'home_question', { value: SIGNATURE_QUESTION });
    await ada.until(() => textsIn(ada.home()).join('').includes('You asked'));
    await ada.press('home', 'show_context');
    expect(textsIn(await ada.until(() => ada.modal())).join('')).toContain(SIGNATURE_QUOTE);
  });

  it('lets people browse a topic', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    ada.openHome();
    await ada.until(() => ada.home());
    await ada.press('home', 'home_topic', { value: 'Ottawa Treaty' });
    await ada.until(() => textsIn(ada.home()).join('').includes('On file about Ottawa Treaty'));
    expect(textsIn(ada.home()).join('')).toContain(SIGNATURE_QUOTE);
  });

  it('shows an answer even when the tab was drawn anew in between', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    ada.openHome();
    await ada.until(() => ada.home());
    slack.faults.next('views.publish', { kind: 'refused', error: 'hash_conflict' });
    await ada.press('home', 'home_question', { value: SIGNATURE_QUESTION });
    await ada.until(() => textsIn(ada.home()).join('').includes(`You asked: ${SIGNATURE_QUESTION}`));
  });

  it('shows members of the desk, and nobody else, what is open', async () => {
    const deskMembers: string[] = [];
    const { slack } = await openSlackDesk({ deskMembers });
    const [ada, grace] = [slack.person('ada'), slack.person('grace')];
    deskMembers.push(grace.id);
    await ada.press(await ada.reply(ada.directMessage(UNANSWERED_QUESTION)), 'ask_the_desk');
    await ada.until(() =>
      ada
        .messages('dm')
        .concat(ada.thread('dm', ada.messages('dm')[0]?.ts ?? ''))
        .some(({ text }) => text.includes('with the desk')),
    );
    for (const person of [ada, grace]) person.openHome();
    const forDesk = textsIn(await grace.until(() => grace.home())).join('');
    expect(forDesk).toContain('For the desk: 1 open question, 0 complaints');
    expect(forDesk).toContain(UNANSWERED_QUESTION);
    expect(textsIn(await ada.until(() => ada.home())).join('')).not.toContain('For the desk');
    await grace.press('home', 'desk_wont_answer');
    await grace.until(() => grace.modal());
  });

  it('suggests questions that are answered beside its messages', async () => {
    const { slack, factDesk } = await openSlackDesk();
    const ada = slack.person('ada');
    ada.openMessages();
    const prompts = await ada.until(() => ada.prompts().length > 0 && ada.prompts());
    expect(prompts.length).toBeLessThanOrEqual(4);
    for (const { message } of prompts) expect((await factDesk.ask(message)).outcome).toBe('answer');
  });

  it('is no reason for an error when the newsroom has left agent features out', async () => {
    const { slack, log } = await openSlackDesk();
    slack.faults.next('assistant.threads.setSuggestedPrompts', { kind: 'refused', error: 'missing_scope' });
    const ada = slack.person('ada');
    ada.openMessages();
    await slack.until(() =>
      slack.calls.some(({ method }) => method === 'assistant.threads.setSuggestedPrompts'),
    );
    await ada.reply(ada.directMessage('help'));
    expect(log()).toContain('missing_scope');
    expect(log()).not.toContain('"level":50');
  });
});
