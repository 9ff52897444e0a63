import { once } from '../../memo.ts';
import { readDataLines } from '../text/data-files.ts';
import { opensAsQuestion } from './follow-up.ts';
import { spokenForms } from './spoken-forms.ts';

/** What words that ask nothing are: they open a talk or want help, or they thank and close it. */
export type SmallTalk = 'opening' | 'closing';

/** What each kind of the list is; of several kinds in one message the first counts. A filler alone is nothing. */
const KINDS = [
  ['closing', 'closing'],
  ['opening', 'opening'],
  ['assent', 'closing'],
  ['reaction', 'opening'],
  ['urgency', 'opening'],
  ['filler', null],
] as const;
type Kind = (typeof KINDS)[number][0];

const LONGEST_PHRASE = 4;
/** A time of day, which goes with small talk as a filler does: "need it by 5pm". */
const TIME_OF_DAY = /^\d{1,2}(?:am|pm|h)?$|^[ap]m$/;

/** The kind of each phrase, by the list of `data`. */
const phrases = once(function readPhrases(): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  let kind: Kind | undefined;
  for (const line of readDataLines('small-talk.txt')) {
    const name = /^\[(\w+)\]$/.exec(line)?.[1];
    if (name !== undefined) kind = KINDS.find(([known]) => known === name)?.[0];
    else if (kind === undefined) throw new Error(`data/small-talk.txt: no kind is known for "${line}".`);
    else for (const phrase of line.replace(/,$/, '').split(',')) kinds.set(phrase.trim(), kind);
  }
  return kinds;
});

/**
 * What the words are when they ask nothing; null when they may ask something.
 *
 * @param name of whoever is spoken to, which asks nothing either: "thanks, factdesk!"
 */
export function readSmallTalk(words: string, name = ''): SmallTalk | null {
  const forms = spokenForms(words);
  const called = spokenForms(name).join(' ');
  const found = new Set<Kind>();
  for (let at = 0; at < forms.length; ) {
    const { length, kind } = longestAt(forms, at, called);
    // What opens as a question is one, unless it is a phrase that asks nothing.
    if (length === 0 || (at === 0 && length === 1 && opensAsQuestion(words))) return null;
    if (kind !== undefined) found.add(kind);
    at += length;
  }
  return KINDS.find(([kind]) => found.has(kind))?.[1] ?? null;
}

/** How many words at a place are a phrase of the list, or the name, and of which kind. */
function longestAt(forms: readonly string[], at: number, called: string) {
  for (let length = Math.min(LONGEST_PHRASE, forms.length - at); length > 0; length -= 1) {
    const phrase = forms.slice(at, at + length).join(' ');
    const kind = phrases().get(phrase);
    if (kind !== undefined || phrase === called) return { length, kind };
  }
  if (TIME_OF_DAY.test(forms[at] ?? '')) return { length: 1, kind: undefined };
  return { length: 0, kind: undefined };
}
