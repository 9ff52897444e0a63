import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openFactDesk, type Quote } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { judgeAnswers, type Verdict } from './judge-answers.ts';

// Written by someone who saw the facts and not the `asked as` lines. Nothing is fitted on these questions and no rule is
// made for one of them, else they say nothing any more about questions that nobody foresaw.
const fresh = z.strictObject({
  question: z.string().min(1),
  style: z.enum(['plain', 'typos', 'paraphrase', 'keywords', 'near-miss', 'off-topic']),
  /** Every fact that answers; empty when nothing on file does. */
  expect: z.array(z.string()),
});

const questions = readFileSync('test/scenarios/fresh-facts.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => fresh.parse(JSON.parse(line)));
const ofStyle = (style: string) => questions.filter((question) => question.style === style);

let known: ReadonlySet<string>;
let verdict: Verdict;

beforeAll(async () => {
  const corpus = await loadCorpus({ sheets: 'facts', archive: [] });
  known = new Set(corpus.facts.map(({ id }) => id));
  const now = new Date('2026-11-22T12:00:00Z');
  const desk = await openFactDesk({ corpus, now: () => now });
  const judged = questions.map(({ question, expect: ids }) => ({
    question,
    isAnswerable: ids.length > 0,
    answers: ({ factId }: Quote) => ids.includes(factId),
  }));
  verdict = await judgeAnswers(desk.ask, judged);
});

describe('questions on the facts by someone who did not see the lines of the desk', () => {
  it('name facts that are on file, one half in all styles and one half without an answer', () => {
    expect(questions.flatMap((question) => question.expect).filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(300);
    expect(verdict).toMatchObject({ answerable: 150, unanswerable: 150 });
    expect(ofStyle('near-miss')).toHaveLength(75);
    expect(ofStyle('off-topic')).toHaveLength(75);
  });

  // Floors and ceilings are what was reached, so that nothing falls behind it unnoticed.
  it('are answered surely and rightly in a share of at least …', () => {
    expect(verdict.sureAndRight).toBeGreaterThanOrEqual(0.6);
  });

  it('have the right fact first, or among those shown, in a share of at least …', () => {
    expect(verdict.shownFirst).toBeGreaterThanOrEqual(0.94);
    expect(verdict.shown).toBeGreaterThanOrEqual(0.97);
  });

  it('are never answered surely by another fact', () => {
    expect(verdict.wrongSure).toEqual([]);
  });

  it('are seldom answered surely when nothing on file answers', () => {
    expect(verdict.falseSure.length, verdict.falseSure.join('\n')).toBeLessThanOrEqual(3);
  });
});
