import { describe, expect, it } from 'vitest';
import { chooseThreshold } from '../../src/calibration/choose-threshold.ts';
import type { JudgedQuestion } from '../../src/calibration/judged-question.ts';

const judged = (isRight: boolean, confidence: number, mayAnswer = true): JudgedQuestion => ({
  ...{ origin: 'line', question: 'Who opened the pier?', factId: 'pier', isRight, confidence, mayAnswer },
});

const many = (count: number, one: JudgedQuestion) => Array.from({ length: count }, () => one);

describe('the threshold that is chosen', () => {
  it('is the loosest that keeps false sure answers under the target', () => {
    const questions = [
      ...many(95, judged(false, 0.3)),
      ...many(1, judged(false, 0.8)),
      ...many(4, judged(false, 0.7)),
      ...many(50, judged(true, 0.75)),
      ...many(50, judged(true, 0.6)),
    ];
    // One of a hundred is at most 4.66 %, five are 10.2 %.
    expect(chooseThreshold(questions, 0.05)).toMatchObject({
      ...{ sureFrom: 0.71, judged: 100, falselySure: 1, answerable: 100, rightlySure: 50 },
    });
    expect(chooseThreshold(questions, 0.11)).toMatchObject({ sureFrom: 0.5, falselySure: 5 });
  });

  it('is never looser than even chances', () => {
    expect(chooseThreshold(many(100, judged(false, 0.1)), 0.05)?.sureFrom).toBe(0.5);
  });

  it('leaves out what is held back, however likely it seems', () => {
    expect(chooseThreshold(many(100, judged(false, 0.98, false)), 0.05)?.sureFrom).toBe(0.5);
  });

  it('is none where too few questions were judged, or too many of them are surely wrong', () => {
    expect(chooseThreshold(many(58, judged(false, 0.1)), 0.05)).toBeUndefined();
    expect(chooseThreshold(many(500, judged(false, 1)), 0.05)).toBeUndefined();
    expect(chooseThreshold([], 0.05)).toBeUndefined();
  });
});
