import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { openLedger } from '../../src/ledger/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { quotedText } from './blocks/slack-limits.ts';
import { openSampleDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE } from './sample-facts.ts';
import { openCopy, openSlackDesk } from './slack-desk.ts';

describe('two copies of the bot connected at once', () => {
  it('give each question one reply, also when Slack sends it to both', async () => {
    const directory = await createFolder({});
    const now = () => new Date();
    const desk = await openSlackDesk({}, { inherit: () => openLedger({ directory, now }) });
    const second = await openLedger({ directory, now });
    await openCopy(desk, second);
    const ada = desk.slack.person('ada');
    const questions = Array.from({ length: 6 }, () => {
      const question = ada.say('newsroom', `<@${desk.slack.botUserId}> ${SIGNATURE_QUESTION}`);
      desk.slack.redeliver();
      desk.slack.redeliver({ withNewId: true });
      return question;
    });
    for (const question of questions) await ada.reply(question);
    await ada.reply(ada.directMessage('help'));
    for (const { ts } of questions) expect(ada.thread('newsroom', ts)).toHaveLength(1);
    expect(desk.slack.sockets.size).toBe(2);
  });
});

describe('when Slack wants the socket renewed in the middle of an answer', () => {
  it('the reply still comes, once', async () => {
    const factDesk = await openSampleDesk();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let asked = 0;
    const ask: typeof factDesk.ask = async (...words) => {
      asked += 1;
      await held;
      return factDesk.ask(...words);
    };
    const { slack } = await openSlackDesk({ factDesk: { ...factDesk, ask } });
    const ada = slack.person('ada');
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    await expect.poll(() => asked).toBe(1);
    slack.sockets.requestRefresh();
    release();
    await ada.reply(question);
    expect(ada.thread('newsroom', question.ts)).toHaveLength(1);
  });
});

describe('when the channel was archived in between', () => {
  it('the asker is told in a direct message', async () => {
    const factDesk = await openSampleDesk();
    const desk = await openSlackDesk({
      factDesk: {
        ...factDesk,
        ask: (...words) => {
          desk.slack.channel('newsroom').isArchived = true;
          return factDesk.ask(...words);
        },
      },
    });
    const ada = desk.slack.person('ada');
    ada.say('newsroom', `<@${desk.slack.botUserId}> ${SIGNATURE_QUESTION}`);
    const told = await ada.until(() => ada.messages('dm')[0]);
    expect(told.text).toContain('This channel is archived');
  });
});

describe('a quote longer than a reply address takes', () => {
  it('comes whole, in order, to the asker alone', async () => {
    const sentence = 'Mines wait in the ground for years and years. ';
    const text = sentence.repeat(600).trim();
    const sheet = createSheet(
      `## long\n> ${text}\n\n- kind: statement\n- asked as: How long do mines wait?\n`,
    );
    const folder = await createFolder({ 'long.md': sheet });
    const corpus = await loadCorpus({ sheets: folder, archive: [] });
    const factDesk = await openFactDesk({ corpus, now: () => new Date('2026-01-01T00:00:00Z') });
    const { slack } = await openSlackDesk({ factDesk });
    const ada = slack.person('ada');
    await ada.command('newsroom', '/fact', 'How long do mines wait in the ground?');
    const whole = () => quotedText(ada.messages('newsroom')) === text;
    await ada.until(whole);
    expect(ada.messages('newsroom').length).toBeGreaterThan(5);
    expect(ada.messages('newsroom').every(({ isPrivate }) => isPrivate)).toBe(true);
  });
});

describe('a message longer than Slack takes', () => {
  it('comes as text, or the asker is told', async () => {
    const { slack } = await openSlackDesk();
    slack.faults.next('chat.postMessage', { kind: 'refused', error: 'msg_blocks_too_long' });
    const ada = slack.person('ada');
    const question = ada.say('newsroom', `<@${slack.botUserId}> ${SIGNATURE_QUESTION}`);
    expect((await ada.reply(question)).text).toContain(SIGNATURE_QUOTE);
  });
});
