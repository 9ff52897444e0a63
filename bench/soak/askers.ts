import { setTimeout as sleep } from 'node:timers/promises';
import type { Person, SeenMessage, StandIn } from '../../src/playground/index.ts';
import { type Quantiles, quantiles } from '../quantiles.ts';
import type { Disturbances } from './disturbances.ts';

/** What became of the questions. */
export interface AskedFigures {
  readonly asked: number;
  /** Without a reply, and nobody was told. */
  readonly lost: number;
  /** Without a reply, and the person was told that it failed. */
  readonly told: number;
  /** With a message of the reply more than once. */
  readonly doubled: number;
  /** Of the first few without a reply or doubled: when it was asked, and what stands below it, as timestamps of Slack. */
  readonly examples: readonly string[];
  /** What the bot told beside replies: that one is late, or that something failed. */
  readonly notices: number;
  /** Replies to questions that no disturbance touched, and to all others. */
  readonly outside: Quantiles & { readonly replies: number };
  readonly inside: Quantiles & { readonly replies: number };
}

interface Asked {
  readonly person: Person;
  readonly said: SeenMessage;
  readonly from: number;
  /** When the first message of the reply was there; undefined where none came. */
  readonly until: number | undefined;
}

/** Each person asks so often, whether they have a reply yet or not. Slack takes one message a second in a channel. */
const EVERY_MS = 2_000;
/** Slack sends an event again after five minutes at most; what a killed bot had in hand is anybody's after one. */
const PATIENCE_MS = 420_000;

/** So many are described. */
const EXAMPLES = 5;

interface Asking {
  readonly askers: number;
  readonly questions: readonly string[];
  /** Ends the asking. What was asked is waited for. */
  readonly signal: AbortSignal;
}

/** So many people ask in turn, each in their direct messages, until told to stop. Resolves when all is replied to. */
export async function ask(
  standIn: StandIn,
  { askers, questions, signal }: Asking,
): Promise<readonly Asked[]> {
  const open: Promise<Asked>[] = [];
  let next = 0;
  const askOnAndOn = async (number: number) => {
    const person = standIn.person(`asker${number}`);
    await sleep((number * EVERY_MS) / askers);
    for (let due = performance.now(); !signal.aborted; due += EVERY_MS) {
      open.push(waitForReply(person, questions[next++ % questions.length] ?? ''));
      await sleep(Math.max(0, due + EVERY_MS - performance.now()));
    }
  };
  await Promise.all(Array.from({ length: askers }, (_, number) => askOnAndOn(number)));
  return Promise.all(open);
}

async function waitForReply(person: Person, question: string): Promise<Asked> {
  const from = performance.now();
  const said = person.directMessage(question);
  const until = await person
    .until(() => repliesTo({ person, said }).length > 0 && performance.now(), { withinMs: PATIENCE_MS })
    .catch(() => undefined);
  return { person, said, from, until };
}

/** The mark of a message of a reply, which names the question and the place of the message in the reply. */
const REPLY_MARK = /^reply \S+ (\d+)$/;

/** Of each message of the reply, which one it is. */
function repliesTo(asked: Pick<Asked, 'person' | 'said'>): readonly string[] {
  return writtenUnder(asked).flatMap(({ blocks }) => REPLY_MARK.exec(blocks[0]?.block_id ?? '')?.[1] ?? []);
}

function writtenUnder({ person, said }: Pick<Asked, 'person' | 'said'>): readonly SeenMessage[] {
  return person.thread('dm', said.ts).filter(({ isFromApp }) => isFromApp);
}

function describe({ person, said }: Asked): string {
  const below = writtenUnder({ person, said }).map(
    ({ ts, blocks }) => `${ts}: ${blocks[0]?.block_id ?? 'a notice'}`,
  );
  return [`${said.ts}: asked`, ...below].join('; ');
}

/** Counts what became of them, as it is to be seen now. */
export function judge(all: readonly Asked[], disturbances: Disturbances): AskedFigures {
  const times = { outside: [] as number[], inside: [] as number[] };
  let [lost, told, doubled, notices] = [0, 0, 0, 0];
  const examples: string[] = [];
  for (const asked of all) {
    const { from, until } = asked;
    const replies = repliesTo(asked);
    const beside = writtenUnder(asked).length - replies.length;
    notices += beside;
    const isDoubled = new Set(replies).size < replies.length;
    if (isDoubled) doubled += 1;
    if (until === undefined && beside > 0) told += 1;
    else if (until === undefined) lost += 1;
    if (isDoubled || until === undefined) examples.push(describe(asked));
    if (until !== undefined) times[disturbances.touch(from, until) ? 'inside' : 'outside'].push(until - from);
  }
  const timed = (ms: readonly number[]) => ({ replies: ms.length, ...quantiles(ms) });
  return {
    asked: all.length,
    ...{ lost, told, doubled, examples: examples.slice(0, EXAMPLES), notices },
    outside: timed(times.outside),
    inside: timed(times.inside),
  };
}
