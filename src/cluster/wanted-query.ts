import { FIRST_SCORE, type Filter, STOP_WORDS, type WantedPassages } from '../search/index.ts';
import { asTerm, GAP } from './cluster-terms.ts';

/** A part of a query as OpenSearch takes it. */
export type Clause = Readonly<Record<string, unknown>>;

/** That passages may be shown at a moment: asked with every question, since embargoes end and articles expire. */
export function visibleAt(now: Date): readonly Clause[] {
  const at = now.toISOString();
  const hidden = [{ range: { embargoedUntil: { gt: at } } }, { range: { expires: { lte: at } } }];
  return [{ term: { state: 'usable' } }, { bool: { must_not: hidden } }];
}

/**
 * The query for the passages that a question wants most. A clause is worth what the first score gives its stem: the
 * rarity that a cluster multiplies with by itself is divided out. Filters by name are left to the search that follows,
 * which knows them in other spellings too.
 */
export function queryFor(wanted: WantedPassages, now: Date): Clause {
  const { stems, phrases, mustHoldPhrases, filters, topics } = wanted;
  const scored = (field: string, share: number) =>
    stems.map(({ stem, worth, rarity }) => ({
      term: { [field]: { value: asTerm(stem), boost: (share * worth) / rarity } },
    }));
  return {
    bool: {
      filter: [
        ...visibleAt(now),
        ...(topics ? [{ terms: { topics } }] : []),
        ...filters.flatMap(narrowing),
        ...(mustHoldPhrases ? phrases.map(sideBySide) : []),
        // Surroundings alone are no match.
        ...(stems.length > 0 ? [{ terms: { terms: stems.map(({ stem }) => asTerm(stem)) } }] : []),
      ],
      should: [...scored('terms', 1), ...scored('surroundings', FIRST_SCORE.surroundings)],
    },
  };
}

/** The queries for a passage each that writes words side by side which then are read otherwise. */
export function witnessQueries(
  { pairs, phrases, mustHoldPhrases }: WantedPassages,
  now: Date,
): readonly Clause[] {
  const sought = [...pairs, ...(mustHoldPhrases ? [] : phrases)];
  return sought.map((stems) => ({ bool: { filter: [...visibleAt(now), sideBySide(stems)] } }));
}

/** Words of grammar are held against the text itself later. */
function sideBySide(stems: readonly string[]): Clause {
  return {
    match_phrase: { terms: stems.map((stem) => (STOP_WORDS.has(stem) ? GAP : asTerm(stem))).join(' ') },
  };
}

/** What a filter lets through, and perhaps a little more. Partial dates sort as text. */
function narrowing({ name, value }: Filter): readonly Clause[] {
  switch (name) {
    case 'before':
      return [{ range: { asOf: { lt: value } } }];
    case 'after':
      return [{ range: { asOf: { gt: value } } }];
    case 'kind':
      return [{ term: { kind: value } }];
    default:
      return [];
  }
}
