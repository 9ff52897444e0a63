import type { types, webApi } from '@slack/bolt';
import { LedgerError, type Question } from '../../ledger/index.ts';
import { readReplyQuestion } from '../../search/index.ts';
import type { DeskPart } from '../blocks/home-desk.ts';
import { renderHome } from '../blocks/home-view.ts';
import { renderNotice } from '../blocks/notice.ts';
import type { PastQuestion } from '../blocks/past-questions.ts';
import { patiently } from '../sending/patiently.ts';
import { errorFields, slackFailure } from '../sending/slack-failure.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';
import { findDueFacts } from './find-due-facts.ts';
import { findOpenGroups } from './find-open-groups.ts';
import { findReportDetails } from './find-report-details.ts';
import { ifReachable } from './if-reachable.ts';

const NEWEST_SHOWN = 5;
const PAST_SHOWN = 10;
/** So many questions are looked through for different ones. */
const LOOK_BACK = 50;
const DESK_SHOWN = 10;
const NO_FILES = 'The newest facts cannot be shown just now. Open this tab again in a minute.';
const NO_MEMORY = 'What you asked before cannot be shown just now. Open this tab again in a minute.';

/** Whose Home tab, and what stood there when the person acted. */
export interface HomeVisit {
  readonly user: string;
  /** Slack's mark of the view that the person saw; undefined when there was none. */
  readonly hash: string | undefined;
  /** What the person asked for, above everything else; empty when they only opened the tab. */
  readonly shown: readonly types.KnownBlock[];
}

/**
 * Draws somebody's Home tab. A mere refresh never overwrites what came in between; what the person asked for is shown
 * even then, since nobody else sees the tab.
 */
export async function publishHome(
  { user, hash, shown }: HomeVisit,
  client: webApi.WebClient,
  services: Services,
): Promise<void> {
  const { missing, ...parts } = await gather(user, services);
  const view = renderHome({ ...parts, shown: [...shown, ...missing] });
  const publish = (mark: { readonly hash?: string }) =>
    patiently(() => client.views.publish({ user_id: user, view, ...mark }), services.wait, {
      isRepeatable: true,
    });
  try {
    await publish(hash === undefined ? {} : { hash });
  } catch (error) {
    const failure = slackFailure(error);
    if (failure.kind !== 'refused' || failure.error !== 'hash_conflict') throw error;
    if (shown.length > 0) await publish({});
  }
}

async function gather(user: string, services: Services) {
  const files = filesIn(null, services);
  const [onFile, newest, remembered] = await Promise.all([
    files.onFile(),
    ifReachable(files.newestFacts(NEWEST_SHOWN), null),
    remember(user, services),
  ]);
  if (newest !== null) return { onFile, newest, ...remembered };
  return {
    onFile,
    newest: [],
    ...remembered,
    missing: [...remembered.missing, ...renderNotice(NO_FILES).blocks],
  };
}

interface Remembered {
  readonly past: readonly PastQuestion[];
  readonly desk: DeskPart | null;
  /** Says what cannot be shown. */
  readonly missing: readonly types.KnownBlock[];
}

/** A page without a memory is better than none: the answer to a question of now stands on it too. */
async function remember(user: string, services: Services): Promise<Remembered> {
  try {
    const [questions, desk] = await Promise.all([
      services.ledger.questionsOf(user, LOOK_BACK),
      deskPart(user, services),
    ]);
    const asked = distinct(questions).slice(0, PAST_SHOWN);
    const past = await Promise.all(asked.map((one) => pastQuestion(one, services)));
    return { past, desk, missing: [] };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    services.logger.error(
      { user, ...errorFields(error) },
      'a Home tab is shown without what was asked before',
    );
    return { past: [], desk: null, missing: renderNotice(NO_MEMORY).blocks };
  }
}

async function deskPart(user: string, services: Services): Promise<DeskPart | null> {
  const { ledger, deskMembers } = services;
  if (!deskMembers.includes(user)) return null;
  const [open, reports, due] = await Promise.all([
    findOpenGroups(DESK_SHOWN, services),
    ledger.openReports(DESK_SHOWN),
    findDueFacts(services),
  ]);
  return { open, due, reports: await Promise.all(reports.map((each) => findReportDetails(each, services))) };
}

interface Asked {
  readonly question: Question;
  readonly words: string;
  readonly times: number;
}

/**
 * Each question once, the newest first, with how often it was asked. Forgotten ones are left out, and those about a
 * reply.
 */
function distinct(questions: readonly Question[]): readonly Asked[] {
  const asked = new Map<string, Asked>();
  for (const question of questions) {
    if (question.words === null || readReplyQuestion(question.words) !== null) continue;
    const same = question.words.toLowerCase().replaceAll(/\s+/g, ' ').trim();
    const newest = asked.get(same) ?? { question, words: question.words, times: 0 };
    asked.set(same, { ...newest, times: newest.times + 1 });
  }
  return [...asked.values()];
}

async function pastQuestion(
  { question: { id, outcome, quoted }, words, times }: Asked,
  services: Services,
): Promise<PastQuestion> {
  const [first] = quoted;
  const files = filesIn(null, services);
  const fact = first === undefined ? null : await ifReachable(files.fact(first.factId), null);
  return { id, words, times, outcome, quote: fact?.quote ?? null, shown: quoted.length };
}
