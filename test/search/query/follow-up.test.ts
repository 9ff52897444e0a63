import { describe, expect, it } from 'vitest';
import { askAnew, joinQuestions, opensAsQuestion, readFollowUp } from '../../../src/search/index.ts';

describe('a question that follows another', () => {
  it.each([
    ['How many died in 2024?', 'and in 2023?', 'How many died? and in 2023?'],
    ['How many died in May 2024', 'last year?', 'How many died last year?'],
    [
      'What happened last month in Kyiv?',
      'and since June 2020?',
      'What happened in Kyiv? and since June 2020?',
    ],
    ['How many died in 2024?', 'and wounded?', 'How many died in 2024? and wounded?'],
  ])('%j and %j are together %j', (before, behind, together) => {
    expect(joinQuestions(before, behind)).toBe(together);
  });

  it.each([
    ['and how many wounded?', true],
    ['what about Russia?', true],
    ['source?', true],
    ['quote?', true],
    ["why don't they?", true],
    ["what's that?", true],
    ['and in Nov 2024?', true],
    ['', true],
    ['who signed the Ottawa treaty', false],
    ['land mines Ukraine', false],
  ])('%j leans on the one before it: %s', (question, leans) => {
    expect(readFollowUp(question).leans).toBe(leans);
  });

  it.each([
    ['source?', false],
    ["when's that?", false],
    ['any details?', false],
    ['and the wounded?', true],
  ])('%j names anything to be found: %s', (question, names) => {
    expect(readFollowUp(question).namesAnything).toBe(names);
  });

  it.each([
    ['why?', 'reason'],
    ['how come?', 'reason'],
    ['and where?', 'place'],
    ['how tall?', 'measure'],
    ['and how many?', 'count'],
  ])('%j asks for a %s', (question, type) => {
    expect(readFollowUp(question).asksFor).toBe(type);
  });

  it.each([
    ['When did Finland leave?', 'why?', 'why did Finland leave?'],
    ['How tall is the tower?', 'how come?', 'why is the tower?'],
  ])('%j and %j ask anew %j', (before, behind, anew) => {
    expect(askAnew(before, behind)).toBe(anew);
  });
});

describe('words without a question mark', () => {
  it.each([
    ['and how many were hurt', true],
    ["what's the source", true],
    ['sources', true],
    ['did they sign', true],
    ['will do', false],
    ['thanks, that helps', false],
    ['I know who did it', false],
  ])('%j begin as a question: %s', (words, isQuestion) => {
    expect(opensAsQuestion(words)).toBe(isQuestion);
  });
});
