import { editDistance } from '../edit-distance.ts';
import { contentWords, figuresIn, MONTH_FORMS, readFigures, STOP_WORDS, timesIn } from '../search/index.ts';

/** From this likeness on, one text may be another reading of the other: of corrected ones few words are others. */
const ONE_FACT_FROM = 0.5;
/** Below it two texts have hardly a word in common; how such bounds part texts stands in the tests. */
const OTHER_FACT_BELOW = 0.25;
/** Of so few words nothing can be told: "1901" may well be corrected to "1902". */
const FEWEST_WORDS = 2;
/** In more than this share of their names two texts agree that speak of one thing. */
const SAME_NAMES_ABOVE = 0.5;
/** A letter makes no other name of one that is as long as this. */
const LONG_NAME = 4;

/** The share of words that two texts have in common (0 to 1), as Sørensen and Dice count it; grammar aside. */
export function likeness(one: string, other: string): number {
  return share(contentWords(one), contentWords(other));
}

/**
 * Whether one text can be a correction of the other. The facts of a sheet and the sentences of an article are often
 * put alike: of two in which both who is spoken of and the figure differ, each says something of its own.
 */
export function areOneReading(one: string, other: string): boolean {
  return likeness(one, other) >= ONE_FACT_FROM && (haveSameFigure(one, other) || speakOfOneThing(one, other));
}

/** Whether two texts have so little in common that they are two facts. */
export function areTwoFacts(one: string, other: string): boolean {
  const [ones, others] = [contentWords(one), contentWords(other)];
  return Math.min(ones.size, others.size) >= FEWEST_WORDS && share(ones, others) < OTHER_FACT_BELOW;
}

function share(ones: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const all = ones.size + others.size;
  return all === 0 ? 0 : (2 * [...ones].filter((word) => others.has(word)).length) / all;
}

function haveSameFigure(one: string, other: string): boolean {
  const others = figuresIn(other);
  return [...figuresIn(one)].some((figure) => others.has(figure));
}

/** Whether the names agree and, where both give figures, what is counted and when. */
function speakOfOneThing(one: string, other: string): boolean {
  if (!haveSameNames(one, other)) return false;
  if (figuresIn(one).size === 0 || figuresIn(other).size === 0) return true;
  return agree(nounsIn(one), nounsIn(other)) && agree(new Set(timesIn(one)), new Set(timesIn(other)));
}

function haveSameNames(one: string, other: string): boolean {
  const [ones, others] = [namesIn(one), namesIn(other)];
  if (ones.length === 0 || others.length === 0) return true;
  const common = heldIn(ones, other) + heldIn(others, one);
  return common / (ones.length + others.length) > SAME_NAMES_ABOVE;
}

/** How many names stand in a text, a slip of the pen aside. */
function heldIn(names: readonly string[], text: string): number {
  const words = wordsOf(text).map((word) => word.toLowerCase());
  const isOneOf = (name: string) =>
    words.some((word) => word === name || (name.length >= LONG_NAME && editDistance(word, name, 1) <= 1));
  return names.filter(isOneOf).length;
}

/** Words with a capital letter, in small letters; dates and words of grammar are none. */
function namesIn(text: string): readonly string[] {
  const names = wordsOf(text).filter((word) => /^\p{Lu}/u.test(word));
  return [...new Set(names.map((name) => name.toLowerCase()))].filter(
    (name) => !MONTH_FORMS.has(name) && (name.length === 1 || !STOP_WORDS.has(name)),
  );
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

const nounsIn = (text: string) =>
  new Set(readFigures(text).flatMap(({ noun }) => (noun === '' ? [] : [noun])));

/** Whether they have something in common, or one of them says nothing. */
function agree(ones: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return ones.size === 0 || others.size === 0 || [...ones].some((each) => others.has(each));
}
