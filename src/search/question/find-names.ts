import type { OtherName } from './name-book.ts';
import type { Alternative, FoundName, KnownName, KnownWords, TypedWord } from './question.ts';

/** The name as the corpus can hold it; undefined when one of its words stands nowhere. */
function inCorpus({ written, stems, certainty }: OtherName, known: KnownWords): KnownName | undefined {
  const words = stems.flatMap((stem, offset) =>
    stem === undefined ? [] : [{ term: known.termOfStem(stem), offset }],
  );
  return words.some(({ term }) => term < 0) ? undefined : { written, words, certainty };
}

/** Marks the words of a question that are a name for which the corpus may hold another. */
export function markNames(typed: readonly TypedWord[], known: KnownWords): readonly TypedWord[] {
  const forms = typed.map(({ form }) => form);
  const marked = [...typed];
  for (let at = 0; at < typed.length; ) {
    const entry = known.names.longestAt(forms, at);
    const others = entry?.others.flatMap((other) => inCorpus(other, known) ?? []) ?? [];
    if (!entry || (others.length === 0 && !entry.isSame && !entry.isCountry)) {
      at++;
      continue;
    }
    const { isSame, isCountry } = entry;
    const name: FoundName = { others, isOneWord: entry.keys.length === 1, isSame, isCountry };
    for (const end = at + entry.keys.length; at < end; at++) {
      const word = typed[at];
      if (word) marked[at] = { ...word, name };
    }
  }
  return marked;
}

/** By which of its words a name is looked for first: the rarest one that was not typed anyway. */
function headOf({ words }: KnownName, own: number, known: KnownWords): number {
  const terms = words.map(({ term }) => term);
  const others = terms.filter((term) => term !== own);
  return (others.length > 0 ? others : terms).reduce((a, b) => (known.idfOf(b) > known.idfOf(a) ? b : a));
}

/** What the rarest word of a name says at first sight, where nobody looks whether the others stand beside it. */
const HEAD_SHARE = 0.5;

/** What a word of the question stands for as part of a name. Names that are looked for by one word are one alternative. */
export function nameAlternatives({ form, name }: TypedWord, known: KnownWords): readonly Alternative[] {
  if (!name) return [];
  const own = known.termOf(form);
  const alternatives: Alternative[] = [];
  const byHead = new Map<number, KnownName[]>();
  for (const other of name.others) {
    const head = headOf(other, own, known);
    // One word for one word is as good as any synonym; more words must stand together.
    if (name.isOneWord && other.words.length === 1)
      alternatives.push({ term: head, certainty: other.certainty });
    else byHead.set(head, [...(byHead.get(head) ?? []), other]);
  }
  for (const [term, names] of byHead) {
    const certainty = Math.max(...names.map((other) => other.certainty)) * HEAD_SHARE;
    alternatives.push({ term, certainty, names });
  }
  return alternatives;
}
