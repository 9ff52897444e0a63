import { readFileSync } from 'node:fs';
import { readEvalSet } from '../src/cli/eval-set.ts';
import { keepLines, type Passage, type SynonymRule } from '../src/corpus/index.ts';
import { createIndex, type SearchResult } from '../src/search/index.ts';
import { RERANKED } from '../src/search/ranking/rank.ts';

/** A question that was asked, and what is known of its answer. */
export interface Asked {
  /** Where the question comes from: questions of one domain are judged by what was fitted on the others. */
  readonly domain: string;
  /** All passages that were reranked, best first. */
  readonly found: SearchResult;
  /** Ids of the passages that answer it; none when nothing does. */
  readonly answers: ReadonlySet<string>;
  /** How often it counts. */
  readonly weight: number;
}

/** Asks the questions of a BEIR folder, as they stand and with slips. */
export async function* askSet(folder: string): AsyncGenerator<Asked> {
  for (const typos of [false, true]) {
    const { name, passages, questions } = await readEvalSet(folder, typos);
    const index = createIndex(passages);
    for (const { text, answers } of questions)
      yield { domain: name, found: index.search(text, { limit: RERANKED.most }), answers, weight: 1 };
  }
}

interface TuningQuestion {
  readonly question: string;
  readonly style: string;
  readonly expect: readonly string[];
}

/** Questions of reporters are few, and nearer to daily work than lines held out. */
const WORTH_OF_TUNING = 4;
/** Many, and harder than daily work: the words of a fact, and one thing more that nothing on file tells. */
const WORTH_OF_ASPECTS = 3;

/** Asks the questions of `tools/tuning-questions.jsonl`. */
export function* askTuning(passages: readonly Passage[], synonyms: readonly SynonymRule[]): Generator<Asked> {
  const index = createIndex(passages, synonyms);
  for (const line of readFileSync('tools/tuning-questions.jsonl', 'utf8').trim().split('\n')) {
    const { question, style, expect } = JSON.parse(line) as TuningQuestion;
    yield {
      domain: 'tuning',
      found: index.search(question, { limit: RERANKED.most }),
      answers: new Set(expect),
      weight: style === 'aspect' ? WORTH_OF_ASPECTS : WORTH_OF_TUNING,
    };
  }
}

/** A line of `tools/asked-lines.jsonl`. */
export interface AskedLine {
  readonly fact: string;
  /** Facts are in one half or the other; word vectors were tuned on the lines of the one alone. */
  readonly half: 'training' | 'development';
  readonly line: string;
}

/** How many lines desks write for a fact. */
const LINE_COUNTS = [0, 1, 3];

/**
 * Asks questions of `tools/asked-lines.jsonl` that word vectors were not tuned on, every `nth`, where facts have as many
 * lines as desks write.
 */
export function* askLines(
  passages: readonly Passage[],
  synonyms: readonly SynonymRule[],
  nth: number,
): Generator<Asked> {
  const lines = readFileSync('tools/asked-lines.jsonl', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AskedLine)
    .filter(({ half }, at) => half === 'development' && at % nth === 0);
  for (const count of LINE_COUNTS) {
    const left = keepLines(passages, (nth) => nth < count);
    const index = createIndex(left, synonyms);
    for (const { fact, line } of lines) {
      const found = index.search(line, { limit: RERANKED.most });
      yield { domain: 'lines', found, answers: new Set([fact]), weight: 1 };
    }
  }
}

/** One question of so many of a set is asked of the desk's facts. */
const NTH_FOREIGN = 10;

/** Asks questions of BEIR folders of the desk's facts, which answer none of them. */
export async function* askForeign(
  passages: readonly Passage[],
  synonyms: readonly SynonymRule[],
  folders: readonly string[],
): AsyncGenerator<Asked> {
  const index = createIndex(passages, synonyms);
  for (const folder of folders) {
    const { questions } = await readEvalSet(folder, false);
    for (const { text } of questions.filter((_, nth) => nth % NTH_FOREIGN === 0)) {
      const found = index.search(text, { limit: RERANKED.most });
      yield { domain: 'foreign', found, answers: new Set(), weight: 1 };
    }
  }
}
