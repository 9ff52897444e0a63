import { editDistance } from '../../edit-distance.ts';
import { once } from '../../memo.ts';
import { readEnglishWords } from '../spelling/english-words.ts';
import { readDataLines } from '../text/data-files.ts';
import { wordList } from '../text/word-list.ts';
import { spokenForms } from './spoken-forms.ts';

const REPLY_KINDS = ['source', 'link', 'date', 'speaker', 'words', 'currency'] as const;
const KINDS = [...REPLY_KINDS, 'help'] as const;
type Kind = (typeof KINDS)[number];

/**
 * What is asked about a reply, instead of about the news: its source; where that can be checked; the date; whose words
 * they are; the words as they stand; or whether they still hold.
 */
export type ReplyQuestion = (typeof REPLY_KINDS)[number];

/** How questions about a reply are worded, by the lists of `data`. */
interface Wordings {
  /** The form that stands for a word. */
  readonly formOf: ReadonlyMap<string, string>;
  readonly openings: ReadonlySet<string>;
  readonly closings: ReadonlySet<string>;
  readonly asked: ReadonlyMap<string, Kind>;
  /** Every word of the lists, for slips to be mended to. */
  readonly words: ReadonlySet<string>;
}

/** The phrases of each list of the file, by its name. Of `forms`, each is a form and the words it stands for. */
function readLists(): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  let list: string[] = [];
  for (const line of readDataLines('reply-questions.txt')) {
    const name = /^\[(\w+)\]$/.exec(line)?.[1];
    if (name === undefined) list.push(...line.replace(/,$/, '').split(', '));
    else {
      list = [];
      lists.set(name, list);
    }
  }
  return lists;
}

const readWordings = once((): Wordings => {
  const lists = readLists();
  const linesOf = (name: string): readonly string[] => lists.get(name) ?? [];
  const formOf = new Map(
    linesOf('forms').flatMap((line) => {
      const [form = '', ...others] = wordList(line.replace(':', ''));
      return others.map((other): [string, string] => [other, form]);
    }),
  );
  const inForms = (phrase: string) =>
    wordList(phrase)
      .map((word) => formOf.get(word) ?? word)
      .join(' ');
  const phrasesOf = (name: string) => linesOf(name).map(inForms);
  const asked = KINDS.flatMap((kind) => phrasesOf(kind).map((phrase): [string, Kind] => [phrase, kind]));
  const [openings, closings] = [new Set(phrasesOf('opening')), new Set(phrasesOf('closing'))];
  const phrases = [...openings, ...closings, ...asked.map(([phrase]) => phrase)];
  const words = new Set([...formOf.keys(), ...phrases.flatMap((phrase) => wordList(phrase))]);
  return { formOf, openings, closings, asked: new Map(asked), words };
});

/** Longer messages ask about more than the reply. */
const [MOST_CHARACTERS, MOST_WORDS] = [200, 16];
/** No phrase that opens or closes a message has more words. */
const LONGEST_PHRASE = 4;

/** What a message asks about the reply before it, slips mended; null when it asks about anything else. */
export function readReplyQuestion(message: string): ReplyQuestion | null {
  const kind = readKind(message);
  return kind === 'help' ? null : kind;
}

/** Whether a message asks what the bot does or how it is used: "what can you do?", "how do I use this". */
export function asksForHelp(message: string): boolean {
  return readKind(message) === 'help';
}

function readKind(message: string): Kind | null {
  if (message.length > MOST_CHARACTERS) return null;
  const { formOf, openings, closings, asked } = readWordings();
  const typed = spokenForms(message).flatMap((form) => CONTRACTED.get(form) ?? mend(form));
  const forms = withoutThings(typed.map((form) => formOf.get(form) ?? form));
  if (forms.length > MOST_WORDS) return null;
  const ends = stopsOf(forms.toReversed(), (phrase) => closings.has(phrase.toReversed().join(' ')));
  for (const from of stopsOf(forms, (phrase) => openings.has(phrase.join(' '))))
    for (const left of ends) {
      const kind = asked.get(forms.slice(from, forms.length - left).join(' '));
      if (kind !== undefined) return kind;
    }
  return null;
}

/** How many words can be left out at the beginning, phrase by phrase; none first. */
function stopsOf(
  forms: readonly string[],
  isLeftOut: (phrase: readonly string[]) => boolean,
): readonly number[] {
  const stops = new Set([0]);
  for (const stop of stops)
    for (let length = 1; length <= LONGEST_PHRASE && stop + length <= forms.length; length++)
      if (isLeftOut(forms.slice(stop, stop + length))) stops.add(stop + length);
  return [...stops];
}

const CONTRACTED: ReadonlyMap<string, readonly string[]> = new Map([
  ['whats', ['what', 'is']],
  ['wheres', ['where', 'is']],
  ['whos', ['who', 'is']],
  ['whens', ['when', 'is']],
  ['thats', ['that', 'is']],
]);
const THINGS: ReadonlySet<string> = new Set(['figure', 'quote', 'words', 'report', 'thing', 'bot', 'app']);
const RANKS: ReadonlySet<string> = new Set(['last', 'previous', 'first']);

/** `that figure`, `your last reply` and the like are `it`. */
function withoutThings(forms: readonly string[]): readonly string[] {
  const left: string[] = [];
  for (const form of forms) {
    const rank = RANKS.has(left.at(-1) ?? '') ? 1 : 0;
    const pointer = left.at(-1 - rank);
    const isPointed =
      pointer === 'it' || (left.length > 1 + rank && (pointer === 'the' || pointer === 'your'));
    if (THINGS.has(form) && isPointed) left.splice(-1 - rank, 1 + rank, 'it');
    else left.push(form);
  }
  return left;
}

/** Of shorter words every lost or added letter makes another word; two neighbours may still be swapped. */
const SHORTEST_WITH_SLIP = 5;

/** The word of the lists that a word was meant for, when it is no common word itself. */
function mend(form: string): string {
  const { words } = readWordings();
  if (form.length < 3 || words.has(form) || readEnglishWords().isCommon(form)) return form;
  const near = [...words].filter((word) => editDistance(form, word, 1) === 1);
  const swapped = near.find((word) => sorted(word) === sorted(form));
  return swapped ?? near.find((word) => word.length >= SHORTEST_WITH_SLIP) ?? form;
}

const sorted = (word: string) => [...word].sort().join('');
