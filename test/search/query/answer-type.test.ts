import { describe, expect, it } from 'vitest';
import { readAnswerType } from '../../../src/search/query/answer-type.ts';
import { tokenise } from '../../../src/search/text/tokenise.ts';

function typeOf(question: string) {
  const words: string[] = [];
  tokenise(question, (form) => words.push(form));
  const { type, focus } = readAnswerType(words);
  return [type, words[focus]];
}

describe('what a question asks for', () => {
  it.each([
    ['How many civilians were killed?', 'count', 'civilians'],
    ['How much did the clearance cost?', 'money', undefined],
    ['In what year did Canada sign?', 'year', 'year'],
    ['When did the embassy close?', 'date', undefined],
    ['Who announced the decision?', 'person', undefined],
    ['which country is the most mined', 'place', 'country'],
    ['What organization counted the casualties?', 'organisation', 'organization'],
    ['Why did Austin change his mind?', 'reason', undefined],
    ['What percentage of the land is mined?', 'percentage', 'percentage'],
    ['How long is a minefield?', 'duration', undefined],
    ['How old is the treaty?', 'age', undefined],
    ['At what age did Austin retire?', 'age', 'age'],
    ['What is a booby trap?', 'definition', undefined],
    ['Has Ukraine signed the treaty?', 'yesNo', undefined],
    ['mines ukraine', 'topic', undefined],
    ['share of civilians among the dead', 'percentage', 'share'],
    ['need the number of deaths', 'count', 'number'],
    ['reason given for the delay', 'topic', undefined],
    ['reasons for the delay', 'reason', 'reasons'],
    ['country with most mines', 'place', 'country'],
    ['the number is wrong', 'topic', undefined],
    ['is the number of deaths known', 'yesNo', undefined],
    ['For what length of time are mines active?', 'duration', 'length'],
    ['Do mines go off when somebody opens a door?', 'yesNo', undefined],
    ['bomb goes off when door opens', 'topic', undefined],
    ['do you know when Finland left', 'date', undefined],
    ['After the vote, when did Finland leave?', 'date', undefined],
    ['finland treaty withdrawal when', 'date', undefined],
  ])('%s: %s', (question, type, focus) => {
    expect(typeOf(question)).toEqual([type, focus]);
  });
});
