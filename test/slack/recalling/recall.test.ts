import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../../src/playground/index.ts';
import { createSheet } from '../../corpus/temporary-folder.ts';
import { openTestLedger } from '../../ledger/open-test-ledger.ts';
import { databaseKinds } from '../../ledger/test-databases.ts';
import { textsIn } from '../blocks/slack-limits.ts';
import {
  harbour,
  NEW,
  noticesOf,
  OLD,
  openRecallDesk,
  QUESTION,
  type RecallDesk,
  wordsOf,
} from './recall-desk.ts';

/** Recalls in the desk channel, oldest first. */
const cards = ({ grace }: RecallDesk) =>
  grace.messages('foreign-desk').filter(({ text }) => text.includes('Recall '));

async function askInThread({ slack, ada }: RecallDesk): Promise<SeenMessage> {
  return ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`));
}

describe.each(await databaseKinds())('a recall $name', (kind) => {
  const open = () => openRecallDesk({}, { inherit: () => openTestLedger(kind) });

  it('a corrected fact reaches every copy and everybody who got it: the desk sees who knows', async () => {
    const desk = await open();
    const { slack, ada, grace, card, cardText } = desk;
    const alan = slack.person('alan');
    const inThread = await ada.reply(ada.say('newsroom', `<@${slack.botUserId}> ${QUESTION}`));
    const direct = await alan.reply(alan.directMessage(QUESTION));
    expect(wordsOf(ada, inThread)).toContain('14 berths');

    await desk.save(harbour(NEW, 'correction: Two digits were swapped.'));
    await grace.until(() => card());
    expect(cardText()).toContain('A fact that was shown has changed.');
    expect(cardText()).toContain('2 messages show the old words: 1 in , 1 in direct messages.');
    expect(cardText()).toContain('2 people got them.');
    expect(JSON.stringify(card())).toContain('"strike":true');

    await grace.press(card() ?? inThread, 'recall_correct');
    await grace.until(() => grace.modal());
    expect(textsIn(grace.modal()).join(' ')).toContain('everybody who got it is told once');
    expect(JSON.stringify(grace.modal())).toContain('Two digits were swapped.');
    await grace.submit({ reason: 'Two digits were swapped.' });

    await ada.until(() => wordsOf(ada, inThread).includes('Corrected '));
    expect(wordsOf(ada, inThread)).toMatch(
      /Corrected \d+ \w+ \d{4}: was “The harbour has 14 berths and 3 cranes\.”, is “The harbour has 41 berths and 3 cranes\.”\. Two digits were swapped\./,
    );
    expect(wordsOf(ada, inThread)).toContain(NEW);
    expect(wordsOf(alan, await alan.until(() => direct))).toBeDefined();
    await alan.until(() => wordsOf(alan, direct).includes('Corrected '));
    const told = await ada.until(() => noticesOf(ada)[0]);
    expect(textsIn(told).join('')).toContain('A quote that you got on');
    expect(JSON.stringify(told)).toContain(`/archives/${inThread.channel}/p${inThread.ts.replace('.', '')}`);

    await grace.until(() => cardText().includes('Done.'));
    expect(cardText()).toContain('Copies: 2 of 2 changed.');
    expect(cardText()).toContain('People: 2 of 2 told, 0 have seen it.');
    await ada.press(told, 'recall_seen');
    await grace.until(() => cardText().includes('2 of 2 told, 1 has seen it.'));
    await ada.until(() => wordsOf(ada, told).includes('You have said that you know.'));

    // The next answer is the new one, and nothing more is opened for it.
    const again = await ada.reply(ada.directMessage(QUESTION));
    expect(wordsOf(ada, again)).toContain('41 berths');
    await desk.app.corpusChanged();
    expect(grace.messages('foreign-desk').filter(({ text }) => text.startsWith('Recall ')).length).toBe(1);
  });

  it('a small mend is refiled: copies are changed, and nobody is told', async () => {
    const desk = await open();
    const { ada, grace, cardText } = desk;
    const copy = await askInThread(desk);
    await desk.save(harbour('The harbour has 14 berths and three cranes.'));
    await desk.decide('recall_refile');
    await grace.until(() => cardText().includes('Done.'));
    expect(wordsOf(ada, copy)).toContain('three cranes');
    expect(cardText()).toContain('Refile, by ');
    expect(cardText()).not.toContain('People:');
    expect(noticesOf(ada)).toEqual([]);
  });

  it('a withdrawn fact is withdrawn from answers at once, and from copies and people with the verb', async () => {
    const desk = await open();
    const { ada, grace, cardText } = desk;
    const copy = await askInThread(desk);
    await desk.save(harbour(OLD, 'status: withdrawn'));
    expect(textsIn(await ada.reply(ada.directMessage(QUESTION))).join('')).not.toContain('14 berths');
    expect(cardText()).toContain('A fact that was shown was withdrawn, removed or put under embargo.');
    expect(JSON.stringify(desk.card())).not.toContain('recall_correct');
    expect(wordsOf(ada, copy)).toContain('14 berths');
    await desk.decide('recall_withdraw', { reason: 'The source took it back' });
    await grace.until(() => cardText().includes('Done.'));
    expect(wordsOf(ada, copy)).toMatch(/Withdrawn .*: do not use\. The source took it back\./);
    expect(wordsOf(ada, copy)).not.toContain('14 berths');
    expect(JSON.stringify(ada.message(copy))).not.toContain('show_context');
    expect(textsIn(noticesOf(ada)[0]).join('')).toContain('Withdrawn: do not use.');
  });

  it('what is left as it is stays, with who decided so and why, and is not asked about again', async () => {
    const desk = await open();
    const { ada, grace, cardText } = desk;
    const copy = await askInThread(desk);
    await desk.save(harbour(NEW));
    await desk.decide('recall_leave', { reason: 'Both figures are in use' });
    await grace.until(() => cardText().includes('Leave as it is, by '));
    expect(cardText()).toContain('Both figures are in use.');
    expect(wordsOf(ada, copy)).toContain('14 berths');
    await desk.app.corpusChanged();
    expect(cards(desk).length).toBe(1);
  });

  it('several saves are one card, which is for nothing when the words come back', async () => {
    const desk = await open();
    await askInThread(desk);
    await desk.save(harbour(NEW));
    await desk.save(harbour('The harbour has 44 berths and 3 cranes.'));
    expect(cards(desk).length).toBe(1);
    await expect.poll(() => desk.cardText()).toContain('44 berths');
    await desk.save(harbour(OLD));
    await expect.poll(() => desk.cardText()).toContain('It reads again as it was shown.');
    expect(JSON.stringify(desk.card())).not.toContain('recall_correct');
  });

  it('a sheet that is renamed, a broken save and a fact that nobody got are no news', async () => {
    const desk = await open();
    await askInThread(desk);
    await rename(join(desk.folder, 'harbour.md'), join(desk.folder, 'port.md'));
    await desk.save(harbour(OLD), 'port.md');
    await desk.save(createSheet('## lamps\n> The pier has 90 lamps.\n\n- kind: statement\n'), 'lamps.md');
    await desk.save(createSheet('## lamps\n> The pier has 80 lamps.\n\n- kind: statement\n'), 'lamps.md');
    expect(cards(desk)).toEqual([]);
  });

  it('an id that names another fact now is told as that, and its words correct nothing', async () => {
    const desk = await open();
    const copy = await askInThread(desk);
    const other = harbour('Rosa Quillfeather chairs this council.')
      .replace(/^title: .*$/m, 'title: Council minutes')
      .replace(/^url: .*$/m, 'url: https://example.org/council');
    await desk.save(other);
    expect(desk.cardText()).toContain('names another fact now');
    expect(desk.cardText()).not.toContain('Quillfeather');
    expect(JSON.stringify(desk.card())).not.toContain('recall_correct');
    await desk.decide('recall_withdraw');
    await expect.poll(() => wordsOf(desk.ada, copy)).toContain('do not use');
  });

  it('nobody but the desk decides, whatever they press, and of two who decide at once one does', async () => {
    const desk = await open();
    const { ada, grace, slack, ledger } = desk;
    const copy = await askInThread(desk);
    await desk.save(harbour(NEW));
    const card = desk.card() ?? copy;
    slack.channel('foreign-desk').members.add(ada.id);
    await ada.press(card, 'recall_withdraw');
    await ada.until(() =>
      ada.messages('foreign-desk').some(({ text }) => text.includes('Only members of the desk')),
    );
    expect(ada.modal()).toBeUndefined();
    const toHash = (await ledger.recall(1))?.to?.factHash ?? null;
    const decision = { number: 1, toHash, reason: 'Swapped.', by: grace.id };
    const decided = await Promise.all([
      ledger.decideRecall({ ...decision, verb: 'correct' }),
      ledger.decideRecall({ ...decision, verb: 'withdraw' }),
    ]);
    expect(decided.map(({ kind }) => kind).sort()).toEqual(['before', 'decided']);
    await grace.press(card, 'recall_leave');
    await grace.until(() => grace.modal());
    await grace.submit({ reason: 'No.' });
    await grace.until(() => textsIn(grace.modal()).join('').includes('has decided this already'));
  });

  it('a fact that changes again before the desk sends its decision is decided anew', async () => {
    const desk = await open();
    const { grace, ada } = desk;
    const copy = await askInThread(desk);
    await desk.save(harbour(NEW));
    await grace.press(desk.card() ?? copy, 'recall_correct');
    await grace.until(() => grace.modal());
    await desk.save(harbour('The harbour has 44 berths and 3 cranes.'));
    await grace.submit({ reason: 'Swapped.' });
    await grace.until(() => textsIn(grace.modal()).join('').includes('has changed again since'));
    expect(wordsOf(ada, copy)).toContain('14 berths');
  });

  it('a fact that changes after it was corrected is corrected once more, and who was told is told of the newest', async () => {
    const desk = await open();
    const { grace, ada } = desk;
    const copy = await askInThread(desk);
    await desk.save(harbour(NEW));
    await desk.decide('recall_correct', { reason: 'Swapped.' });
    await grace.until(() => desk.cardText().includes('Done.'));
    await desk.save(harbour('The harbour has 44 berths and 3 cranes.'));
    expect(cards(desk).length).toBe(2);
    await desk.decide('recall_correct', { reason: 'Three were added.' });
    await grace.until(() => desk.cardText().includes('Done.'));
    expect(wordsOf(ada, copy)).toContain(
      'was “The harbour has 41 berths and 3 cranes.”, is “The harbour has 44',
    );
    const notices = noticesOf(ada);
    expect(notices.length).toBe(2);
    expect(textsIn(notices[1]).join('')).toContain('41 berths');
    // What told of the first correction is a copy by now.
    expect(textsIn(notices[0]).join('')).toContain('44 berths');
  });

  it('a decision counts as long as the fact stays as it was: back on file and withdrawn again is a new card', async () => {
    const desk = await open();
    const copy = await askInThread(desk);
    await desk.save(harbour(OLD, 'embargo until: 2099-01-01T00:00:00Z'));
    await desk.decide('recall_leave', { reason: 'Only an embargo' });
    await expect.poll(() => desk.cardText()).toContain('Only an embargo.');
    expect(desk.cardText()).not.toContain('Copies:');
    await desk.save(harbour(OLD, 'embargo until: 2099-01-01T00:00:00Z', 'note: looked at again'));
    expect(cards(desk).length).toBe(1);
    await desk.save(harbour(OLD));
    await desk.save(harbour(OLD, 'status: withdrawn'));
    expect(cards(desk).length).toBe(2);
    await desk.decide('recall_withdraw');
    await expect.poll(() => wordsOf(desk.ada, copy)).toContain('do not use');
  });

  it('says what people got, and not what stood in the sheet between two saves', async () => {
    const desk = await open();
    await askInThread(desk);
    for (const berths of [50, 60, 70, 80])
      await desk.save(harbour(`The harbour has ${berths} berths and 3 cranes.`));
    await expect.poll(() => desk.cardText()).toContain('80 berths');
    expect(desk.cardText()).toMatch(/Was:The harbour has 14 berths|Was:.{0,3}The harbour has 14/s);
    expect(desk.cardText()).not.toContain('50 berths');
    const { versions } = await desk.ledger.usesOf('berths');
    expect(versions.map(({ words }) => words?.text)).toEqual([OLD]);
    await desk.decide('recall_correct', { reason: 'Counted anew.' });
    await desk.grace.until(() => desk.cardText().includes('Done.'));
    await desk.save(harbour('The harbour has 90 berths and 3 cranes.'));
    await expect.poll(() => desk.cardText()).toContain('90 berths');
    expect(desk.cardText()).toContain('80 berths');
    expect(desk.cardText()).not.toContain('14 berths');
  });

  it('a recall ends where the words come back before anybody was reached', async () => {
    const desk = await open();
    const { slack, ada } = desk;
    const copy = await askInThread(desk);
    await desk.save(harbour(NEW));
    await desk.grace.press(desk.card() ?? copy, 'recall_correct');
    await desk.grace.until(() => desk.grace.modal());
    slack.faults.next('conversations.replies', { kind: 'refused', error: 'internal_error' }, 20);
    slack.faults.next('chat.postMessage', { kind: 'refused', error: 'internal_error' }, 20);
    await desk.grace.submit({ reason: 'Swapped.' });
    await expect.poll(() => desk.log()).toContain('left for later');
    await desk.save(harbour(OLD));
    slack.faults.clear();
    await desk.app.corpusChanged();
    await expect.poll(async () => (await desk.ledger.recall(1))?.state).toBe('superseded');
    expect(wordsOf(ada, copy)).toContain('14 berths');
    expect(noticesOf(ada)).toEqual([]);
    await expect.poll(() => desk.cardText()).toContain('The fact changed again.');
  });

  it('a window that was open while the words came back says so', async () => {
    const desk = await open();
    const { grace } = desk;
    const copy = await askInThread(desk);
    await desk.save(harbour(NEW));
    await grace.press(desk.card() ?? copy, 'recall_correct');
    await grace.until(() => grace.modal());
    await desk.save(harbour(OLD));
    await grace.submit({ reason: 'Swapped.' });
    await grace.until(() => textsIn(grace.modal()).join('').includes('has changed again since'));
  });
});
