import { describe, expect, it, onTestFinished } from 'vitest';
import { UnreachableFileError } from '../../../src/corpus/index.ts';
import type { Ledger } from '../../../src/ledger/index.ts';
import type { Person } from '../../../src/playground/index.ts';
import { openTestLedger } from '../../ledger/open-test-ledger.ts';
import { type DatabaseKind, databaseKinds } from '../../ledger/test-databases.ts';
import { openCopy } from '../slack-desk.ts';
import {
  AUDIT_QUESTION,
  AUDIT_QUOTE,
  type EmbargoDesk,
  NOW_THERE_IS,
  openEmbargoDesk,
} from './embargo-desk.ts';

const BEFORE = '2025-06-02T09:59:00Z';
const AFTER = '2025-06-02T10:00:30Z';

/** Asks in a direct message, and gives what was told to it so far. */
async function ask(ada: Person, words = AUDIT_QUESTION) {
  const question = ada.directMessage(words);
  await ada.reply(question);
  return { told: () => ada.thread('dm', question.ts).slice(1) };
}

/** The same, once it is known that the question waits. */
async function askAndWait(desk: EmbargoDesk, ada: Person) {
  const asked = await ask(ada);
  await desk.looked();
  expect(await desk.ledger.awaitedFacts()).toEqual(['audit-forged-invoices']);
  return asked;
}

/** A bot that ends without a word, and another one that starts on what it left; both by the clock of the desk. */
async function openDoomed(kind: DatabaseKind, kill: (ledger: Ledger) => Partial<Ledger>) {
  const database = await kind.create();
  onTestFinished(() => database.remove());
  const desk = await openEmbargoDesk({
    ledger: async (now) => {
      const ledger = await database.open(now);
      return { ...ledger, ...kill(ledger) };
    },
  });
  const restart = async () => {
    await desk.app.stop({ deadlineMs: 2_000 });
    const ledger = await database.open(desk.now);
    const app = await openCopy(desk, ledger, { now: desk.now });
    return { ledger, app };
  };
  return { desk, restart };
}

/** Questions that could not be looked at once more, by what is logged; the first look after a start may try again. */
function notLookedAt({ log }: EmbargoDesk): ReadonlySet<string> {
  const lines = log()
    .split('\n')
    .filter((line) => line.includes('was not looked at once more'));
  return new Set(lines.map((line) => JSON.parse(line).question));
}

describe.each(await databaseKinds())('at a release $name', (kind) => {
  const open = () => openEmbargoDesk({ ledger: (now) => openTestLedger(kind, now) });

  describe('a bot that is killed', () => {
    it('after the reply and before it looked who waits, looks when it starts again, also after the release', async () => {
      const { desk, restart } = await openDoomed(kind, () => ({
        recordWaiting: () => Promise.reject(new Error('killed')),
      }));
      const ada = desk.slack.person('ada');
      const { told } = await ask(ada);
      desk.setClock(AFTER);
      await restart();
      await ada.until(() => told().length > 0);
      expect(told()[0]?.words).toContain(AUDIT_QUOTE);
    });

    it('and is away at the release, makes up for it', async () => {
      const { desk, restart } = await openDoomed(kind, () => ({}));
      const ada = desk.slack.person('ada');
      const { told } = await askAndWait(desk, ada);
      desk.setClock('2025-06-09T08:00:00Z');
      const { app } = await restart();
      await ada.until(() => told().length > 0);
      await app.corpusChanged();
      expect(told()).toHaveLength(1);
    });

    it.each([
      [
        'before it is in the book that somebody was told',
        { finish: async () => {}, endWaiting: async () => {} },
      ],
      ['before it is in the book that nobody waits', { endWaiting: async () => {} }],
    ])('%s, does not tell it twice', async (_, killed) => {
      const { desk, restart } = await openDoomed(kind, () => killed);
      const ada = desk.slack.person('ada');
      const { told } = await askAndWait(desk, ada);
      desk.setClock(AFTER);
      await desk.takeUp();
      expect(told()).toHaveLength(1);
      desk.setClock('2025-06-02T10:03:00Z');
      const { ledger, app } = await restart();
      await app.corpusChanged();
      expect(await ledger.awaitedFacts()).toEqual([]);
      expect(told()).toHaveLength(1);
    });

    it('between two who asked, tells the other one and neither twice', async () => {
      let ended = 0;
      const { desk, restart } = await openDoomed(kind, (ledger) => ({
        endWaiting: async (...asked: Parameters<Ledger['endWaiting']>) => {
          ended += 1;
          if (ended === 1) return ledger.endWaiting(...asked);
          throw new Error('killed');
        },
        acceptQuestion: ledger.acceptQuestion,
      }));
      const [ada, grace] = [desk.slack.person('ada'), desk.slack.person('grace')];
      const all = [await askAndWait(desk, ada), await ask(grace)];
      await desk.looked();
      expect(await desk.ledger.waitingFor(['audit-forged-invoices'])).toHaveLength(2);
      desk.setClock(AFTER);
      await desk.takeUp();
      const { app } = await restart();
      await app.corpusChanged();
      expect(all.map(({ told }) => told().length)).toEqual([1, 1]);
    });
  });

  describe('a clock that jumps', () => {
    it('back, tells nobody before the time', async () => {
      const desk = await open();
      const { told } = await askAndWait(desk, desk.slack.person('ada'));
      for (const time of ['2025-05-01T00:00:00Z', BEFORE]) {
        desk.setClock(time);
        await desk.takeUp();
        expect(told()).toEqual([]);
      }
      desk.setClock(AFTER);
      await desk.takeUp();
      expect(told()).toHaveLength(1);
    });

    it('ahead and back between two looks, tells nobody before the time', async () => {
      const desk = await open();
      const { told } = await askAndWait(desk, desk.slack.person('ada'));
      desk.setClock('2031-01-01T00:00:00Z');
      await desk.factDesk.onFile();
      desk.setClock(BEFORE);
      await desk.takeUp();
      expect(told()).toEqual([]);
      desk.setClock(AFTER);
      await desk.takeUp();
      expect(told()).toHaveLength(1);
    });

    it('years ahead, tells nobody of what was asked so long ago by that clock, and does once it is put right', async () => {
      const desk = await open();
      const { told } = await askAndWait(desk, desk.slack.person('ada'));
      desk.setClock('2031-01-01T00:00:00Z');
      await desk.takeUp();
      expect(told()).toEqual([]);
      desk.setClock(AFTER);
      await desk.takeUp();
      expect(told()).toHaveLength(1);
    });
  });

  describe('when Slack fails at the release', () => {
    it.each([
      ['asks to wait', { kind: 'rate-limited', retryAfterSeconds: 3 } as const, 2],
      ['fails for a moment', { kind: 'server-error' } as const, 2],
      ['gives no answer to what it did', { kind: 'lost-answer' } as const, 1],
    ])('and %s, everybody is told once', async (_, fault, times) => {
      const desk = await open();
      const [ada, grace] = [desk.slack.person('ada'), desk.slack.person('grace')];
      const all = [await askAndWait(desk, ada), await ask(grace)];
      await desk.looked();
      expect(await desk.ledger.waitingFor(['audit-forged-invoices'])).toHaveLength(2);
      desk.setClock(AFTER);
      desk.slack.faults.next('chat.postMessage', fault, times);
      for (const time of [AFTER, '2025-06-02T10:02:00Z', '2025-06-02T10:04:00Z']) {
        desk.setClock(time);
        await desk.takeUp();
      }
      expect(all.map(({ told }) => told().length)).toEqual([1, 1]);
      expect(await desk.ledger.awaitedFacts()).toEqual([]);
    });

    it('for good for one of them, the others are told and nobody tries again', async () => {
      const desk = await open();
      const [ada, grace] = [desk.slack.person('ada'), desk.slack.person('grace')];
      const [first, second] = [await askAndWait(desk, ada), await ask(grace)];
      await desk.looked();
      expect(await desk.ledger.waitingFor(['audit-forged-invoices'])).toHaveLength(2);
      desk.setClock(AFTER);
      // In the thread, and then directly.
      desk.slack.faults.next('chat.postMessage', { kind: 'refused', error: 'channel_not_found' }, 2);
      await desk.takeUp();
      expect([first.told(), second.told()].map(({ length }) => length).toSorted()).toEqual([0, 1]);
      expect(await desk.ledger.awaitedFacts()).toEqual([]);
    });
  });

  describe('who is not told', () => {
    it('is somebody who was erased before the time', async () => {
      const desk = await open();
      const ada = desk.slack.person('ada');
      const { told } = await askAndWait(desk, ada);
      await desk.ledger.erasePerson(ada.id);
      desk.setClock(AFTER);
      await desk.takeUp();
      expect(told()).toEqual([]);
      expect(await desk.ledger.awaitedFacts()).toEqual([]);
    });

    it('is somebody whose private question was forgotten before the time', async () => {
      const desk = await open();
      const { told } = await askAndWait(desk, desk.slack.person('ada'));
      await desk.ledger.forgetOldWords(0);
      expect(told()).toEqual([]);
      desk.setClock(AFTER);
      await desk.ledger.forgetOldWords(0);
      await desk.takeUp();
      expect(told()).toEqual([]);
    });
  });

  describe('two copies of the bot', () => {
    it('tell everybody once, whichever of them was asked', async () => {
      const database = await kind.create();
      onTestFinished(() => database.remove());
      const desk = await openEmbargoDesk({ ledger: database.open });
      const copy = await openCopy(desk, await database.open(desk.now), { now: desk.now });
      const people = ['ada', 'grace', 'alan', 'mary'].map((name) => desk.slack.person(name));
      const all = await Promise.all(people.map((person) => ask(person)));
      await desk.looked();
      expect(await desk.ledger.waitingFor(['audit-forged-invoices'])).toHaveLength(4);
      desk.setClock(AFTER);
      await Promise.all([desk.takeUp(), copy.corpusChanged()]);
      await Promise.all([desk.takeUp(), copy.corpusChanged()]);
      expect(all.map(({ told }) => told().map(({ text }) => text.includes(NOW_THERE_IS)))).toEqual(
        people.map(() => [true]),
      );
      expect(await desk.ledger.awaitedFacts()).toEqual([]);
    });
  });

  describe('a question that cannot be looked at once more', () => {
    it.each([
      ['for a fault of its own, is left alone, and the next one is looked at', new Error('a fault'), 0],
      [
        'while the files cannot be read, is looked at when they can',
        new UnreachableFileError('facts/audit.md', 'EACCES'),
        2,
      ],
    ])('%s', async (_, error, left) => {
      const desk = await open();
      const { awaited } = desk.factDesk;
      Object.assign(desk.factDesk, { awaited: () => Promise.reject(error) });
      const [ada, grace] = [desk.slack.person('ada'), desk.slack.person('grace')];
      const all = [await ask(ada), await ask(grace)];
      await expect.poll(() => notLookedAt(desk).size, { timeout: 20_000 }).toBe(2);
      await desk.takeUp();
      expect(await desk.ledger.unsureQuestions()).toHaveLength(left);
      Object.assign(desk.factDesk, { awaited });
      desk.setClock(AFTER);
      await desk.takeUp();
      expect(all.map(({ told }) => told().length)).toEqual(left === 0 ? [0, 0] : [1, 1]);
      expect(desk.log()).not.toContain('forged');
    });
  });
});
