import { editDistance } from '../../edit-distance.ts';
import { COMMON_WORDS, EMBARGOES, NO_SLIPS, NOTICES, ORDERS, PLAIN_WORDS } from './words-that-take-back.ts';

/** How to mend what was meant to take back, and is nothing that does. */
export const MEND_TAKING_BACK =
  'Write "- embargo until: 2026-12-01T06:00:00Z" or "- status: withdrawn" below the quote if that is meant; ' +
  'otherwise take it out';

/** The same for the head and what stands above the first section: a sheet has no states, each fact has its own. */
export const MEND_SHEET =
  'Write "- embargo until: 2026-12-01T06:00:00Z" or "- status: withdrawn" below each fact if that is meant; ' +
  'otherwise take it out';

/** Shorter words have too many others that are a letter away. */
const SHORTEST_MISTYPED = 5;

/** Characters that no head comes near: what is longer is in doubt without being read. */
export const LONGEST_READ = 64 * 1024;

/** How plain words begin, whatever follows. */
const STEM = /^(?:embarg|withdr|withh|retract|unpub|supers|superc|cancel)/;

const FORBIDS =
  /\b(?:do ?not|dont|not for|not to be|no longer) (?:use|run|print|show|share|quote|publi|broadcast|releas|valid)/;

/**
 * Whether a text that is read as nothing may have been meant to take something back, well spelt or not. Meant for what
 * is wrong anyway: it finds more than people mean.
 */
export function mayTakeBack(text: string): boolean {
  if (text.length > LONGEST_READ) return true;
  const folded = fold(text);
  if (FORBIDS.test(folded)) return true;
  return folded.split(/[^a-z]+/).some((word) => {
    if (STEM.test(word) || PLAIN_WORDS.some((one) => isMeant(word, one, 2))) return true;
    return COMMON_WORDS.some((one) => isMeant(word, one, 1));
  });
}

const DAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|tomorrow|midnight|noon)';
/** Nothing, a sign, what is meant, or until when and by whom. A number would be what the word counts: "killed 3". */
const AFTER_NOTICE = new RegExp(
  [
    '^(?:$|[:=]|-+(?: |$)|(?:until|untill|til|till|before|by|on|since|see)\\b',
    '|(?:this|it|yet)(?: (?:fact|figure|line|number|one|quote|sheet|text))?(?:$| (?:until|before|yet)\\b)',
    `|(?:(?:to|for|at|lifts?|ends?|expires?) )?${DAY}\\b|(?:lifts?|ends?|expires?) \\d)`,
  ].join(''),
);

/** How long, without which it is a sentence about an embargo. */
const HOW_LONG = /^(?:until|untill|til|till)\b|^(?:for )?\d/;

/** Fields that were written into other words. */
const FIELDS = [
  /\bembargo(?:ed)? ?[:=] ?(?:\d|yes|true|until)/,
  /\b(?:withdrawn|retracted) ?[:=] ?(?:\d{4}-\d|yes|true|until)/,
  /\bembargo(?:ed)? until ?[:=]/,
  /\bstatus ?[:=] ?(?:with|retr|draft|kill|cancel|embarg|hold|unpub)/,
];

/** Whether a remark, such as a note or a heading, takes something back and does not only speak of it. */
export function isNotice(remark: string): boolean {
  if (holdsField(remark) || isStamped(remark)) return true;
  const clauses = clausesOf(fold(remark));
  const tails = clauses.flatMap((clause) => clause.split(TAIL).slice(1));
  return (
    clauses.some((clause) => NOTICES.some((notice) => begins(clause, notice, AFTER_NOTICE))) ||
    tails.some((tail) => EMBARGOES.some((embargo) => begins(tail, embargo, HOW_LONG))) ||
    tails.some((tail) => ORDERS.some((order) => begins(tail, order, AFTER_NOTICE)))
  );
}

/** Words in capitals, up to a sign or a word that has small letters. */
const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?:[ -]\p{Lu}{2,})*(?![\p{L}\p{N}])/gu;

/** Whether words in capitals are a notice and nothing else, as if stamped on: "The lock EMBARGOED". */
export function isStamped(text: string): boolean {
  return (text.match(CAPITALS) ?? []).some(isNoticeAlone);
}

/** Whether somebody's words begin with such a stamp. Further on it may be what a sign says. */
export function beginsStamped(words: string): boolean {
  const [first] = words.match(CAPITALS) ?? [];
  return first !== undefined && words.replace(/^[^\p{L}]+/u, '').startsWith(first) && isNoticeAlone(first);
}

function isNoticeAlone(run: string): boolean {
  return clausesOf(fold(run)).some((clause) =>
    NOTICES.some((notice) => begins(clause, notice, /^(?:$|until\b)/)),
  );
}

/** Whether somebody's words, or a name, hold what can only be a field that went astray. */
export function holdsField(words: string): boolean {
  const folded = fold(words);
  if (FIELDS.some((field) => field.test(folded))) return true;
  return clausesOf(folded).some((clause) => EMBARGOES.some((embargo) => begins(clause, embargo, HOW_LONG)));
}

const BREAK = /(?:[.!?;()[\]{}|–—\n*_~#<>•"“”]|\p{Extended_Pictographic})+| -+ |-{2,}|%{2,}/u;
/** What ends a remark as an afterthought: "read by Bo, embargoed until Monday". */
const TAIL = /: |, (?=[^,]*$)/;
/** What a notice may be led in by: "please do not use", "this figure is retracted", "must not be used". */
const LEADS =
  /^(?:(?:please|pls|kindly|strictly|nb|this|sheet|fact|figure|quote|is|was|has|been|must|may|should|still|now) )+/;

function clausesOf(folded: string): readonly string[] {
  return folded
    .split(BREAK)
    .map((clause) => clause.replace(/(?<=[a-z])-(?=[a-z])/g, ' '))
    .map((clause) =>
      clause
        .replace(/^[^a-z]+/, '')
        .replace(LEADS, '')
        .trimEnd(),
    )
    .filter((clause) => clause !== '');
}

/** Whether a clause begins with some words, each mistyped in one letter at most, and goes on as it must. */
function begins(clause: string, words: readonly string[], goesOn: RegExp): boolean {
  const typed = clause.split(' ', words.length);
  const last = /^[a-z]*/.exec(typed.at(-1) ?? '')?.[0] ?? '';
  const asTyped = [...typed.slice(0, -1), last];
  if (!words.every((word, at) => isMeant(asTyped[at] ?? '', word, 1))) return false;
  return goesOn.test(clause.slice(asTyped.join(' ').length).trimStart());
}

function isMeant(typed: string, word: string, mostSlips: number): boolean {
  const slips = word.length < SHORTEST_MISTYPED || NO_SLIPS.has(typed) ? 0 : mostSlips;
  return editDistance(typed, word, slips) <= slips;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII, control characters too.
const PLAIN = /^[\x00-\x7f]*$/;

/** Small letters without accents, invisible signs and apostrophes; words in camel case parted, blanks made one. */
function fold(text: string): string {
  // Most texts hold plain letters only, for which the classes of Unicode are slow.
  if (PLAIN.test(text)) return foldPlain(text);
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’]+/gu, '')
    .toLowerCase()
    .replace(/[^\S\n]+/g, ' ');
}

function foldPlain(text: string): string {
  const parted = text.replace(/([a-z])([A-Z])/g, '$1 $2');
  return parted
    .replace(/'+/g, '')
    .toLowerCase()
    .replace(/[^\S\n]+/g, ' ');
}
