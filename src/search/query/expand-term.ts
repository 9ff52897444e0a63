import { stem } from '../text/stem.ts';
import { type Alternative, isWrittenAsName, type RelatedTerm, type TypedWord } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How surely a related word means what was asked. Chosen on questions that no figure is reported for. */
export const CERTAINTY = {
  /** MN, Minnesota. */
  code: 0.7,
  /** invade, invasion; found, founder. */
  family: 0.5,
  /** kill, death. */
  synonym: 0.3,
} as const;

/** Endings of nouns and verbs of one family that the stemmer keeps apart: [of one, of the other]. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['d', 's'], // invad(e), invas(ion)
  ['t', 'ss'], // permit, permiss(ion)
  ['ceiv', 'cept'],
  ['scrib', 'script'],
  ['duc', 'duct'],
  ['solv', 'solut'],
  ['sum', 'sumpt'],
  ['ver', 'vers'],
  ['pel', 'puls'],
  ['fi', 'fic'],
  ['', 'ist'],
  ['i', 'ist'],
  ['', 'ic'],
  ['', 'er'],
  ['', 'or'],
  ['e', 'er'],
  ['', 'al'],
  ['', 'ment'],
  ['', 'ion'],
  ['', 'at'],
  ['', 'i'],
];
const SHORTEST_ROOT = 3;

/** What has to be known of words to find their relations. */
type Relations = Pick<Vocabulary, 'language' | 'termOfStem' | 'holdsPart'>;

/** Both ways: what ends a stem, and what ends another of its family. */
const CHANGES = ENDINGS.flatMap(([one, other]) => [
  { ending: one, becomes: other },
  { ending: other, becomes: one },
]);

/** Stems of the same family that the corpus holds. */
function familyOf(root: string, vocabulary: Relations): readonly string[] {
  const family: string[] = [];
  for (const { ending, becomes } of CHANGES) {
    const to = root.length - ending.length;
    if (to < SHORTEST_ROOT || !root.endsWith(ending)) continue;
    if (vocabulary.holdsPart(root, { from: 0, to, ending: becomes }))
      family.push(root.slice(0, to) + becomes);
  }
  return family;
}

/** Terms of the corpus that mean much the same as the word, the surest first. */
export function expandTerm(typed: TypedWord, vocabulary: Relations): readonly Alternative[] {
  const { form } = typed;
  const byTerm = new Map<number, number>();
  const propose = (stems: Iterable<string>, certainty: number) => {
    for (const candidate of stems) {
      const term = vocabulary.termOfStem(candidate);
      if (term >= 0 && certainty > (byTerm.get(term) ?? 0)) byTerm.set(term, certainty);
    }
  };
  const root = stem(form);
  const state = vocabulary.language.stateCodes.get(form);
  if (state !== undefined) propose([stem(state)], CERTAINTY.code);
  // A name is no verb with nouns of its family, and is nobody's synonym.
  if (isWrittenAsName(typed)) return order(byTerm);
  if (/^[a-z]+$/.test(root)) propose(familyOf(root, vocabulary), CERTAINTY.family);
  propose(vocabulary.language.synonyms.get(root) ?? [], CERTAINTY.synonym);
  return order(byTerm);
}

function order(byTerm: ReadonlyMap<number, number>): readonly Alternative[] {
  return [...byTerm]
    .map(([term, certainty]) => ({ term, certainty }))
    .sort((a, b) => b.certainty - a.certainty);
}

/**
 * Terms of the corpus that stand in the same texts as a word, the most similar first. A name is related to nothing.
 * @param form the word that was meant, where another was typed
 */
export function relatedTermsOf(
  typed: TypedWord,
  form: string,
  { language, termOfStem }: Pick<Vocabulary, 'language' | 'termOfStem'>,
): readonly RelatedTerm[] {
  if (isWrittenAsName(typed)) return [];
  return language.relatedTerms.of(stem(form)).flatMap(({ root, similarity }) => {
    const term = termOfStem(root);
    return term < 0 ? [] : [{ term, similarity }];
  });
}
