import { wordList } from '../text/word-list.ts';
import { AUXILIARIES, isTypedNoun } from './answer-type.ts';
import { sayingWords } from './saying-words.ts';

/** What a question says of wanting a list. */
export interface ListRequest {
  /** Whether all that answer are asked for, and not one: "which countries left", "who has said", "name the". */
  readonly asksForList: boolean;
  /** Whether those who spoke are asked for: "who has said anything about". Whoever a quote is by is one. */
  readonly asksForSpeakers: boolean;
  /** Positions of the words that only ask for it, and that no answer need hold: `list`, `all`, `name`. */
  readonly askingWords: ReadonlySet<number>;
}

/** Behind "who has", these speak of one: "who has the most mines". */
const OF_ONE = new Set(wordList('the a an most more any no one'));
/** Words that may stand between the question word and its noun: "which two of the other countries". */
const BEFORE_NOUN = new Set(
  wordList(`of the all his her its their our these those other more new big small main major many few different several
    some local key two three four five six seven eight nine ten`),
);
const ADJECTIVE = /(?:an|ish|ese|al|ic|ive|ous|ern|ful|less|ed|ing)$/;
const IRREGULAR_PLURALS = new Set(wordList('people men women children persons police media'));
/** Words with the ending of a plural that are none. */
const NO_PLURAL = /(?:ss|us|is|'s)$/;
const SINGULAR_IN_S = new Set(
  wordList('news series politics economics mathematics physics always perhaps does has was'),
);
/** Words that stand behind a noun and not behind a verb: "what kinds of grain". */
const BEHIND_NOUN = new Set(wordList('of that which who with without'));
/** Words that end the noun with all that belongs to it. */
const NOUN_ENDS = new Set([...BEHIND_NOUN, ...wordList('in from on by for to at under and')]);

function isPlural(word: string): boolean {
  if (IRREGULAR_PLURALS.has(word)) return true;
  return word.length > 3 && word.endsWith('s') && !NO_PLURAL.test(word) && !SINGULAR_IN_S.has(word);
}

/** Plurals that are verbs as often: "what causes storms", "what costs more". */
const VERBS_IN_S = new Set(wordList('causes costs scores ranks fines counts prices heads leads'));

/** Whether it is the plural of a noun that tells what is asked for: `countries`, `companies`. */
function isTypedPlural(word: string): boolean {
  if (!isPlural(word) || VERBS_IN_S.has(word)) return false;
  return isTypedNoun(word);
}

const isTypedSingular = (word: string) => isTypedNoun(word) && !isPlural(word);

/** Most words between the question word and its noun: "which other big European countries". */
const NOUN_WITHIN = 5;

/**
 * Whether the noun behind "which" or "what" is a plural. A verb in -s looks like one: "what causes storms", "which bird
 * migrates south".
 */
function hasPluralNoun(words: readonly string[], from: number): boolean {
  const end = Math.min(words.length, from + NOUN_WITHIN);
  for (let at = from; at < end && !AUXILIARIES.has(words[at] ?? ''); at++) {
    const [word = '', next = ''] = words.slice(at, at + 2);
    if (BEFORE_NOUN.has(word)) continue;
    if (isPlural(word)) {
      if (AUXILIARIES.has(next) || BEHIND_NOUN.has(next)) return true;
      return (words[from - 1] === 'which' || isTypedPlural(word)) && !isTypedSingular(next);
    }
    if (!isTypedPlural(next) && (isTypedSingular(word) || !ADJECTIVE.test(word))) return false;
  }
  return false;
}

/** Whether a plural follows "what are the", "who are": "what are land mines" asks what one is. */
function namesPlural(words: readonly string[], from: number): boolean {
  const isDefinition = words[from - 2] === 'what' && !BEFORE_NOUN.has(words[from] ?? '');
  if (isDefinition) return false;
  const end = words.findIndex((word, at) => at >= from && (NOUN_ENDS.has(word) || AUXILIARIES.has(word)));
  const noun = words.slice(from, end < 0 ? undefined : end);
  return noun.slice(0, NOUN_WITHIN).some((word) => isPlural(word));
}

/** Whether a question that begins with a question word at a place asks for all that answer. */
function asksForAll(words: readonly string[], at: number): boolean {
  const [first, second = '', third = ''] = words.slice(at);
  switch (first) {
    case 'which':
      return hasPluralNoun(words, at + 1);
    case 'what':
      return second === 'are' || second === 'were'
        ? namesPlural(words, at + 2)
        : hasPluralNoun(words, at + 1);
    case 'who':
      if (second === 'all' || second === 'else') return true;
      if (second === 'are' || second === 'were') return namesPlural(words, at + 2);
      return (second === 'has' || second === 'have') && third !== '' && !OF_ONE.has(third);
    default:
      return false;
  }
}

/** How a request for a list begins: "list the", "give me a list of all", "name every". */
const REQUESTS: readonly (readonly string[])[] = [
  ['list'],
  ['name'],
  ['every'],
  ['all'],
  ['give', 'me'],
  ['show', 'me'],
];
const OF_REQUEST = new Set(wordList('me us a the full complete list all every of each some'));

/** Length in words of the request that the words begin with: 3 of "list all the countries"; 0 where they do not. */
function requestLength(words: readonly string[]): number {
  const opening = REQUESTS.find((request) => request.every((word, at) => words[at] === word));
  if (!opening) return 0;
  let length = opening.length;
  while (OF_REQUEST.has(words[length] ?? '')) length++;
  const request = words.slice(0, length);
  const isList = request.includes('list') || request.includes('all') || request.includes('every');
  const isNaming = words[0] === 'name' && words[1] !== 'of';
  const noun = words.slice(length, length + NOUN_WITHIN);
  return isList || (isNaming && noun.some(isPlural)) ? length : 0;
}

/** Reads from the folded words of a question, grammar words included, whether it asks for a list. */
export function readListRequest(words: readonly string[]): ListRequest {
  const requested = requestLength(words);
  if (requested > 0) {
    const askingWords = new Set([...words.keys()].slice(0, requested));
    return { asksForList: true, asksForSpeakers: false, askingWords };
  }
  const at = words.findIndex((word) => word === 'which' || word === 'what' || word === 'who');
  const saying = sayingWords(words);
  const asksForList = saying.length > 0 || (at >= 0 && !words.includes('how') && asksForAll(words, at));
  const isAll = words[at] === 'who' && (words[at + 1] === 'all' || words[at + 1] === 'else');
  const asksForSpeakers = saying.length > 0;
  return {
    asksForList,
    asksForSpeakers,
    askingWords: new Set(isAll && asksForList ? [at + 1, ...saying] : saying),
  };
}
