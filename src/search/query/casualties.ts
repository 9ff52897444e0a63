import { once } from '../text/memo.ts';
import { stem } from '../text/stem.ts';
import type { QueryTerm } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stem));

/** Stems by which either part of the casualties is named. */
export const casualties = once(() => ({
  dead: stemsOf('killed died dead death deaths fatalities fatal perished slain murdered'),
  hurt: stemsOf('wounded injured injuries hurt maimed'),
  both: stemsOf('casualties'),
}));

/**
 * Whether a question asks for the dead alone or for the wounded alone; undefined when it asks for neither, or for
 * both.
 */
export function readCasualties(
  terms: readonly QueryTerm[],
  vocabulary: Vocabulary,
): 'dead' | 'hurt' | undefined {
  // A slip in a word is read as what it was surely meant for.
  const asked = terms.flatMap(({ typed, alternatives: [first] }) => [
    stem(typed),
    ...(first?.certainty === 1 ? [vocabulary.lexicon.wordOf(first.term)] : []),
  ]);
  const stems = casualties();
  const names = (kind: keyof typeof stems) => asked.some((root) => stems[kind].has(root));
  if (names('both') || names('dead') === names('hurt')) return undefined;
  return names('dead') ? 'dead' : 'hurt';
}
