import { describe, expect, it } from 'vitest';
import { readListRequest } from '../../../src/search/query/list-question.ts';

const wordsOf = (question: string) => question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const asksForList = (question: string) => readListRequest(wordsOf(question)).asksForList;

describe('a question for a list', () => {
  it.each([
    'Which countries left the treaty?',
    'which countries have not joined',
    'Which two of the other clubs were relegated?',
    'Which big European companies pay no tax?',
    'which clubs left the league',
    'What storms have hit Halden?',
    'What countries left the treaty?',
    'What types of grain are sown?',
    'What are the duties of a mayor?',
    'What were the reasons for the delay?',
    'What are his plans for the bypass?',
    'Who has said anything about the bypass?',
    'Who have been convicted in the bridge case?',
    'who all left the party',
    'Who said something about the bypass?',
    'What are the reactions to the bypass?',
    'opinions on the bypass',
    'Who else was convicted?',
    'Who are the critics of the bypass?',
    'Who were the witnesses?',
    'Name the ministers who resigned',
    'Name three towns on the Orr',
    'List the countries that left',
    'list storms of 2024',
    'Give me a list of the relegated clubs',
    'show me all quotes on the bypass',
    'every quote on the bypass',
    'all verdicts in the bridge case',
    'I need to know which ministers resigned',
  ])('is one: %s', (question) => expect(asksForList(question)).toBe(true));

  it.each([
    'Which country left the treaty?',
    'Which bird migrates south?',
    'Which sports team won the cup?',
    'What causes storms?',
    'What happens in Halden?',
    'What does the mayor want?',
    'What are land mines?',
    'What is the name of the mayor?',
    'What was the toll of the storms?',
    'Who has the most goals?',
    'Who has a licence?',
    'Who was convicted in the bridge case?',
    'Who is the mayor?',
    'Who said that the bypass is a mistake?',
    'Who said so?',
    'How many countries left the treaty?',
    'How many of those who have left are back?',
    'When did the clubs meet?',
    'Name of the mayor of Halden',
    'Did the countries leave?',
    'Is there a list of clubs?',
    'the bypass',
    '',
  ])('is none: %s', (question) => expect(asksForList(question)).toBe(false));

  it('has words that only ask, which no answer need hold', () => {
    const searched = (question: string) => {
      const words = wordsOf(question);
      const { askingWords } = readListRequest(words);
      return words.filter((_, at) => !askingWords.has(at)).join(' ');
    };
    expect(searched('Give me a list of the relegated clubs')).toBe('relegated clubs');
    expect(searched('List the critics of the bypass')).toBe('critics of the bypass');
    expect(searched('who all left the party')).toBe('who left the party');
    expect(searched('Who has said anything about the bypass?')).toBe('who about the bypass');
    expect(searched('reactions to the bypass')).toBe('to the bypass');
    expect(searched('Name the ministers')).toBe('ministers');
    expect(searched('Which clubs have a list of all players?')).toBe(
      'which clubs have a list of all players',
    );
  });
});
