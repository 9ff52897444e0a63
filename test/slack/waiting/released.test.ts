import { describe, expect, it } from 'vitest';
import { openTestLedger } from '../../ledger/open-test-ledger.ts';
import { databaseKinds } from '../../ledger/test-databases.ts';
import {
  AUDIT_QUESTION,
  AUDIT_QUOTE,
  type EmbargoDesk,
  embargoedSheet,
  NOW_THERE_IS,
  openEmbargoDesk,
  RELEASE,
} from './embargo-desk.ts';

const NOTHING = 'Nothing on file answers this.';
const AFTER = '2025-06-02T10:00:30Z';

/** Ada asks aloud in #newsroom before the time, and is told that nothing is on file. */
async function askAloud({ slack, looked }: EmbargoDesk, words = AUDIT_QUESTION) {
  const ada = slack.person('ada');
  const question = ada.say('newsroom', `<@${slack.botUserId}> ${words}`);
  const reply = await ada.reply(question);
  await looked();
  return { ada, reply, thread: () => ada.thread('newsroom', question.ts) };
}

describe.each(await databaseKinds())('who waits for a fact $name', (kind) => {
  const open = () => openEmbargoDesk({ ledger: (now) => openTestLedger(kind, now) });

  describe('a question that a fact under embargo would have answered', () => {
    it('is told that nothing is on file, and gets the fact once when its time has come', async () => {
      const desk = await open();
      const { ada, reply, thread } = await askAloud(desk);
      expect(reply.words).toContain(NOTHING);
      expect(reply.words).not.toMatch(/audit|forged invoices\./i);
      await desk.takeUp();
      expect(thread()).toHaveLength(1);
      desk.setClock(AFTER);
      await desk.takeUp();
      await desk.takeUp();
      expect(thread()).toHaveLength(2);
      expect(thread()[1]?.text).toContain(`<@${ada.id}>, you asked: ${AUDIT_QUESTION}\n${NOW_THERE_IS}`);
      expect(thread()[1]?.words).toContain(AUDIT_QUOTE);
      expect(await desk.ledger.awaitedFacts()).toEqual([]);
      expect(desk.slack.calls.map(({ method }) => method)).not.toContain('chat.scheduleMessage');
    });

    it('is brought to each who asked where they asked, in private what was private', async () => {
      const desk = await open();
      const { slack } = desk;
      const [ada, grace, alan] = ['ada', 'grace', 'alan'].map((name) => slack.person(name));
      if (!ada || !grace || !alan) throw new Error('Nobody is there.');
      await ada.command('newsroom', '/fact', AUDIT_QUESTION);
      const direct = grace.directMessage(AUDIT_QUESTION);
      await grace.reply(direct);
      alan.openHome();
      await alan.until(() => alan.home());
      await alan.press('home', 'home_question', { value: AUDIT_QUESTION });
      await alan.until(() => JSON.stringify(alan.home()).includes(NOTHING));
      await desk.looked();
      expect(await desk.ledger.waitingFor(['audit-forged-invoices'])).toHaveLength(3);
      desk.setClock(AFTER);
      await desk.takeUp();
      const { id } = slack.channel('newsroom');
      expect(ada.messages('dm').map(({ text }) => text)).toEqual([
        expect.stringContaining(`You asked in <#${id}>: ${AUDIT_QUESTION}\n${NOW_THERE_IS}`),
      ]);
      expect(grace.thread('dm', direct.ts).at(-1)?.words).toContain(AUDIT_QUOTE);
      expect(alan.messages('dm').at(-1)?.text).toContain(`You asked: ${AUDIT_QUESTION}\n${NOW_THERE_IS}`);
      expect(slack.person('maya').messages('newsroom')).toEqual([]);
    });
  });

  describe('before the time', () => {
    it('a withdrawal cancels it', async () => {
      const desk = await open();
      const { thread } = await askAloud(desk);
      await desk.save({ 'audit.md': embargoedSheet().replace('- kind', '- status: withdrawn\n- kind') });
      desk.setClock(AFTER);
      await desk.takeUp();
      expect(thread()).toHaveLength(1);
    });

    it('a sheet that is taken away cancels it', async () => {
      const desk = await open();
      const { thread } = await askAloud(desk);
      await desk.save({ 'audit.md': null });
      desk.setClock(AFTER);
      await desk.takeUp();
      expect(thread()).toHaveLength(1);
    });

    it('a later embargo moves it, and an earlier one', async () => {
      const desk = await open();
      const { thread } = await askAloud(desk);
      await desk.save({ 'audit.md': embargoedSheet('2025-06-03T10:00:00Z') });
      desk.setClock(AFTER);
      await desk.takeUp();
      expect(thread()).toHaveLength(1);
      await desk.save({ 'audit.md': embargoedSheet('2025-06-02T09:30:00Z') });
      expect(thread()).toHaveLength(2);
    });

    it('an embargo that the desk lifts brings it at once', async () => {
      const desk = await open();
      const { thread } = await askAloud(desk);
      await desk.save({ 'audit.md': embargoedSheet().replace(/- embargo until.*\n/, '') });
      expect(thread()[1]?.words).toContain(AUDIT_QUOTE);
    });

    it('a correction has it brought in the words that stand then', async () => {
      const desk = await open();
      const { thread } = await askAloud(desk);
      await desk.save({ 'audit.md': embargoedSheet(RELEASE, 'The audit found 41 forged invoices.') });
      desk.setClock(AFTER);
      await desk.takeUp();
      expect(thread()[1]?.words).toContain('The audit found 41 forged invoices.');
      expect(thread()[1]?.words).not.toContain('37');
    });

    it('a correction after which it answers no more cancels it, and so does another fact under its id', async () => {
      const desk = await open();
      const { thread } = await askAloud(desk);
      const other = embargoedSheet(RELEASE, 'The trust owns two ferries.').replace(
        /asked as: .*/,
        'asked as: How many ferries does the trust own?',
      );
      await desk.save({ 'audit.md': other });
      desk.setClock(AFTER);
      await desk.takeUp();
      expect(thread()).toHaveLength(1);
      expect(await desk.ledger.awaitedFacts()).toEqual([]);
    });
  });
});
