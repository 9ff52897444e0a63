import { LedgerError, type WaitingQuestion } from '../../ledger/index.ts';
import { readFollowUp } from '../../search/index.ts';
import { ifReachable } from '../replying/if-reachable.ts';
import { noteUnnoted } from '../replying/note-waiting.ts';
import { questionMeaning } from '../replying/question-meaning.ts';
import { errorFields } from '../sending/slack-failure.ts';
import type { Services } from '../services/services.ts';
import { tellReleased } from './tell-released.ts';

/** Neither database takes a statement with tens of thousands of ids. */
const IDS_AT_ONCE = 200;

/**
 * Tells those who asked for facts that could not be shown then, once these may be. Missed releases are made up for:
 * what waits stands in the ledger. Rejects when the ledger fails.
 */
export async function takeUpWaiting(services: Services): Promise<void> {
  const { ledger } = services;
  await noteUnnoted(services);
  const released = await releasedOf(await ledger.awaitedFacts(), services);
  const told = new Set<string>();
  for (let from = 0; from < released.length; from += IDS_AT_ONCE) {
    const ids = released.slice(from, from + IDS_AT_ONCE);
    let waiting = await ledger.waitingFor(ids);
    while (waiting.length > 0 && !services.stopping.aborted) {
      await tellAll(waiting, { released: new Set(ids), told }, services);
      waiting = await ledger.waitingFor(ids, waiting.at(-1)?.question);
    }
  }
}

/** Which of these facts may be shown by now, anywhere, as far as their files can be read. */
async function releasedOf(factIds: readonly string[], { factDesk }: Services): Promise<readonly string[]> {
  const released: string[] = [];
  for (const factId of factIds) {
    const { facts } = await ifReachable(factDesk.standing({ factIds: [factId], question: null }), {
      facts: [],
    });
    if (facts[0]?.kind === 'on-file') released.push(factId);
  }
  return released;
}

interface Telling {
  /** Ids of the facts that may be shown. */
  readonly released: ReadonlySet<string>;
  /** Whose question was told already, as `sameOf` says. */
  readonly told: Set<string>;
}

/** Who asked the same several times in a place is told once, of the last time. What fails is left for the next time. */
async function tellAll(
  waiting: readonly WaitingQuestion[],
  telling: Telling,
  services: Services,
): Promise<void> {
  for (const repeated of lastOfEach(waiting)) {
    // The rest is for the next start.
    if (services.stopping.aborted) return;
    await services.requests.run(() => tellLast(repeated, telling, services));
  }
}

async function tellLast(
  { last, repeats }: Repeated,
  { released, told }: Telling,
  services: Services,
): Promise<void> {
  const { ledger, logger } = services;
  const { id } = last.question;
  try {
    // These first: a kill in between must not leave them to be told by themselves.
    for (const { question } of repeats) await ledger.endWaiting(question.id);
    if (told.has(sameOf(last))) await ledger.endWaiting(id);
    else await tellReleased(last, released, services);
    told.add(sameOf(last));
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    logger.error({ question: id, ...errorFields(error) }, 'somebody who waits was not told');
  }
}

interface Repeated {
  readonly last: WaitingQuestion;
  readonly repeats: readonly WaitingQuestion[];
}

function lastOfEach(waiting: readonly WaitingQuestion[]): Iterable<Repeated> {
  const groups = new Map<string, Repeated>();
  for (const last of waiting) {
    const before = groups.get(sameOf(last));
    groups.set(sameOf(last), { last, repeats: before ? [...before.repeats, before.last] : [] });
  }
  return groups.values();
}

/** The same for questions of one person in one place that mean the same. What leans on others means what these do. */
function sameOf({ question: { id, askedBy, channel, isPrivate, words } }: WaitingQuestion): string {
  const meaning = words === null || readFollowUp(words).leans ? id : questionMeaning(words);
  return JSON.stringify([askedBy, channel, isPrivate, meaning]);
}
