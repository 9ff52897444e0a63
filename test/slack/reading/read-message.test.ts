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

  it.each(['', '   ', '<@U0BOT>', '<@U0BOT> \n ', '<!channel>', '<#C1>'])(
    'finds no words in %j',
    (received) => {
      expect(read(received)).toEqual({ kind: 'empty' });
    },
  );

  it.each(['help', 'HELP', '?', '<@U0BOT> Help'])('takes %j as a wish for help', (received) => {
    expect(read(received)).toEqual({ kind: 'help' });
  });

  it.each([
    'thanks',
    'Thank you!',
    'ok, thanks a lot',
    'great. Thank you so much',
    '<@U0BOT> cheers',
    'Got it',
  ])('takes %j as thanks', (received) => {
    expect(read(received)).toEqual({ kind: 'thanks' });
  });

  it.each([
    'thanks to whom was it signed',
    'what is great',
    'cheers for Austin',
    'ok who signed',
    'thanksgiving',
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
