import type { OtherName } from './name-book.ts';
import type { Alternative, AlternativeName, FoundName, QueryTerm, TypedWord } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The name as the corpus can hold it; undefined when one of its words stands nowhere. */
function inCorpus(
  { written, stems, certainty }: OtherName,
  vocabulary: Vocabulary,
): AlternativeName | undefined {
  const words = stems.flatMap((stem, offset) =>
    stem === undefined ? [] : [{ term: vocabulary.termOfStem(stem), offset }],
  );
  return words.some(({ term }) => term < 0) ? undefined : { written, words, certainty };
}

/** Marks the words of a question that are a name for which the corpus may hold another. */
export function markNames(typed: readonly TypedWord[], vocabulary: Vocabulary): readonly TypedWord[] {
  const forms = typed.map(({ form }) => form);
  const marked = [...typed];
  for (let at = 0; at < typed.length; ) {
    const entry = vocabulary.names.longestAt(forms, at);
    const others = entry?.others.flatMap((other) => inCorpus(other, vocabulary) ?? []) ?? [];
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
function headOf({ words }: AlternativeName, own: number, vocabulary: Vocabulary): number {
  const terms = words.map(({ term }) => term);
  const others = terms.filter((term) => term !== own);
  return (others.length > 0 ? others : terms).reduce((a, b) =>
    vocabulary.idfOf(b) > vocabulary.idfOf(a) ? b : a,
  );
}

/** What the rarest word of a name says at first sight, where nobody looks whether the others stand beside it. */
const HEAD_SHARE = 0.5;

/**
 * What a word of the question stands for as part of a name. Names that are looked for by one word are one
 * alternative.
 */
export function nameAlternatives({ form, name }: TypedWord, vocabulary: Vocabulary): readonly Alternative[] {
  if (!name) return [];
  const own = vocabulary.termOf(form);
  const alternatives: Alternative[] = [];
  const byHead = new Map<number, AlternativeName[]>();
  for (const other of name.others) {
    const head = headOf(other, own, vocabulary);
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

/** What the rarest word of the other names that mean the same weighs. */
function weightOfOthers({ others }: FoundName, vocabulary: Vocabulary): number {
  const words = others.filter(({ certainty }) => certainty === 1).map(({ words: of }) => of);
  return Math.max(0, ...words.map((of) => Math.max(...of.map(({ term }) => vocabulary.idfOf(term)))));
}

/**
 * Lets a name weigh as much as its rarest word in any of its forms, however many words were typed for it: `UN` and
 * `United Nations` ask the same. Only for names of which the desk says so.
 */
export function weighNames(terms: readonly QueryTerm[], vocabulary: Vocabulary): readonly QueryTerm[] {
  const shares = new Map<FoundName, number>();
  for (const { name } of terms) {
    if (!name?.isSame || shares.has(name)) continue;
    const typed = terms.filter((term) => term.name === name).map(({ weight }) => weight);
    const whole = Math.max(...typed, weightOfOthers(name, vocabulary));
    shares.set(name, whole / typed.reduce((sum, weight) => sum + weight, 0));
  }
  if (shares.size === 0) return terms;
  return terms.map((term) => ({
    ...term,
    weight: term.weight * ((term.name && shares.get(term.name)) ?? 1),
  }));
}

const haveSameName = (one: QueryTerm, other: QueryTerm) =>
  one.name === other.name ||
  one.alternatives.some(({ term }) => other.alternatives.some((alternative) => alternative.term === term));

/** The countries that a question names, each once, in its order. */
export function countriesIn(terms: readonly QueryTerm[]): readonly FoundName[] {
  const countries = terms.filter(({ name }) => name?.isCountry);
  return countries
    .filter((country, i) => !countries.slice(0, i).some((earlier) => haveSameName(earlier, country)))
    .flatMap(({ name }) => name ?? []);
}
