import { type Corpus, type Problem, soundReading } from '../corpus/index.ts';
import type { IndexContents, IndexProvider } from '../corpus-index/index.ts';
import { openIndexProvider } from '../corpus-index/index.ts';
import type { EncodeQuestion } from '../encoder/index.ts';
import type { ArchiveSource } from '../search/index.ts';
import type { Answer, Within } from './answer.ts';
import { answerAsked } from './answer-asked.ts';
import { type AskMeeting, answerFollowUp } from './answer-follow-up.ts';
import { type AnswerOptions, answerFrom } from './answer-from.ts';
import { factsOnTopic, newestFacts } from './browse.ts';
import type { FactDesk } from './fact-desk.ts';
import { readFactDetails } from './fact-details.ts';
import { followFact } from './follow-fact.ts';
import { createLaterSearchers } from './later-searcher.ts';
import { offerTopic } from './named-topic.ts';
import { noteNotSearched } from './not-searched.ts';
import {
  createOverdueSince,
  createReviewPassage,
  findOverdue,
  type ReviewSettings,
} from './overdue-since.ts';
import { openQuestionArchive, type QuestionArchive } from './question-archive.ts';
import { readReplyStanding } from './reply-standing.ts';
import { compareQuestions } from './same-questions.ts';
import { narrowSearcher, type Searcher } from './searcher.ts';
import { openSearcherManager } from './searcher-manager.ts';
import { type ComparedBy, fingerprintDecision } from './sureness.ts';
import { createTimeLimit, type InTime } from './time-limit.ts';

/**
 * No question may take this thread longer. An ordinary one takes milliseconds, the hardest ones known some tens of
 * them, also in an archive of a million sentences. Meanwhile nobody else is answered or acknowledged, and Slack wants
 * that within 3 seconds.
 */
const MOST_MS = 2_000;

/** What a fact desk works with. */
export type FactDeskOptions = FactDeskSource &
  ReviewSettings & {
    /** Is told of what could not be read in the archive, and of a calibration not used. @default nobody is told */
    readonly report?: (problem: Problem) => void;
    /** Is called when so much of the archive has changed that its index should be rebuilt. @default nobody is told */
    readonly onStale?: () => void;
    /** Whether word vectors tell what questions and passages speak of. @default they do */
    readonly similarity?: 'off' | undefined;
    /** The probability (0 to 1) from which a quote is given as the answer. @default as the corpus was calibrated */
    readonly sureFrom?: number | undefined;
    /** Tells what questions mean. @default no sentence encoder is asked */
    readonly encodeQuestion?: EncodeQuestion | undefined;
    /** An archive that lies elsewhere, such as in a cluster. @default there is none */
    readonly archive?: ArchiveSource | undefined;
    /** How long this thread may work on one question, in milliseconds. @default 2,000 */
    readonly mostMs?: number;
  };

/** What a fact desk answers from: a corpus that never changes, or what a provider gives. */
export type FactDeskSource =
  | { readonly corpus: Corpus; readonly indexProvider?: never }
  | { readonly indexProvider: IndexProvider; readonly corpus?: never };

/** A fact desk that can read its corpus again while it answers. */
export interface ReloadableFactDesk extends FactDesk {
  /** What it answers from. */
  contents(): IndexContents;
  /**
   * Reads what was written since. Questions are answered from it once this resolves; until then, and when it rejects,
   * from what was read before.
   */
  reload(): Promise<IndexContents>;
}

/** Opens the desk: from here on every question is answered from what may be shown at its moment. */
export async function openFactDesk(options: FactDeskOptions): Promise<ReloadableFactDesk> {
  const { now, report = () => {}, onStale = () => {}, similarity, sureFrom, archive } = options;
  const decision = fingerprintDecision(comparedBy(options));
  const indexProvider = providerOf(options);
  const startTime = createTimeLimit(options.mostMs ?? MOST_MS);
  const review = createReviewPassage(options);
  const overdueSince = createOverdueSince(review);
  const searchers = await openSearcherManager({
    ...{ now, indexProvider, report, onStale, similarity, sureFrom, decision, overdueSince, archive },
  });
  const narrowed = createNarrower();
  const laterSearcher = createLaterSearchers({ similarity });
  const look = async ({ topics }: Within = {}) => {
    const whole = await searchers.current();
    return topics === undefined ? whole : narrowed(whole, topics);
  };
  const startQuestion = () => ({ inTime: startTime(), archive: openQuestionArchive(options.archive) });
  const asking = createAsking(options, startQuestion);
  return {
    decision,
    ...{ contents: searchers.contents, reload: searchers.reload },
    follow: async (shown) => followFact(await searchers.current(), shown),
    standing: async (reply, within) => {
      const searcher = await look(within);
      return readReplyStanding(searcher, reply, asking(searcher));
    },
    ask: async (question, { earlier, explain = false, onPart, ...within } = {}) => {
      const searcher = await look(within);
      const asked = { searcher, question, earlier, now: now(), ...startQuestion() };
      const ask = asking(searcher, asked, { explain, onPart });
      const answer = await answerQuestion(ask, question, earlier);
      return offerTopic(noteNotSearched(answer, asked), searcher);
    },
    awaited: async (question, { earlier, askedAt, ...within }) => {
      const later = laterSearcher(await look(within));
      if (later === undefined) return [];
      return later.awaitedIn(await answerQuestion(asking(later.searcher), question, earlier), askedAt);
    },
    ...browsing(look),
    sureness: async () => (await searchers.current()).sureness,
    compareQuestions: async (question, others) => {
      const { facts } = await searchers.current();
      const context = { facts, synonyms: searchers.contents().synonyms, similarity, now: now() };
      return startTime()(() => compareQuestions(question, others, context));
    },
    filesSince: async () => (await searchers.current()).since,
    overdueFacts: async (within) => findOverdue(await look(within), review),
  };
}

/** What can be looked at without a question. */
function browsing(
  look: (within?: Within) => Promise<Searcher>,
): Pick<FactDesk, 'fact' | 'onFile' | 'factsOnTopic' | 'newestFacts'> {
  return {
    fact: async (factId, within) => readFactDetails(await look(within), factId),
    onFile: async (within) => {
      const { onFile, examples } = await look(within);
      return { ...onFile, examples: await examples() };
    },
    factsOnTopic: async (topic, limit, within) => factsOnTopic(await look(within), topic, limit),
    newestFacts: async (limit, within) => newestFacts(await look(within), limit),
  };
}

/** What all work on one question shares: its time, and the archive that lies elsewhere. */
interface QuestionStart {
  readonly inTime: InTime;
  readonly archive: QuestionArchive;
}

/** Asks one question after the other of a searcher, all in the time of one. */
function createAsking(
  { now, encodeQuestion }: FactDeskOptions,
  startQuestion: () => QuestionStart,
): (
  searcher: Searcher,
  start?: QuestionStart,
  how?: Pick<AnswerOptions, 'explain' | 'onPart'>,
) => AskMeeting {
  return (searcher, { inTime, archive } = startQuestion(), how = {}) =>
    async (words, mustMeet) => {
      const asked = { now: now(), inTime };
      const wordings = mustMeet === undefined ? [words] : [words, mustMeet];
      return answerFrom(await archive.beside(searcher, wordings, asked), words, {
        ...(mustMeet !== undefined && { mustMeet }),
        ...{ ...asked, ...how, encodeQuestion },
      });
    };
}

/** Answers a question that may lean on an earlier one. */
function answerQuestion(ask: AskMeeting, question: string, earlier: string | undefined): Promise<Answer> {
  return earlier === undefined ? answerAsked(ask, question) : answerFollowUp(ask, question, earlier);
}

/** By what a fact desk with these options compares questions and passages. */
function comparedBy({
  similarity,
  encodeQuestion,
}: Pick<FactDeskOptions, 'similarity' | 'encodeQuestion'>): ComparedBy {
  if (encodeQuestion !== undefined) return 'sentence encoder';
  return similarity === 'off' ? 'words' : 'word vectors';
}

function providerOf(source: FactDeskSource): IndexProvider {
  if (source.indexProvider) return source.indexProvider;
  const reading = soundReading(source.corpus);
  return openIndexProvider(() => reading);
}

/** Narrows a searcher to topics, once for each choice of them. */
function createNarrower(): (whole: Searcher, topics: readonly string[]) => Searcher {
  const searchers = new WeakMap<Searcher, Map<string, Searcher>>();
  return (whole, topics) => {
    const known = searchers.get(whole) ?? new Map<string, Searcher>();
    searchers.set(whole, known);
    const key = JSON.stringify(topics.toSorted());
    const searcher = known.get(key) ?? narrowSearcher(whole, new Set(topics));
    known.set(key, searcher);
    return searcher;
  };
}
