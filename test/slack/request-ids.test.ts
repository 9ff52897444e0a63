import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { expect, it } from 'vitest';
import { requestFields } from '../../src/cli/create-logger.ts';
import { LedgerError, openLedger } from '../../src/ledger/index.ts';
import { createOngoingRequests } from '../../src/ongoing-requests.ts';
import { createBoltLogger } from '../../src/slack/connection/bolt-logger.ts';
import { createLateWrites } from '../../src/slack/services/late-writes.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { SIGNATURE_QUESTION, SIGNATURE_QUOTE, UNANSWERED_QUESTION } from './sample-facts.ts';
import { openSlackDesk, type SlackDesk } from './slack-desk.ts';

interface Line {
  readonly msg: string;
  readonly request?: string;
}

const MADE_UP = /^[\da-f]{16}$/;

const readLines = (log: string): readonly Line[] =>
  log.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

/** What is logged at every level while something is done and so many questions are replied to. */
async function loggedBy(
  desk: SlackDesk,
  act: () => Promise<unknown>,
  { replies = 1 }: { readonly replies?: number } = {},
): Promise<readonly Line[]> {
  await untilQuiet(desk);
  const before = desk.log().length;
  const lines = () => readLines(desk.log().slice(before));
  await act();
  await expect.poll(() => lines().filter(({ msg }) => msg === 'replied').length).toBe(replies);
  await untilQuiet(desk);
  return lines();
}

/** The bot also looks for what was left undone when it starts. */
async function untilQuiet({ log }: SlackDesk): Promise<void> {
  for (let known = -1; known !== log().length; await sleep(400)) known = log().length;
}

const idsIn = (lines: readonly Line[]) => [...new Set(lines.map(({ request }) => request))];

const RECEIPTS = ['received from Slack', 'acknowledged'];

/** Slack also sends events that ask nothing, as of the bot's own posts: of them no more is told than their receipt. */
const idsOfQuestions = (lines: readonly Line[]) => idsIn(lines.filter(({ msg }) => !RECEIPTS.includes(msg)));

const messagesOf = (id: string | undefined, lines: readonly Line[]) =>
  lines.filter(({ request }) => request === id).map(({ msg }) => msg);

it('all that is logged for a question, from receipt to post, bears the id of the event that Slack sent', async () => {
  const desk = await openSlackDesk();
  const ada = desk.slack.person('ada');
  const lines = await loggedBy(desk, async () => {
    await ada.reply(ada.say('newsroom', `<@${desk.slack.botUserId}> ${SIGNATURE_QUESTION}`));
  });
  const ids = idsOfQuestions(lines);
  expect(ids).toEqual([expect.stringMatching(/^Ev/)]);
  const messages = messagesOf(ids[0], lines);
  expect(messages[0]).toBe('received from Slack');
  for (const message of ['acknowledged', 'called Slack', 'replied']) expect(messages).toContain(message);
  for (const secret of [SIGNATURE_QUESTION, SIGNATURE_QUOTE, 'xoxb', 'xapp', desk.slack.botToken])
    expect(desk.log()).not.toContain(secret);
});

it('an event that is sent again keeps its id, and another one has its own', async () => {
  const desk = await openSlackDesk();
  const ada = desk.slack.person('ada');
  const asked = await loggedBy(desk, () => ada.reply(ada.directMessage(SIGNATURE_QUESTION)));
  const sendAgain = async () => {
    const before = desk.log().length;
    desk.slack.redeliver();
    await expect.poll(() => desk.log().length).toBeGreaterThan(before);
  };
  const again = await loggedBy(desk, sendAgain, { replies: 0 });
  expect(again.map(({ msg }) => msg)).toContain('received from Slack');
  expect(idsIn(asked)).toEqual(expect.arrayContaining(idsIn(again)));
  const other = await loggedBy(desk, () => ada.reply(ada.directMessage(UNANSWERED_QUESTION)));
  expect(idsOfQuestions(other)).toHaveLength(1);
  expect(idsOfQuestions(other)).not.toEqual(idsOfQuestions(asked));
});

it('two questions at once are told apart, to the end', async () => {
  const desk = await openSlackDesk();
  const people = ['ada', 'ben'].map((name) => desk.slack.person(name));
  const lines = await loggedBy(
    desk,
    () => Promise.all(people.map((person) => person.reply(person.directMessage(SIGNATURE_QUESTION)))),
    { replies: 2 },
  );
  const ids = idsOfQuestions(lines);
  expect(ids).toHaveLength(2);
  for (const id of ids)
    for (const message of [...RECEIPTS, 'called Slack', 'replied'])
      expect(messagesOf(id, lines)).toContain(message);
});

it('what bears no id of an event, as a command, gets one that tells nothing', async () => {
  const desk = await openSlackDesk();
  const ada = desk.slack.person('ada');
  const lines = await loggedBy(desk, () => ada.command('newsroom', '/fact', SIGNATURE_QUESTION));
  expect(lines.map(({ msg }) => msg)).toContain('replied');
  expect(idsIn(lines)).toEqual([expect.stringMatching(MADE_UP)]);
});

it('each question that is answered after a restart has an id of its own', async () => {
  const directory = await createFolder({});
  const desk = await openSlackDesk(
    {},
    {
      async inherit(slack) {
        const minutesAgo = () => new Date(Date.now() - 5 * 60_000);
        const ledger = await openLedger({ directory, now: minutesAgo });
        for (const name of ['ada', 'ben'])
          await ledger.acceptQuestion({
            ...{
              eventKey: name,
              askedBy: slack.person(name).id,
              surface: 'command',
              words: SIGNATURE_QUESTION,
            },
            ...{ isPrivate: true, replyAddress: null, team: null, channel: null, thread: null },
          });
        await ledger.close();
        return openLedger({ directory, now: () => new Date() });
      },
    },
  );
  const replied = () => readLines(desk.log()).filter(({ msg }) => msg === 'replied');
  await expect.poll(() => replied().length, { timeout: 10_000 }).toBe(2);
  expect(idsIn(replied())).toEqual([expect.stringMatching(MADE_UP), expect.stringMatching(MADE_UP)]);
});

it('what is written down later is told of under the id of its own request', async () => {
  const requests = createOngoingRequests();
  const lines: Line[] = [];
  const logger = pino(
    { mixin: () => requestFields(requests, { hasTraces: false }) },
    { write: (line) => void lines.push(JSON.parse(line)) },
  );
  const lateWrites = createLateWrites(logger);
  for (const id of ['Ev1', 'Ev2']) {
    let isAway = true;
    const write = async () => {
      const error = isAway ? new LedgerError('away', new Error('away')) : new Error('broken');
      isAway = false;
      throw error;
    };
    await requests.run(() => lateWrites.write({ ids: {}, what: `the answer to ${id}`, write }), id);
  }
  await lateWrites.writeKept();
  expect(lines).toHaveLength(4);
  for (const { msg, request } of lines) expect(msg).toBe(`the answer to ${request} was not written down`);
});

it("Bolt's own lines bear the id as well", () => {
  const requests = createOngoingRequests();
  const lines: Line[] = [];
  const mixin = () => requestFields(requests, { hasTraces: false });
  const bolt = createBoltLogger(pino({ mixin }, { write: (line) => void lines.push(JSON.parse(line)) }));
  requests.run(() => bolt.warn('An incoming event was not acknowledged'), 'Ev1');
  expect(lines).toMatchObject([{ part: 'bolt', request: 'Ev1' }]);
});
