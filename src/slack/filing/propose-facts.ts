import type { webApi } from '@slack/bolt';
import { type Quote, TookTooLongError } from '../../answer/index.ts';
import { type DeskQuestion, type FactVersion, factVersion } from '../../ledger/index.ts';
import { groupQuestions } from '../replying/find-open-groups.ts';
import { showGroup } from '../replying/show-group.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';

/** So many open questions are tried. */
const MOST_TRIED = 200;
/** So many ways of putting one question are tried. */
const MOST_WORDINGS = 3;

/**
 * Tries what is on file now against all open questions, and shows a fact that surely answers one on its card: the desk
 * sends it, or does not. What was tried with the same facts is not tried again.
 */
export async function proposeFacts(services: Services, client: webApi.WebClient): Promise<void> {
  const { ledger, factDesk, tried, ackPriority } = services;
  const since = (await factDesk.filesSince()).toISOString();
  const groups = groupQuestions(await ledger.openDeskQuestions(MOST_TRIED));
  for (const groupId of tried.keys()) if (!groups.has(groupId)) tried.delete(groupId);
  for (const [groupId, questions] of groups) {
    const state = `${since} ${questions.length}`;
    if (tried.get(groupId) === state) continue;
    await ackPriority.yieldToAcks();
    const found = await findNewFact(questions, services);
    const before = questions.find(({ proposed }) => proposed !== null)?.proposed ?? null;
    if (!isSameFact(found, before)) {
      await ledger.proposeFact(groupId, found);
      await showGroup(groupId, services, client);
    }
    tried.set(groupId, state);
  }
}

function isSameFact(one: FactVersion | null, other: FactVersion | null): boolean {
  return one?.factId === other?.factId && one?.factHash === other?.factHash;
}

/** A fact that surely answers one of some questions, and was not shown to whoever asked it. */
async function findNewFact(
  questions: readonly DeskQuestion[],
  services: Services,
): Promise<FactVersion | null> {
  const files = filesIn(services.deskChannel, services);
  const wordings = new Map(questions.map((question) => [question.words?.toLowerCase() ?? '', question]));
  for (const question of [...wordings.values()].slice(0, MOST_WORDINGS)) {
    const quote = await sureAnswer(question.words ?? '', files);
    if (quote === null) continue;
    const asked = await services.ledger.question(question.questionId);
    const version = factVersion(quote);
    if (asked?.quoted.some((shown) => isSameFact(shown, version))) continue;
    // They may have got it since, as when an embargo ended.
    const { askedBy } = question;
    if (askedBy === null || !(await services.ledger.hasGot(askedBy, version))) return version;
  }
  return null;
}

async function sureAnswer(words: string, files: Pick<Services['factDesk'], 'ask'>): Promise<Quote | null> {
  try {
    const answer = await files.ask(words);
    return answer.outcome === 'answer' ? answer.quotes[0] : null;
  } catch (error) {
    if (error instanceof TookTooLongError) return null;
    throw error;
  }
}
