import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/slack/reading/read-message.ts';

function question(text: string): string {
  const reading = readMessage(text);
  return reading.kind === 'question' ? reading.question : `(${reading.kind})`;
}

describe('reading a question', () => {
  it.each([
    ['<@U0BOT> how many mines?', 'how many mines?'],
    ['how many <@U0BOT|factdesk> mines?', 'how many mines?'],
    ['R&amp;D &lt;now&gt;?', 'R&D <now>?'],
    ['&amp;lt;', '&lt;'],
    ['what did <#C1|desk-ukraine> say', 'what did desk-ukraine say'],
    ['what did <#C1> say', 'what did say'],
    ['see <https://example.org/a?b=1&amp;c=2|the report>', 'see the report'],
    ['see <https://example.org/a?b=1&amp;c=2>', 'see https://example.org/a?b=1&c=2'],
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
      expect(readMessage(received)).toEqual({ kind: 'empty' });
    },
  );

  it.each(['help', 'HELP', '?', '<@U0BOT> Help'])('takes %j as a wish for help', (received) => {
    expect(readMessage(received)).toEqual({ kind: 'help' });
  });

  it.each([
    'thanks',
    'Thank you!',
    'ok, thanks a lot',
    'great. Thank you so much',
    '<@U0BOT> cheers',
    'Got it',
  ])('takes %j as thanks', (received) => {
    expect(readMessage(received)).toEqual({ kind: 'thanks' });
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
    expect(readMessage(`${'thanks '.repeat(5000)}who`).kind).toBe('question');
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
