import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChannelSettings } from '../../src/slack/index.ts';
import { textsIn } from './blocks/slack-limits.ts';
import { HARBOUR, openFilesDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from './sample-facts.ts';
import { openSlackDesk } from './slack-desk.ts';

const MINES_QUESTION = 'How much land around Izium is mined?';
const BEYOND = /Ottawa|treaty|convention|Axworthy/i;
const channelSettings = readChannelSettings('everywhere: {topics: [Ukraine]}');

describe('topics that are set for everywhere', () => {
  it('keep help and the suggested questions to them', async () => {
    const { slack } = await openSlackDesk({ channelSettings });
    const ada = slack.person('ada');
    await ada.command('newsroom', '/fact', 'help');
    const help = await ada.until(() => ada.messages('newsroom')[0]);
    expect(help.text).toContain('On file: 1 fact from 1 source.');
    expect(help.text).toContain(MINES_QUESTION);
    expect(help.text).not.toMatch(BEYOND);
    ada.openMessages();
    const prompts = await ada.until(() => ada.prompts().length > 0 && ada.prompts());
    expect(prompts.map(({ message }) => message)).toEqual([MINES_QUESTION]);
  });

  it('keep the Home tab to them', async () => {
    const { slack } = await openSlackDesk({ channelSettings });
    const ada = slack.person('ada');
    ada.openHome();
    const home = () => textsIn(ada.home()?.blocks).join('\n');
    await ada.until(() => ada.home());
    expect(home()).toContain('On file: 1 fact from 1 source.');
    expect(home()).not.toMatch(BEYOND);
    await ada.press('home', 'home_question', { value: SIGNATURE_QUESTION });
    await ada.until(() => home().includes('Nothing on Ukraine answers this.'));
    expect(home()).not.toContain('To search everything');
    expect(home()).not.toContain(SIGNATURE_QUOTE);
  });

  it('keep the workflow step to them', async () => {
    const { slack } = await openSlackDesk({ channelSettings });
    const run = await slack.runStep('find_fact', { question: SIGNATURE_QUESTION });
    expect(run.outputs).toEqual({ outcome: 'none', quote: '', citation: '', link: '' });
  });

  it('do not show on Home what was asked before they were set', async () => {
    let isNarrow = false;
    const later = {
      ...channelSettings,
      of: () => readChannelSettings(isNarrow ? 'everywhere: {topics: [Ukraine]}' : '').of(null),
    };
    const { slack } = await openSlackDesk({ channelSettings: later });
    const ada = slack.person('ada');
    await ada.reply(ada.directMessage(SIGNATURE_QUESTION));
    isNarrow = true;
    ada.openHome();
    await ada.until(() => ada.home());
    expect(textsIn(ada.home()?.blocks).join('\n')).toContain(`${SIGNATURE_QUESTION} (answered)`);
    expect(textsIn(ada.home()?.blocks).join('\n')).not.toContain(SIGNATURE_QUOTE);
  });
});

describe('the topics of a channel', () => {
  it('are kept to by the buttons under what was shown before they were set', async () => {
    let isNarrow = false;
    const later = {
      ...channelSettings,
      of: () => readChannelSettings(isNarrow ? 'everywhere: {topics: [Ukraine]}' : '').of(null),
    };
    const { slack } = await openSlackDesk({ channelSettings: later });
    const ada = slack.person('ada');
    await ada.command('newsroom', '/fact', SIGNATURE_QUESTION);
    const reply = await ada.until(() => ada.messages('newsroom')[0]);
    isNarrow = true;
    for (const [nth, button] of ['show_context', 'copy_citation', 'share_here'].entries()) {
      await ada.press(reply, button);
      const told = await ada.until(() => ada.messages('newsroom')[1 + nth]);
      expect(told).toMatchObject({ isPrivate: true });
      expect(told.text).toContain('beyond the topics of this channel');
    }
    expect(ada.modal()).toBeUndefined();
  });

  it('are all that a reply names as what was meant', async () => {
    const { slack } = await openSlackDesk({ channelSettings });
    const ada = slack.person('ada');
    const reply = await ada.reply(ada.directMessage('What did Axwrothy call it?'));
    expect(reply.text).not.toMatch(BEYOND);
    const wide = await openSlackDesk();
    const grace = wide.slack.person('grace');
    expect((await grace.reply(grace.directMessage('What did Axwrothy call it?'))).text).toMatch(/axworthy/i);
  });
});

describe('a topic that somebody names', () => {
  it('offers its newest facts but those that it shows, and each button shows its fact to whoever presses', async () => {
    const { folder, factDesk, reload } = await openFilesDesk();
    await writeFile(join(folder, 'harbour.md'), HARBOUR);
    await reload();
    const { slack } = await openSlackDesk({ factDesk });
    const ada = slack.person('ada');
    const question = ada.directMessage('anything on harbour works?');
    const reply = await ada.reply(question);
    const [matches = '', offered = ''] = textsIn(reply.blocks).join('\n').split('Newest on ');
    expect(matches).toContain(' began in May.');
    expect(offered).toContain(', of 3 facts on file:');
    const [when, cost, crane] = [
      'When did the works begin?',
      'What does the pier cost?',
      'Who owns the crane?',
    ];
    expect(offered).not.toContain(when);
    expect(offered.indexOf(cost)).toBeGreaterThan(0);
    expect(offered.indexOf(crane)).toBeGreaterThan(offered.indexOf(cost));
    await ada.press(reply, 'show_fact');
    const shown = await ada.until(() => ada.thread('dm', question.ts)[1]);
    expect(shown.words).toContain('You asked: anything on harbour works?');
    expect(shown.words).toContain('The pier costs 3 million dollars.');
    expect(shown).toMatchObject({ isPrivate: true });
  });

  it('offers nothing where every fact on it is shown already', async () => {
    const { slack } = await openSlackDesk();
    const ada = slack.person('ada');
    const reply = await ada.reply(ada.directMessage('anything on land mines?'));
    expect(reply.text).toContain('Every tenth hectare around Izium is still mined.');
    expect(reply.text).not.toContain('Newest on');
  });
});
