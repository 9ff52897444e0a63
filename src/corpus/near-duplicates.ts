import type { Passage } from './passage.ts';

/**
 * Two passages of which at least this share of all words is common say the same: five versions of a wire story differ
 * in a word or two of twenty. Lower values begin to join what two people said of one thing.
 */
const SAME_SHARE = 0.8;

/**
 * Of things that quote nearly the same words, keeps one: the desk's own fact before any article, else the newest
 * article. It takes the place of the first of them; the order of the others stays. Passages with different numbers are
 * never the same, nor are two facts of the desk.
 */
export function dropNearDuplicates<Thing>(
  things: readonly Thing[],
  passageOf: (thing: Thing) => Passage,
): readonly Thing[] {
  const kept: { thing: Thing; words: ReadonlySet<string> }[] = [];
  for (const thing of things) {
    const words = wordsOf(passageOf(thing).text);
    const twin = kept.find(
      (other) => mayBeTwins(passageOf(other.thing), passageOf(thing)) && saySame(other.words, words),
    );
    if (!twin) kept.push({ thing, words });
    else if (counts(passageOf(thing), passageOf(twin.thing))) twin.thing = thing;
  }
  return kept.map(({ thing }) => thing);
}

/** The desk writes two facts where it means two: "9 were killed" is not "9 were wounded". */
function mayBeTwins(a: Passage, b: Passage): boolean {
  return isArticle(a) || isArticle(b);
}

function isArticle(passage: Passage): boolean {
  return passage.place.item !== undefined;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{M}]+|\p{N}+(?:[.,:]\p{N}+)*/gu) ?? []);
}

function saySame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = [...a].filter((word) => b.has(word));
  const apart = [...a, ...b].filter((word) => !(a.has(word) && b.has(word)));
  if (apart.some((word) => /\p{N}/u.test(word))) return false;
  return common.length >= SAME_SHARE * (common.length + apart.length);
}

/** Whether `later` is to be shown instead of `earlier`, which stood before it. */
function counts(later: Passage, earlier: Passage): boolean {
  if (isArticle(later) !== isArticle(earlier)) return !isArticle(later);
  return isArticle(later) && later.asOf > earlier.asOf;
}
