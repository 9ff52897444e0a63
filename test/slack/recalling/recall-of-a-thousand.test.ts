import { describe, expect, it, onTestFinished } from 'vitest';
import { createRandom } from '../../../bench/random.ts';
import type { Fault, Person, SeenMessage } from '../../../src/playground/index.ts';
import { run } from '../../cli/run.ts';
import { databaseKinds, type TestDatabase } from '../../ledger/test-databases.ts';
import { fastTime } from '../fast-time.ts';
import { harbour, NEW, noticesOf, openRecallDesk, QUESTION, type RecallDesk } from './recall-desk.ts';

const PEOPLE = 1_000;
const CHANNELS = 300;
/** At the pace of Slack it takes six minutes. */
const SPEED = 60;
/** So many ask at once: a command that a busy machine does not acknowledge in three seconds is lost, as in Slack. */
const AT_ONCE = 5;
/** On a machine that does much else. */
const WITHIN = { timeout: 150_000 } as const;

/** One call of ten goes wrong, in every way that passes; by what a number from 0 to 1 stays below. */
const FAULTS: readonly (readonly [below: number, fault: Fault])[] = [
  [0.03, { kind: 'rate-limited', retryAfterSeconds: 2 }],
  [0.06, { kind: 'server-error' }],
  [0.09, { kind: 'lost-answer' }],
  [0.1, { kind: 'refused', error: 'internal_error' }],
];

interface Readers {
  readonly people: readonly Person[];
  /** Where the first of them were answered, for all to see. */
  readonly copies: readonly SeenMessage[];
}

/** The first three hundred ask aloud, each in a channel of its own, where a copy stays; all others ask alone. */
async function askAll({ slack }: RecallDesk): Promise<Readers> {
  const people = Array.from({ length: PEOPLE }, (_, at) => slack.person(`reader${at}`));
  const copies: SeenMessage[] = [];
  const askAloud = async (person: Person, at: number) => {
    const { name } = slack.addChannel(`channel${at}`);
    copies[at] = await person.reply(person.say(name, `<@${slack.botUserId}> ${QUESTION}`));
  };
  // A crowd that asks faster than it is answered would wait for minutes.
  const askAlone = async (person: Person) => {
    await person.command('newsroom', '/fact', QUESTION);
    await person.until(() => person.messages('newsroom').some(({ text }) => text.includes('14 berths')));
  };
  const ask = (person: Person, at: number) => (at < CHANNELS ? askAloud(person, at) : askAlone(person));
  for (let from = 0; from < PEOPLE; from += AT_ONCE)
    await Promise.all(people.slice(from, from + AT_ONCE).map((person, at) => ask(person, from + at)));
  return { people, copies };
}

/** From now on. Which calls go wrong is drawn from a seed, in the order that they come. */
function breakCalls({ slack }: RecallDesk): void {
  const random = createRandom(20261201);
  slack.faults.each(() => {
    const drawn = random();
    return FAULTS.find(([below]) => drawn < below)?.[1];
  });
}

/** Looks again and again, as the bot does each minute of its own. */
async function untilDone({ app, ledger }: RecallDesk): Promise<void> {
  const look = async () => {
    await app.corpusChanged();
    return (await ledger.recall(1))?.state;
  };
  await expect.poll(look, { ...WITHIN, interval: 60_000 / SPEED }).toBe('done');
}

/** What `factdesk recall show` prints for programs. */
async function receiptOf({ directory, databaseUrl = '' }: TestDatabase) {
  const env = { FACTDESK_DATA: directory, DATABASE_URL: databaseUrl };
  return JSON.parse((await run(['recall', 'show', '1', '--json'], { env })).stdout);
}

describe.each(await databaseKinds())('a thousand readers and three hundred channels $name', ({ create }) => {
  it('are reached once each by a Slack that limits, fails and loses answers, and the receipt says so', async () => {
    const database = await create();
    onTestFinished(() => database.remove());
    const { now, wait, unhurried } = fastTime(SPEED);
    const desk = await openRecallDesk(
      { now, wait, answerGuests: true },
      { now, inherit: () => database.open(now) },
    );
    const { people, copies } = await unhurried(() => askAll(desk));
    await desk.save(harbour(NEW));
    await unhurried(() => desk.decide('recall_correct', { reason: 'Swapped.' }));
    breakCalls(desk);
    await untilDone(desk);
    desk.slack.faults.clear();
    const failed = desk.slack.calls.filter(({ answer }) => answer === undefined);
    for (const method of ['chat.postMessage', 'chat.update', 'conversations.replies'])
      expect(failed.filter((call) => call.method === method).length).toBeGreaterThan(10);

    const texts = copies.map((copy, at) => people[at]?.message(copy).text ?? '');
    expect(texts.filter((text) => text.includes('41 berths')).length).toBe(CHANNELS);
    expect(texts.map((text) => text.match(/Corrected/g)?.length)).toEqual(copies.map(() => 1));
    expect(people.map((person) => noticesOf(person).length)).toEqual(people.map(() => 1));

    const [first] = people;
    const [told] = first === undefined ? [] : noticesOf(first);
    if (first === undefined || told === undefined) throw new Error('Nobody was told.');
    await first.press(told, 'recall_seen');
    await expect.poll(desk.cardText, WITHIN).toContain('People: 1000 of 1000 told, 1 has seen it.');
    expect(desk.cardText()).toContain('Copies: 300 of 300 changed.');
    expect(desk.cardText()).toContain('Done.');
    const { progress, rows } = await receiptOf(database);
    expect(progress).toEqual({
      copies: { all: CHANNELS, edited: CHANNELS, replied: 0 },
      people: { all: PEOPLE, told: PEOPLE, seen: 1 },
      waiting: 0,
      unreached: {},
    });
    expect(new Set(rows.map(({ person }: { person: string | null }) => person)).size).toBe(PEOPLE + 1);
  }, 240_000);
});
