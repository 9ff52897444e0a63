import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import Database from 'libsql';
import MiniSearch from 'minisearch';
import type { Passage } from '../src/corpus/index.ts';
import { createIndex } from '../src/search/index.ts';
import { STOP_WORDS } from '../src/search/text/stop-words.ts';

/** Ranks the best ten passages and gives the id of the first. */
export type Find = (question: string) => string | undefined | Promise<string | undefined>;

/** A way to search, set up as its makers advise. */
export interface Engine {
  readonly name: string;
  /** Passages beyond this number are not tried: a question would take seconds, or building minutes. */
  readonly most: number;
  build(passages: () => Iterable<Passage>): Find | Promise<Find>;
}

const withoutStopWords = (question: string) =>
  question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !STOP_WORDS.has(word));

const records = (passages: Iterable<Passage>) => Array.from(passages, ({ id, text }) => ({ id, text }));

const factdesk: Engine = {
  name: 'factdesk',
  most: Number.POSITIVE_INFINITY,
  build(passages) {
    const index = createIndex(passages());
    return (question) => index.search(question).hits[0]?.passage.id;
  },
};

function fuse(name: string, options: object, most: number): Engine {
  return {
    name,
    most,
    build(passages) {
      const engine = new Fuse(records(passages()), { keys: ['text'], ...options });
      return (question) => engine.search(question, { limit: 10 })[0]?.item.id;
    },
  };
}

function miniSearch(name: string, prepare: (question: string) => string, most: number): Engine {
  return {
    name,
    most,
    build(passages) {
      const engine = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] });
      engine.addAll(records(passages()));
      return (question) => engine.search(prepare(question), { fuzzy: 0.2, prefix: true })[0]?.id;
    },
  };
}

const flexSearch: Engine = {
  name: 'FlexSearch, stop words dropped',
  most: 1_000_000,
  build(passages) {
    const engine = new Document({
      document: { id: 'id', index: ['text'] },
      tokenize: 'strict',
      context: false,
    });
    for (const record of records(passages())) engine.add(record);
    return (question) => {
      const found = engine.search(withoutStopWords(question).join(' '), { limit: 10, suggest: true });
      return found[0]?.result.map(String)[0];
    };
  },
};

const orama: Engine = {
  name: 'Orama, tolerance 1, stop words dropped',
  most: 100_000,
  async build(passages) {
    const engine = create({ schema: { id: 'string', text: 'string' } });
    await insertMultiple(engine, records(passages()), 1000);
    return async (question) => {
      const term = withoutStopWords(question).join(' ');
      const { hits } = await searchOrama(engine, {
        term,
        properties: ['text'],
        tolerance: 1,
        threshold: 1,
        limit: 10,
      });
      return hits[0]?.document.id;
    };
  },
};

const sqlite: Engine = {
  name: 'SQLite FTS5, stop words dropped',
  most: 1_000_000,
  build(passages) {
    const database = new Database(':memory:');
    database.exec("CREATE VIRTUAL TABLE facts USING fts5(id UNINDEXED, text, tokenize='porter unicode61')");
    const insert = database.prepare('INSERT INTO facts (id, text) VALUES (?, ?)');
    database.exec('BEGIN');
    for (const { id, text } of passages()) insert.run([id, text]);
    database.exec('COMMIT');
    const select = database.prepare('SELECT id FROM facts WHERE facts MATCH ? ORDER BY rank LIMIT 10');
    return (question) => {
      const words = withoutStopWords(question).map((word) => `"${word}"`);
      if (words.length === 0) return undefined;
      const [first] = select.all([words.join(' OR ')]);
      return first === undefined ? undefined : String(Object(first).id);
    };
  },
};

/** Ours first, then its peers. */
export const ENGINES: readonly Engine[] = [
  factdesk,
  fuse('Fuse.js defaults', {}, 10_000),
  fuse('Fuse.js token search', { useTokenSearch: true, ignoreLocation: true, threshold: 0.2 }, 10_000),
  miniSearch('MiniSearch fuzzy .2 and prefix', (question) => question, 100_000),
  miniSearch(
    'MiniSearch fuzzy .2 and prefix, stop words dropped',
    (question) => withoutStopWords(question).join(' '),
    1_000_000,
  ),
  flexSearch,
  orama,
  sqlite,
];
