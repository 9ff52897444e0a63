import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openFactDesk, type Quote } from '../../src/answer/index.ts';
import { importArticles, loadCorpus, readVisiblePassages } from '../../src/corpus/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { judgeAnswers, type Verdict } from './judge-answers.ts';

const ARTICLES = 'test/fixtures/fresh-articles';

// Articles and questions were invented for this test. Nothing is fitted on them and no rule is made for one of them,
// else they say nothing any more about an archive that nobody foresaw.
const fresh = z.strictObject({
  question: z.string().min(1),
  /**
   * Whether an article answers, or what makes it a near miss: an `aspect` of somebody in the news that is not told; no
   * answer of the `type` asked for beside the words of the question; another `numeral`, ordinal, code or double name;
   * another `year`; a `twist` of who did it, of yes and no, or of planned and done; a `name` that no article holds.
   */
  kind: z.enum(['answered', 'aspect', 'type', 'numeral', 'year', 'twist', 'name']),
  /** Every sentence that answers. */
  answers: z.array(z.string()),
});

const questions = readFileSync('test/scenarios/fresh-articles.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => fresh.parse(JSON.parse(line)));

let imported: number;
let sentences: ReadonlySet<string>;
let verdict: Verdict;

beforeAll(async () => {
  const now = () => new Date('2026-11-22T12:00:00Z');
  const folder = await createFolder({});
  const archive = join(folder, 'archive');
  const report = await importArticles({ sources: [ARTICLES], out: archive, stdin: process.stdin, now });
  imported = report.written;
  const corpus = await loadCorpus({ sheets: join(folder, 'facts'), archive: [archive] });
  sentences = new Set((await readVisiblePassages(corpus, now())).passages.map(({ text }) => text));
  const desk = await openFactDesk({ corpus, now });
  const judged = questions.map(({ question, kind, answers }) => ({
    question,
    isAnswerable: kind === 'answered',
    answers: ({ text }: Quote) => answers.includes(text),
  }));
  verdict = await judgeAnswers(desk.ask, judged);
});

describe('questions on news that came in by import', () => {
  it('are answered by sentences of twenty articles, or by none of them', () => {
    expect(imported).toBe(20);
    expect(questions.flatMap(({ answers }) => answers).filter((text) => !sentences.has(text))).toEqual([]);
    expect(questions.filter(({ kind, answers }) => (kind === 'answered') !== answers.length > 0)).toEqual([]);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(200);
    expect(verdict).toMatchObject({ answerable: 100, unanswerable: 100 });
  });

  // Floors and ceilings are what was reached, so that nothing falls behind it unnoticed.
  it('are answered surely and rightly in a share of at least …', () => {
    expect(verdict.sureAndRight).toBeGreaterThanOrEqual(0.57);
  });

  it('have a right sentence first, or among those shown, in a share of at least …', () => {
    expect(verdict.shownFirst).toBeGreaterThanOrEqual(0.82);
    expect(verdict.shown).toBeGreaterThanOrEqual(0.92);
  });

  it('are seldom answered surely by another sentence', () => {
    expect(verdict.wrongSure.length, verdict.wrongSure.join('\n')).toBeLessThanOrEqual(5);
  });

  it('are answered surely no oftener than so when no article answers', () => {
    expect(verdict.falseSure.length, verdict.falseSure.join('\n')).toBeLessThanOrEqual(22);
  });
});
