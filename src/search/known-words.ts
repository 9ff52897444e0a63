import { stem } from './analysis/stem.ts';
import type { KnownWords } from './question/question.ts';
import { rarity } from './ranking/weights.ts';
import { standTogether } from './store/adjacency.ts';
import type { IndexData } from './store/index-data.ts';
import { frequencyOf } from './store/posting-lists.ts';
import { suggestWords } from './vocabulary.ts';

/** How many words of the corpus an unknown word may stand for. */
const MOST_SUGGESTIONS = 3;

/** What the index knows of words, as reading a question asks it. */
export function knowWords(index: IndexData): KnownWords {
  const { text, lines, surroundings, lexicon, deletions, letters } = index;
  const wordOf = (id: number) => lexicon.wordOf(id);
  const holders = (term: number) => frequencyOf(text.postings, term);
  const isUsed = (term: number) =>
    [text, lines, surroundings].some(({ postings }) => frequencyOf(postings, term) > 0);
  const spellings = lexicon.columns;
  const vocabulary = {
    deletions,
    letters,
    spellings,
    wordOf,
    holdersOf: (id: number) => holders(lexicon.termOf(id)),
  };
  const termOfForm = (form: string) => {
    const id = lexicon.idOf(form);
    return id >= 0 && isUsed(lexicon.termOf(id)) ? lexicon.termOf(id) : -1;
  };
  const termOfStem = (root: string) => {
    const id = lexicon.idOf(root);
    return id >= 0 && isUsed(id) ? id : -1;
  };
  const passages = Math.max(1, index.passages.size);
  return {
    lexicon,
    termOf(form) {
      const known = termOfForm(form);
      return known >= 0 ? known : termOfStem(stem(form));
    },
    termOfForm,
    termOfStem,
    standTogether: (first, second) => standTogether(index, first, second),
    suggest: (form) => suggestWords(vocabulary, form, MOST_SUGGESTIONS),
    // A term that stands in titles only is held by no passage, and counts as one held by a single passage.
    rarityOf: (term) => rarity(Math.max(1, holders(term)), passages),
    greatestRarity: rarity(0, passages),
  };
}
