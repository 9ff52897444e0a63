import {
  type FactDesk,
  type FactDeskOptions,
  openFactDesk,
  type Quote,
  TookTooLongError,
} from '../answer/index.ts';
import { type Corpus, keepLines, type Passage, SURE_FROM_RANGE, soundReading } from '../corpus/index.ts';
import { type IndexProviderOptions, openIndexProvider } from '../corpus-index/index.ts';
import type { JudgedQuestion, Origin } from './judged-question.ts';
import { makeNearMisses } from './near-misses.ts';
import { meetsRest, tellsOf, toldIn } from './told.ts';

/** What questions are asked of, and how. */
export interface AskingOptions
  extends Pick<FactDeskOptions, 'now' | 'similarity' | 'encodeQuestion' | 'report'> {
  readonly corpus: Corpus;
  /** How the corpus is indexed. @default without a file, and without a sentence encoder */
  readonly indexing?: IndexProviderOptions;
}

/** A fact desk of a corpus from which lines can be left out. */
export interface HeldOutDesk {
  /** The facts that may be shown, with all their lines. */
  readonly passages: readonly Passage[];
  /** Asks with the `asked as` line of that number left out of every fact; null leaves none out. */
  without(nth: number | null): Promise<FactDesk>;
}

/**
 * Opens a fact desk that answers as the bot does, but that it calls sure whatever is sure at the loosest threshold:
 * what holds at a stricter one is told by the confidence.
 */
export async function openHeldOutDesk({ corpus, indexing, ...options }: AskingOptions): Promise<HeldOutDesk> {
  let reading = soundReading(corpus);
  const indexProvider = openIndexProvider(() => reading, indexing);
  const { facts } = await indexProvider.contents(options.now());
  await indexing?.vectors?.encode(facts);
  const desk = await openFactDesk({ ...options, indexProvider, sureFrom: SURE_FROM_RANGE.least });
  return {
    passages: facts,
    async without(left) {
      const kept = left === null ? corpus.facts : keepLines(corpus.facts, (nth) => nth !== left);
      reading = soundReading({ ...corpus, facts: kept });
      await desk.reload();
      return desk;
    },
  };
}

/** Asks one question and judges the first quote; undefined where `isRight` cannot tell whether it answers. */
export async function judgeBy(
  desk: FactDesk,
  { question, origin }: { readonly question: string; readonly origin: Origin },
  isRight: (quote: Quote) => boolean | undefined,
): Promise<JudgedQuestion | undefined> {
  const answer = await askPatiently(desk, question);
  const quote = answer?.quotes[0];
  const judgement = quote === undefined ? false : isRight(quote);
  if (judgement === undefined) return undefined;
  return {
    ...{ origin, question },
    factId: quote?.factId ?? null,
    isRight: judgement,
    confidence: quote?.confidence ?? 0,
    mayAnswer: answer?.outcome === 'answer',
  };
}

/** What there is. */
export const given = <One>(one: One | undefined): readonly One[] => (one === undefined ? [] : [one]);

/** A question that takes too long gets no answer from the bot either. */
async function askPatiently(desk: FactDesk, question: string) {
  try {
    return await desk.ask(question);
  } catch (error) {
    if (error instanceof TookTooLongError) return undefined;
    throw error;
  }
}

/** Asks every `asked as` line with that line left out. It is right to find any fact for which the desk wrote it. */
export async function* askLines({ passages, without }: HeldOutDesk): AsyncGenerator<JudgedQuestion> {
  const writtenFor = new Map<string, Set<string>>();
  for (const { id, askedAs } of passages) {
    for (const line of askedAs) writtenFor.set(line, (writtenFor.get(line) ?? new Set()).add(id));
  }
  const most = Math.max(0, ...passages.map(({ askedAs }) => askedAs.length));
  for (let nth = 0; nth < most; nth++) {
    const desk = await without(nth);
    for (const { askedAs } of passages) {
      const question = askedAs[nth];
      if (question === undefined) continue;
      const answering = writtenFor.get(question);
      const isRight = ({ factId }: Quote) => answering?.has(factId) === true;
      yield* given(await judgeBy(desk, { question, origin: 'line' }, isRight));
    }
  }
}

/**
 * Asks near misses of the lines. No fact answers them; where an article is quoted that may, nobody can tell whether it
 * does, and the question is left out.
 */
export async function* askNearMisses({ passages, without }: HeldOutDesk): AsyncGenerator<JudgedQuestion> {
  const desk = await without(null);
  for (const { question, part, rest } of makeNearMisses(passages)) {
    const isRight = ({ kind, text, source, asOf }: Quote) => {
      const told = toldIn([text, source.title, asOf]);
      return kind === 'article' && tellsOf(told, part) && meetsRest(told, { rest }) ? undefined : false;
    };
    yield* given(await judgeBy(desk, { question, origin: 'near-miss' }, isRight));
  }
}
