import type { Passage, SynonymRule } from '../corpus/index.ts';
import { knowWords } from './known-words.ts';
import { createNameBook } from './question/name-book.ts';
import { parseQuery } from './question/query.ts';
import { readQuestion } from './question/read-question.ts';
import { RankedHit } from './ranked-hit.ts';
import { acceptFor } from './ranking/accept.ts';
import { createScoreSheets } from './ranking/candidates.ts';
import { createRoom } from './ranking/measure-parts.ts';
import { QuestionTable } from './ranking/question-table.ts';
import { rank } from './ranking/rank.ts';
import type { SearchIndex } from './search-index.ts';
import { buildIndex } from './store/build-index.ts';
import type { IndexData } from './store/index-data.ts';

/** Builds the index of a corpus. Built once, then only asked. */
export function createIndex(passages: Iterable<Passage>, synonyms: readonly SynonymRule[] = []): SearchIndex {
  return openIndex(buildIndex(passages), synonyms);
}

/**
 * Makes an index that was built, or read from a snapshot, ready to be asked. Synonyms are looked up when a question is
 * read, so that other ones need no other index.
 */
export function openIndex(index: IndexData, synonyms: readonly SynonymRule[] = []): SearchIndex {
  const known = knowWords(index, createNameBook(synonyms));
  const workplace = {
    index,
    sheets: createScoreSheets(index),
    table: new QuestionTable(index.lexicon.size),
    room: createRoom(),
    rarityOf: known.rarityOf,
  };
  return {
    size: index.passages.size,
    search(text, limit = 10) {
      const query = parseQuery(text);
      const question = readQuestion(query.text, known);
      const ranked = rank(workplace, question, acceptFor(index, query)).slice(0, limit);
      return {
        hits: ranked.map((one) => new RankedHit(workplace, question, one)),
        assumptions: question.assumptions,
        unreadFilters: query.unread,
      };
    },
  };
}
