import { lowerBound } from '../columns/lower-bound.ts';
import type { IndexData } from '../indexing/index-data.ts';
import { wordOfToken } from '../indexing/token-lists.ts';
import { type AnswerType, readAnswerType } from '../query/answer-type.ts';
import { isWrittenAsName } from '../query/query.ts';
import type { ScoringContext } from './scoring-context.ts';

/** The questions (`asked as`) that the desk wrote down for a passage; its other names (`also called`) ask for nothing. */
export interface KnownQuestions {
  readonly count: number;
  /** What each of them asks for, in their order. */
  readonly kinds: readonly AnswerType[];
  /** Terms of the things they ask for: behind "how many", "which", "what". */
  readonly things: ReadonlySet<number>;
}

/** A passage that the desk wrote so many questions for is known well; with fewer it is known in part. */
export const KNOWN_WELL = 12;

/** Any question may ask for these in other words: they tell nothing of what a passage answers. */
const OPEN_KINDS: ReadonlySet<AnswerType> = new Set([
  'thing',
  'topic',
  'yesNo',
  'manner',
  'definition',
  'colour',
]);

/**
 * Whether a thing is asked for ("how many staff", "what targets") that a passage does not name and that none of its known questions
 * asks for, though they may speak of it.
 */
function asksForOtherThing({ lookup: { question }, scratch }: ScoringContext): boolean {
  const { terms, focus } = question;
  if (focus < 0) return false;
  const [first, next] = [terms[focus], terms[focus + 1]];
  // Of "how many HALO staff", the name tells whose they are.
  const isName = first !== undefined && (first.name !== undefined || isWrittenAsName(first));
  const thing = isName && next?.position === first.position + 1 ? focus + 1 : focus;
  if ((scratch.own.certainties[thing] ?? 0) > 0) return false;
  return !terms[thing]?.alternatives.some(({ term }) => scratch.lines.questions.things.has(term));
}

/**
 * Whether something is asked for (a number, a person, a reason, ...) that no known question of a passage asks for, or another thing,
 * or the number of other things. Of passages without such questions nobody can tell.
 */
export function isOfOtherKind(context: ScoringContext): boolean {
  const { type } = context.lookup.question.expected;
  const { count, kinds } = context.scratch.lines.questions;
  if (count === 0) return false;
  if (type === 'thing') return asksForOtherThing(context);
  if (OPEN_KINDS.has(type)) return false;
  return !kinds.includes(kindOf(type)) || (type === 'count' && asksForOtherThing(context));
}

/** What words without a question may ask for too: "Finland treaty withdrawal" is answered by a day, "mines Ukraine" not by a count. */
const TOLD_ANYWAY: ReadonlySet<AnswerType> = new Set(['date', 'person', 'place', 'organisation']);

/**
 * Whether a question asks for something else than a known one, whatever words they share: "why did Finland leave" is not "when
 * did Finland leave", and "which mines are sent" is not "why are mines sent". Words without a question may ask for anything; a question
 * for a yes or no is answered by whatever tells of the deed, but not by its reason.
 */
export function asksForOther(type: AnswerType, known: AnswerType): boolean {
  const kind = kindOf(type);
  if (kind === known || kind === 'topic') return false;
  if (kind === 'yesNo') return known === 'reason';
  if (OPEN_KINDS.has(kind)) return !OPEN_KINDS.has(known);
  return !(OPEN_KINDS.has(known) && TOLD_ANYWAY.has(kind));
}

/** Who asks in which year asks when. */
const kindOf = (type: AnswerType): AnswerType => (type === 'year' ? 'date' : type);

/** Words behind "how many", "which" and "what" that can name the thing. */
const THING_WORDS = 3;

/** For a passage without any. */
export const NO_QUESTIONS: KnownQuestions = { count: 0, kinds: [], things: new Set() };

/** Reads the known questions of passages, and remembers them: the same facts are looked at again and again. */
export function readKnownQuestions(index: IndexData): (ordinal: number) => KnownQuestions {
  const { passages, lines, passageOfLine, lexicon } = index;
  const remembered = new Map<number, KnownQuestions>();
  const { starts, tokens } = lines.words;
  const read = (ordinal: number): KnownQuestions => {
    const count = passages.metadataAt(ordinal).askedAs.length;
    const kinds: AnswerType[] = [];
    const things = new Set<number>();
    // Of the lines of a passage, its questions come first.
    const first = lowerBound(passageOfLine, ordinal);
    for (let line = first; line < first + count; line++) {
      const words = Array.from(tokens.subarray(starts[line], starts[line + 1]), wordOfToken);
      const { type, focus } = readAnswerType(words.map((word) => lexicon.wordOf(word)));
      kinds.push(kindOf(type));
      if (focus < 0) continue;
      for (const word of words.slice(focus, focus + THING_WORDS)) things.add(index.termOfWord[word] ?? 0);
    }
    return { count, kinds, things };
  };
  return (ordinal) => {
    const known = remembered.get(ordinal) ?? read(ordinal);
    remembered.set(ordinal, known);
    return known;
  };
}
