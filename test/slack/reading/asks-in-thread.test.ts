import { describe, expect, it } from 'vitest';
import { asksInThread } from '../../../src/slack/reading/asks-in-thread.ts';

describe('in a thread, without a mention', () => {
  it.each([
    'and the source?',
    'why?',
    'and how many ferries',
    'who measured it',
    'did Exampleton pay',
    'is it true',
    'do you know how deep it is?',
    'can you tell me how deep it is?',
    'Where was it signed, Ottawa?',
    'In Finland, how many?',
    'Also, how many?',
    'what did we write about the ferries?',
    'link',
    'the source please',
    'give me the source',
    'Could you give me the source',
    'can I have the figure for 2023 please',
    'can we get a number for Norway?',
    'do you have a source?',
    'have you got a newer figure?',
    'Could you please check how many ferries sank?',
    'tell me about the ferries.',
    'Tell me how many ferries sank.',
    'more on the ferries',
    'find quotes by Exampleton',
    'did norway sign',
    'have they left',
    'have any countries left',
    'does the treaty ban mines',
    'What did he mean by “your country”?',
    'was it Exampleton?',
  ])('%j is asked of the bot', (words) => {
    expect(asksInThread(words)).toBe(true);
  });

  it.each([
    'can you check that for me?',
    'can you check that for me Renske?',
    'Renske, can you check that?',
    'Renske, when is it due?',
    'Thanks Renske, when is it due?',
    'is that ready Renske?',
    'Where is the picture, Renske?',
    'Emma when is it due?',
    '@renske when is it due?',
    'when do you need the copy?',
    "what's your deadline?",
    'is anyone free at 5?',
    'has anybody seen the picture?',
    'shall we file now?',
    'should I ring them?',
    'guys, who has the picture?',
    'Dear all, who has the picture?',
    'Cheers Renske, what about the picture?',
    'good morning Renske, did the minister ring?',
    'Renske & Ubbo, who does the picture?',
    'Renske and Ubbo: who does the picture?',
    'Renske… when is it due?',
    'Mr. Ubbo, when is it due?',
    'you around?',
    'which of you has it?',
    'see you at five?',
    'how do I file this?',
    "why didn't you ring them?",
    'can you send the picture?',
    'do you have his number?',
  ])('%j is spoken to colleagues', (words) => {
    expect(asksInThread(words)).toBe(false);
  });

  it.each([
    'Has to go to subs by five.',
    'has to go to subs by five',
    'what a mess',
    'when you are done ping me',
    'Do the headline first',
    'have a look at the second par',
    'The ferry piece is due at five.',
    'Who cares.',
    'tell me about it',
    'give me a minute',
    'show me when it is done',
    'Do the source line first',
  ])('%j is no question', (words) => {
    expect(asksInThread(words)).toBe(false);
  });
});
