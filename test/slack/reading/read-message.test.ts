import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTyped } from '../../../src/slack/reading/message-content.ts';
import { readMessage } from '../../../src/slack/reading/read-message.ts';

const read = (text: string) => readMessage(readTyped(text), 'factdesk');

function question(text: string): string {
  const reading = read(text);
  return reading.kind === 'question' ? reading.questions.join(' + ') : `(${reading.kind})`;
}

describe('reading a question', () => {
  it.each([
    ['<@U0BOT> how many mines?', 'how many mines?'],
    ['how many <@U0BOT|factdesk> mines?', 'how many mines?'],
    ['R&amp;D &lt;now&gt;?', 'R&D <now>?'],
    ['&amp;lt;', '&lt;'],
    ['what did <#C1|desk-ukraine> say', 'what did say'],
    ['what did <#C1> say', 'what did say'],
    ['see <https://example.org/a?b=1&amp;c=2|the report>', 'see the report'],
    ['who signed <https://example.org/a?b=1&amp;c=2>', 'who signed'],
    ['who signed <http://example.org|example.org>', 'who signed'],
    ['who signed <https://example.org/long/way|https://example.org/lo…>', 'who signed'],
    ['who signed https://example.org/a?', 'who signed?'],
    ['who signed www.example.org/a', 'who signed'],
    ['harbour.example.org who signed', 'who signed'],
    ['source:<http://harbour.org|harbour.org> ferries', 'source:harbour.org ferries'],
    ['source:harbour.org ferries', 'source:harbour.org ferries'],
    ['what is the U.S. policy on 3.5 km zones', 'what is the U.S. policy on 3.5 km zones'],
    ['who signed? :pray: :+1::skin-tone-4:', 'who signed?'],
    ['who signed?:thinking_face:', 'who signed?'],
    ['who signed 🙏🏽 👩‍🚒 🇫🇮 it', 'who signed it'],
    ['what sank at 10:30:45', 'what sank at 10:30:45'],
    ['who owns Acme™', 'who owns Acme™'],
    ['write to <mailto:desk@example.org|desk@example.org>', 'write to desk@example.org'],
    ['<!channel> <!here> who signed?', 'who signed?'],
    ['<!subteam^S1|@desk> who signed?', 'who signed?'],
    ['on <!date^1732060800^{date}|20 Nov 2024>', 'on 20 Nov 2024'],
    ['&lt;!channel&gt; who signed?', '<!channel> who signed?'],
    ['*_~`bold`~_*', '*_~`bold`~_*'],
    ["'; DROP TABLE facts; -- (.*)+$", "'; DROP TABLE facts; -- (.*)+$"],
    ['who  signed\twhat', 'who signed what'],
  ])('takes %j as %j', (received, expected) => {
    expect(question(received)).toBe(expected);
  });

  it.each([
    '',
    '   ',
    '<@U0BOT> :eyes:',
    ':+1::skin-tone-2:',
    '🙏🏽',
    '<https://example.org/a>',
    '<@U0BOT>',
    '<@U0BOT> \n ',
    '<!channel>',
    '<#C1>',
  ])('finds no words in %j', (received) => {
    expect(read(received)).toEqual({ kind: 'empty' });
  });

  it.each([
    'help',
    'HELP',
    '?',
    '<@U0BOT> Help',
    'hi there!',
    'Good morning',
    'hello factdesk :wave:',
    'how are you?',
    'what can you do?',
    'lol really?',
    'how do I use this?',
    'ok how do i use this thing',
    'waht can you do',
    'What do you know?',
    'what topics do you have',
    'so how does this work exactly',
    'hmmm',
    'hahahaha no way',
  ])('takes %j as a wish for help', (received) => {
    expect(read(received)).toEqual({ kind: 'help' });
  });

  it.each([
    'thanks',
    'Thank you!',
    'ok, thanks a lot',
    'great. Thank you so much',
    '<@U0BOT> cheers',
    'Got it',
    'thanks :pray:',
    'thanks :)',
    'ty!',
    'thx 🙏',
    'many thanks, factdesk!',
    '@factdesk thanks',
    'ok great',
    'will do',
    'perfect, thats really helpful',
    'have a good weekend',
    'no worries',
    '<@U0BOT> sounds good :+1:',
    'thank you &lt;3',
  ])('takes %j as thanks', (received) => {
    expect(read(received)).toEqual({ kind: 'thanks' });
  });

  it.each([
    'thanks to whom was it signed',
    'what is great',
    'cheers for Austin',
    'ok who signed',
    'thanksgiving',
    'no more ferries?',
    'is that right?',
    'who helps',
    'what can you do about mines',
    'how does a mine work',
    'what do you know about Finland',
    'has the lighthouse a factdesk',
  ])('takes %j as a question', (received) => {
    expect(question(received)).toBe(received);
  });

  it('reads many words of thanks as fast as few', () => {
    const start = performance.now();
    expect(read(`${'thanks '.repeat(5000)}who`).kind).toBe('question');
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('takes a question about help as a question', () => {
    expect(question('who sent help to Izium')).toBe('who sent help to Izium');
  });

  it('never throws, and never leaves markup of Slack in a question', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<',
        '>',
        '|',
        '<@U1>',
        '<#C1|a>',
        '<!channel>',
        '&amp;',
        '&lt;',
        '<https://a|b>',
        '<>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(question(pieces.join(''))).not.toMatch(/<@U1>|<#C1\|a>/);
      }),
    );
  });
});

describe('reading several questions', () => {
  const DEEP = 'How deep is the harbour?';
  const SANK = 'Which ferry sank near Exampleton?';

  it.each([
    [`1. ${DEEP}\n2. ${SANK}`],
    [`1) ${DEEP}\n2) ${SANK}`],
    [`- ${DEEP}\n- ${SANK}`],
    [`• ${DEEP}\n• ${SANK}`],
    [`Two things:\n- ${DEEP}\n- ${SANK}`],
    [`${DEEP} ${SANK}`],
    [`${DEEP}\n\n${SANK}`],
    [`Hi there! ${DEEP} ${SANK} Thanks a lot :pray:`],
    [`factdesk, ${DEEP} ${SANK}`],
    [`1️⃣ ${DEEP} 2️⃣ ${SANK}`],
    [`1) ${DEEP} 2) ${SANK}`],
    [`1. ${DEEP} 2. ${SANK}`],
    [`Two questions: ${DEEP} ${SANK}`],
    [`${DEEP} ${SANK} Need them by 5pm, thanks!`],
    [`${DEEP} ${SANK} cc <@U0GRACE>`],
  ])('finds both in %j', (text) => {
    expect(read(text)).toEqual({ kind: 'question', questions: [DEEP, SANK] });
  });

  it.each([
    [`@factdesk ${SANK}`],
    [`factdesk: ${SANK}`],
    [`Question: ${SANK}`],
    [`Quick question for you, factdesk: ${SANK}`],
    [`${SANK} I'm on deadline`],
    [`${SANK} (for the 5pm bulletin)`],
    [`${SANK} It's urgent!!`],
    [`Hi all, ${SANK} No rush.`],
    [`${SANK} /cc <@U0GRACE>`],
  ])('finds the question beside what asks nothing: %j', (text) => {
    expect(question(text)).toBe(SANK);
  });

  it.each([
    ['Question time: which ferry sank?'],
    ['Which ferry sank on deadline day?'],
    ['Which ferry sank? I mean the one of 2023.'],
    ['Which ferries sank? For Norway only.'],
    ['Which ferry sank at 10: 30?'],
    ['What is the cc of the engine?'],
  ])('leaves alone what may say what is asked: %j', (text) => {
    expect(question(text)).toBe(text);
  });

  it('finds it behind any number of greetings', () => {
    expect(question(`${'hi, '.repeat(10_000)}${SANK}`)).toBe(SANK);
  });

  it('takes the points of a list for questions, with the mark of one or without', () => {
    expect(question('1. depth of the harbour\n2. width of the quay')).toBe(
      'depth of the harbour + width of the quay',
    );
  });

  it.each([
    ['How many died in 2023? And who said it?', 'How many died in 2023? + And who said it?'],
    ['How many died in 2023 and who said it?', 'How many died in 2023? + who said it?'],
    ['how many died in 2023?and is that still true?', 'how many died in 2023? + and is that still true?'],
    ['Who signed the treaty, and when was it opened?', 'Who signed the treaty? + when was it opened?'],
    [
      'Which countries left the treaty and which countries stayed?',
      'Which countries left the treaty? + which countries stayed?',
    ],
    [
      'How many mines were laid? And how many were cleared?',
      'How many mines were laid? + And how many were cleared?',
    ],
    ['how many people work there and where do they live', 'how many people work there? + where do they live'],
    [
      'Who sank it? And who raised it? And when was that?',
      'Who sank it? + And who raised it? + And when was that?',
    ],
  ])('parts what asks twice, each with its own verb: %j', (text, expected) => {
    expect(question(text)).toBe(expected);
  });

  it.each([
    ['Who and when was the treaty signed?'],
    ['When did Finland leave and why?'],
    ['How many Russian soldiers and how many civilians died?'],
    ['What is known about mines and how they are cleared?'],
    ['What is the difference between what Russia said and what Ukraine said?'],
    ['Who asked "why us and who are they" in 2024?'],
  ])('leaves together what has one verb for both, or asks within a clause: %j', (text) => {
    expect(question(text)).toBe(text);
  });

  it.each([
    ['what leans on the one before it', `${DEEP} And since when?`],
    ['what is said beside it', 'The harbour was dredged in May. How deep is it now?'],
    ['what stands in quotation marks', 'who said "why us? why now?" in 2024?'],
    ['a name with a point', 'No. 10 said what?'],
    ['one line of a list', 'How deep is the U.S. harbour? It matters.'],
  ])('leaves %s with the question', (_what, text) => {
    expect(question(text)).toBe(text);
  });
});
