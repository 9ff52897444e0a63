import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../../src/corpus/index.ts';
import { parseSynonyms } from '../../../src/corpus/synonyms/parse-synonyms.ts';

const problemsOf = (text: string) => parseSynonyms(text, 'facts/synonyms.yml').problems.map(formatProblem);

describe('a file of synonyms', () => {
  it('holds names that mean the same, and names that find others one way', () => {
    const text = `
# What we call things
same:
  - [UN, U.N., United Nations]
one way:
  - Kyiv: [Ukraine, Ukrainian]
  - sapper: deminer
`;
    expect(parseSynonyms(text, 'facts/synonyms.yml')).toEqual({
      rules: [
        { asked: ['UN', 'U.N.', 'United Nations'], finds: ['UN', 'U.N.', 'United Nations'], isSame: true },
        { asked: ['Kyiv'], finds: ['Ukraine', 'Ukrainian'], isSame: false },
        { asked: ['sapper'], finds: ['deminer'], isSame: false },
      ],
      problems: [],
    });
  });

  it('is refused, not read, where its lists are nested without end', () => {
    expect(problemsOf(`same: ${'['.repeat(50_000)}`)).toEqual([
      expect.stringContaining('facts/synonyms.yml:1: its lists are nested too deeply.'),
    ]);
  });

  it.each(['', '# nothing yet\n', 'same:\none way:\n'])('may be empty: %j', (text) => {
    expect(parseSynonyms(text, 'facts/synonyms.yml')).toEqual({ rules: [], problems: [] });
  });

  it.each([
    [
      'same:\n  - [UN, United Nations\n',
      'facts/synonyms.yml:3: the file cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ]. Write "same:" or "one way:" and below it lines such as "- [UN, United Nations]".',
    ],
    [
      '- [UN, United Nations]\n',
      'facts/synonyms.yml:1: the file is not two lists of names. Write "same:" or "one way:" and below it lines such as "- [UN, United Nations]".',
    ],
    [
      'equal:\n  - [UN, United Nations]\n',
      'facts/synonyms.yml:1: "equal" is not a list of synonyms. Write "same:" or "one way:" and below it lines such as "- [UN, United Nations]".',
    ],
    [
      'same: UN\n',
      'facts/synonyms.yml:1: "same" holds no list. Write two names or more: - [UN, United Nations].',
    ],
    [
      'same:\n  - [UN, United Nations]\n  - [NATO]\n',
      'facts/synonyms.yml:3: a line of "same" does not hold two names. Write two names or more: - [UN, United Nations].',
    ],
    [
      'same:\n  - [NATO, 1949]\n',
      'facts/synonyms.yml:2: a name here cannot be read. Write a name or a word of letters or digits, with quotation marks when YAML reads it otherwise.',
    ],
    [
      'same:\n  - [UN, "???"]\n',
      'facts/synonyms.yml:2: a name here cannot be read. Write a name or a word of letters or digits, with quotation marks when YAML reads it otherwise.',
    ],
    [
      'same:\n  - [UN, the place in New York where all states of the world meet]\n',
      'facts/synonyms.yml:2: "the place in New York where all states of the world meet" has more than 8 words. Write the name alone.',
    ],
    [
      'same:\n  - [UN, United Nations]\n  - [un, UNO]\n',
      'facts/synonyms.yml:3: "un" stands twice. Join the two groups, or take one out.',
    ],
    [
      'one way:\n  - [Kyiv, Ukraine]\n',
      'facts/synonyms.yml:2: a line of "one way" does not say what is asked and what it finds. Write what is asked, and what else it finds: - Kyiv: [Ukraine, Ukrainian].',
    ],
    [
      'one way:\n  - Kyiv:\n',
      'facts/synonyms.yml:2: a name here cannot be read. Write a name or a word of letters or digits, with quotation marks when YAML reads it otherwise.',
    ],
    [
      'one way:\n  - flagship: Ferry #2\n',
      'facts/synonyms.yml:2: YAML reads only "Ferry" here: behind " #" it sees a comment. Put the words into quotation marks: "Ferry #2".',
    ],
    [
      'one way:\n  - flagship: the ferry\n      Maren\n',
      'facts/synonyms.yml:2: YAML joins "the ferry" with the lines below it. Write it on one line.',
    ],
  ])('says what is wrong with %j, where, and how to mend it', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('keeps its sound lines when another one is broken, and tells all problems at once', () => {
    const { rules, problems } = parseSynonyms('same:\n  - [NATO]\n  - [UN, UNO]\n  - 7\n', 'synonyms.yml');
    expect(rules.map(({ asked }) => asked)).toEqual([['UN', 'UNO']]);
    expect(problems.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('is not blown up by anchors that repeat each other', () => {
    const bomb = Array.from({ length: 40 }, (_, i) => `  - &a${i} [*a${i - 1}, *a${i - 1}]`).join('\n');
    expect(problemsOf(`same:\n  - &a-1 [UN, United Nations]\n${bomb}\n`).length).toBeGreaterThan(0);
  });
});
