import { wordList } from '../text/word-list.ts';

/** What kind of thing a question asks for. */
export type AnswerType =
  | 'count'
  | 'money'
  | 'percentage'
  | 'duration'
  | 'age'
  | 'measure'
  | 'date'
  | 'year'
  | 'person'
  | 'place'
  | 'organisation'
  | 'reason'
  | 'manner'
  | 'definition'
  | 'colour'
  | 'yesNo'
  | 'thing'
  /** Nothing: words without a question. */
  | 'topic';

const FIGURES: ReadonlySet<AnswerType> = new Set([
  'count',
  'money',
  'percentage',
  'duration',
  'age',
  'measure',
]);

/** Whether what is asked for is a figure. */
export function isFigure(type: AnswerType): boolean {
  return FIGURES.has(type);
}

/** The answer type and the noun that says it: `country` in "which country", `civilians` in "how many civilians". */
export interface ExpectedAnswer {
  readonly type: AnswerType;
  /** Position of the noun among the question's words, or -1. */
  readonly focus: number;
}

/** Nouns behind "what", "which" or "what is the" that tell the type. */
const FOCUS_NOUNS: readonly (readonly [AnswerType, readonly string[]])[] = [
  ['year', wordList('year')],
  ['date', wordList('date day month time century decade period era season years birthday anniversary')],
  [
    'place',
    wordList(`country countries city cities state states town village county place location region continent
    island province area river nation nations capital district street birthplace hometown venue headquarters
    territory`),
  ],
  [
    'person',
    wordList(`person people man woman president king queen actor actress author writer singer leader scientist
    director minister player coach father mother brother sister wife husband son daughter founder inventor mathematician
    philosopher emperor senator governor mayor quarterback physicist chemist artist composer official spokesman
    character`),
  ],
  [
    'organisation',
    wordList(`company companies organization organisation team agency university school college party band
    corporation firm airline group network newspaper magazine church club league bank union government studio`),
  ],
  ['percentage', wordList('percentage percent proportion share')],
  ['count', wordList('number population total amount size rank score toll tally count')],
  ['money', wordList('price cost salary budget fee worth revenue income value gdp fine')],
  [
    'measure',
    wordList('height length depth width weight distance temperature speed altitude elevation area diameter'),
  ],
  ['duration', wordList('duration lifespan')],
  ['age', wordList('age')],
  ['colour', wordList('color colour colors colours')],
  ['reason', wordList('reason reasons cause causes purpose')],
];
const TYPE_OF_NOUN: ReadonlyMap<string, AnswerType> = new Map(
  FOCUS_NOUNS.flatMap(([type, nouns]) => nouns.map((noun): [string, AnswerType] => [noun, type])),
);

/** The type that a noun tells, in the singular or the plural. */
function typeOfNoun(noun: string): AnswerType | undefined {
  return TYPE_OF_NOUN.get(noun) ?? TYPE_OF_NOUN.get(noun.replace(/s$/, ''));
}

/** Whether a noun tells what is asked for: `country`, `clubs`, `people`. */
export function isTypedNoun(noun: string): boolean {
  return typeOfNoun(noun) !== undefined;
}

/** Whether a word says what kind of thing is asked for, so that an answer need not repeat it: `year`, `clubs`. */
export function namesType(form: string, type: AnswerType): boolean {
  const named = typeOfNoun(form);
  return named === type || (named === 'year' && type === 'date') || (named === 'date' && type === 'year');
}

/** Word behind "how" that tells the type. */
const TYPES_OF_DEGREES: readonly (readonly [string, AnswerType])[] = [
  ['many', 'count'],
  ['much', 'count'],
  ['long', 'duration'],
  ['old', 'age'],
  ['often', 'duration'],
  ['soon', 'duration'],
  ...wordList('far tall high big large deep wide heavy fast hot cold thick close small').map(
    (word): [string, AnswerType] => [word, 'measure'],
  ),
];
const TYPE_OF_DEGREE: ReadonlyMap<string, AnswerType> = new Map(TYPES_OF_DEGREES);
const MONEY = new Set(
  wordList('cost costs pay paid spend spent price worth money earn charge sell sold dollars fund owe'),
);
/** The words behind "how" that ask for a number. */
export const DEGREES: readonly string[] = TYPES_OF_DEGREES.map(([word]) => word);

/** Verbs that, first in a sentence, make it a question; "can" and "will" also begin requests and promises. */
export const QUESTION_VERBS: ReadonlySet<string> = new Set(
  wordList('is are was were do does did has have had'),
);
/** Verbs that stand before the subject of a question: `did Austin`. */
export const AUXILIARIES: ReadonlySet<string> = new Set([
  ...QUESTION_VERBS,
  ...wordList('can could will would should may might must am'),
]);
const LINKS = new Set(wordList('is are was were s'));
const SKIPPED = new Set(
  wordList('the a an of following first last main other name names kind type types sort kinds called'),
);

/** How many words behind the question word the telling noun is looked for. */
const FOCUS_REACH = 6;

/** The noun that is asked for: the last of the first run of words that are neither verbs nor prepositions. */
function focusBehind(words: readonly string[], from: number): number {
  for (let at = from; at < Math.min(words.length, from + FOCUS_REACH); at++) {
    if (isTypedNoun(words[at] ?? '')) return at;
    if (at > from && (AUXILIARIES.has(words[at] ?? '') || words[at] === 'of')) break;
  }
  for (let at = from; at < Math.min(words.length, from + 3); at++) {
    const word = words[at] ?? '';
    if (!SKIPPED.has(word) && !AUXILIARIES.has(word)) return at;
  }
  return -1;
}

function readHow(words: readonly string[], at: number): ExpectedAnswer {
  const next = words[at + 1] ?? '';
  const type = TYPE_OF_DEGREE.get(next);
  if (type === undefined) return { type: 'manner', focus: -1 };
  if (next === 'much' && words.some((word) => MONEY.has(word))) return { type: 'money', focus: -1 };
  const hasNoun = next === 'many' || next === 'much';
  const noun = words[at + 2] ?? '';
  if (noun === 'percent') return { type: 'percentage', focus: at + 2 };
  return { type, focus: hasNoun && !AUXILIARIES.has(noun) && noun !== '' ? at + 2 : -1 };
}

function readWhat(words: readonly string[], at: number): ExpectedAnswer {
  const next = words[at + 1] ?? '';
  if (LINKS.has(next)) {
    const isBrief = words.length - at <= 5 && at === 0;
    const focus = focusBehind(words, at + 2);
    const type = typeOfNoun(words[focus] ?? '');
    // "What is the capital of" asks for a place; "what is a capital" asks what one is.
    if (type !== undefined && words.slice(focus).includes('of')) return { type, focus };
    if (type !== undefined && words.includes('the')) return { type, focus };
    return { type: isBrief ? 'definition' : 'thing', focus: -1 };
  }
  if (AUXILIARIES.has(next)) return { type: 'thing', focus: -1 };
  const focus = focusBehind(words, at + 1);
  if (words[focus + 1] === 'of' && words[focus + 2] === 'time') return { type: 'duration', focus };
  return { type: typeOfNoun(words[focus] ?? '') ?? 'thing', focus };
}

/**
 * Behind a noun, these tell that it is asked for: "number of dead", "reason for the delay", "country with most
 * mines".
 */
const BEHIND_ASKED_NOUN = new Set(wordList('of for with behind when where that'));

/** A question without a question word: "share of civilians among the dead", "need the number of deaths". */
function readNotes(words: readonly string[]): ExpectedAnswer {
  if (AUXILIARIES.has(words[0] ?? '')) return { type: 'yesNo', focus: -1 };
  const focus = words.findIndex(
    (word, at) => TYPE_OF_NOUN.has(word) && BEHIND_ASKED_NOUN.has(words[at + 1] ?? ''),
  );
  const type = focus <= FOCUS_REACH ? TYPE_OF_NOUN.get(words[focus] ?? '') : undefined;
  return type === undefined ? { type: 'topic', focus: -1 } : { type, focus };
}

/** The words that ask. */
export const WH_WORDS: ReadonlySet<string> = new Set(
  wordList('how what whats which who whos whom whose when where wheres why'),
);
const QUESTION_WORDS = new Set([...WH_WORDS, 'name']);
/** Behind these, "when" and "where" ask within another question: "do you know when Finland left". */
const LEADS_TO_QUESTION = new Set(
  wordList(
    'know knows known tell say says said told ask me us out see exactly and or since until till from to',
  ),
);

/**
 * Whether "when" or "where" tells of circumstances and asks for nothing: "a mine goes off when somebody steps on it".
 */
function isSubordinate(words: readonly string[], at: number): boolean {
  if (words[at] !== 'when' && words[at] !== 'where') return false;
  const [before, next] = [words[at - 1], words[at + 1]];
  return (
    before !== undefined && next !== undefined && !LEADS_TO_QUESTION.has(before) && !AUXILIARIES.has(next)
  );
}

/** Reads what a question asks for from its folded words, grammar words included. */
export function readAnswerType(words: readonly string[]): ExpectedAnswer {
  const at = words.findIndex((word, i) => QUESTION_WORDS.has(word) && !isSubordinate(words, i));
  switch (words[at]) {
    case 'how':
      return readHow(words, at);
    case 'what':
    case 'which':
    case 'whats':
      return readWhat(words, at);
    case 'name':
      return at === 0 ? readWhat(['name', ...words], 0) : { type: 'thing', focus: -1 };
    case 'who':
    case 'whos':
    case 'whom':
    case 'whose':
      return { type: 'person', focus: -1 };
    case 'when':
      return { type: 'date', focus: -1 };
    case 'where':
    case 'wheres':
      return { type: 'place', focus: -1 };
    case 'why':
      return { type: 'reason', focus: -1 };
    default:
      return readNotes(words);
  }
}
