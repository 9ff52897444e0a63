import type { Passage, SynonymRule } from '../corpus/index.ts';
import { type AnswerType, buildIndex, type Hit, type Mismatch, openIndex } from '../search/index.ts';
import type { Searcher } from './searcher.ts';

/** How like two ways of putting a question are. */
export interface QuestionLikeness {
  /** 0 (no word in common) to 1 (order and small words differ). */
  readonly likeness: number;
  /** Whether whoever answers the one has answered the other. */
  readonly isSame: boolean;
}

/** What questions are compared with: some of what is on file tells how much each word says. */
export interface QuestionContext extends Pick<Searcher, 'facts'> {
  readonly synonyms: readonly SynonymRule[];
  readonly similarity?: 'off' | undefined;
  /** The moment of asking, from which `last year` is counted. */
  readonly now: Date;
}

/** From this likeness two questions may ask the same; see docs/decisions/0518-questions-that-mean-the-same.md. */
const ALIKE_FROM = 0.8;
/** How much (0 to 1) the weightiest word may tell that stands in one of them alone. */
const MOST_UNTOLD = 0.2;
/** So many of the likest are compared the other way round too. */
const MOST_LOOKED_AT = 10;
/** So many facts tell how rare a word is. */
const SAMPLE = 200;
/** What questions are found by among the passages on file, of which none has such a topic. */
const TOPIC = '\0question';

const NEGATION = /\b(?:not|never|no|nobody|none|without|cannot)\b|n[’']t\b/gi;

const NOT_ALIKE: QuestionLikeness = { likeness: 0, isSame: false };

/**
 * How like a question each of some others is, in their order, by what tells that a question is one the desk wrote down
 * for a fact. Words that stand in one of the two alone, other years, numbers and names, a "not", and another thing that
 * is asked for make it another question.
 */
export function compareQuestions(
  question: string,
  others: readonly string[],
  context: QuestionContext,
): readonly QuestionLikeness[] {
  if (others.length === 0) return [];
  // The question itself stands behind the others, so that one index serves both ways.
  const look = openLookUp([...others, question], context);
  const own = others.length;
  const forth = look(question);
  const looked = [...forth.hits]
    .filter(([nth]) => nth !== own)
    .sort(([, a], [, b]) => b.features.bestExample - a.features.bestExample)
    .slice(0, MOST_LOOKED_AT);
  const compared = new Map<number, QuestionLikeness>();
  for (const [nth, hit] of looked) {
    const other = others[nth] ?? '';
    const back = look(other);
    const counterpart = back.hits.get(own);
    if (counterpart === undefined) continue;
    const likeness = Math.max(hit.features.bestExample, counterpart.features.bestExample);
    const isSame =
      likeness >= ALIKE_FROM &&
      meansNothingElse(hit, counterpart) &&
      asksAlike(forth.asksFor, back.asksFor) &&
      negations(question) === negations(other);
    compared.set(nth, { likeness, isSame });
  }
  return others.map((_, nth) => compared.get(nth) ?? NOT_ALIKE);
}

/** A question in the place of a fact that answers it. */
function toPassage(question: string, nth: number): Passage {
  return {
    id: `\0${nth}`,
    text: question,
    kind: 'statement',
    attribution: '',
    asOf: '',
    source: { id: TOPIC, title: '', accessed: '', file: '' },
    place: { file: '', line: 1, start: 0, end: 0 },
    context: '',
    topics: [TOPIC],
    askedAs: [question],
    alsoCalled: [],
  };
}

interface Looked {
  readonly asksFor: AnswerType;
  /** By the place of their question. */
  readonly hits: ReadonlyMap<number, Hit>;
}

function openLookUp(
  questions: readonly string[],
  { facts, synonyms, similarity, now }: QuestionContext,
): (question: string) => Looked {
  const columns = buildIndex([...sampleOf(facts), ...questions.map(toPassage)]);
  const index = openIndex([{ columns }], synonyms, { similarity });
  const limit = questions.length;
  const topics = new Set([TOPIC]);
  return (question) => {
    const { asksFor, hits } = index.search(question, { topics, limit, listLimit: limit, now });
    return { asksFor, hits: new Map(hits.map((hit) => [Number(hit.passage.id.slice(1)), hit])) };
  };
}

/** Enough facts to tell a common word from a rare one, from all over the files: opening an index takes its time. */
function sampleOf(facts: readonly Passage[]): readonly Passage[] {
  const every = Math.max(1, Math.floor(facts.length / SAMPLE));
  return facts.filter((_, nth) => nth % every === 0).slice(0, SAMPLE);
}

const TELLING: ReadonlySet<Mismatch['kind']> = new Set(['year', 'number', 'name', 'roles']);

/** Whether all words of the one are met by the other, and what the other has beside them tells little. */
function meansNothingElse(one: Hit, other: Hit): boolean {
  return (
    Math.min(one.features.unmetWords, other.features.unmetWords) === 0 &&
    Math.max(one.features.heaviestUntold, other.features.heaviestUntold) <= MOST_UNTOLD &&
    [one, other].every(
      ({ features: { missingNames, timeNotTold }, mismatches }) =>
        missingNames === 0 && timeNotTold === 0 && mismatches.every(({ kind }) => !TELLING.has(kind)),
    )
  );
}

/** Words without a question may ask for anything. */
function asksAlike(one: AnswerType, other: AnswerType): boolean {
  return one === other || one === 'topic' || other === 'topic';
}

function negations(question: string): number {
  return question.match(NEGATION)?.length ?? 0;
}
