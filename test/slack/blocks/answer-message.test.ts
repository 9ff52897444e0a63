import { describe, expect, it } from 'vitest';
import type { Answer, Quote } from '../../../src/answer/index.ts';
import { renderAnswer } from '../../../src/slack/blocks/answer-message.ts';
import { elementsOf, quotedText } from './slack-limits.ts';

const izium: Quote = {
  factId: 'filashkin-mines',
  text: 'Every tenth hectare around Izium is still mined.',
  kind: 'quote',
  attribution: 'Vadym Filashkin, governor of Donetsk region',
  asOf: '2024-11-20',
  published: '2024-11-20',
  source: {
    title: 'Mines & “<harvest>”',
    publisher: 'The Daily Field',
    url: 'https://example.org/mines?a=1&b=2',
    file: 'facts/mines.md',
    line: 12,
  },
  confidence: 0.9,
  highlights: [
    [27, 32],
    [42, 47],
  ],
};
const counted: Quote = {
  ...izium,
  factId: 'un-count',
  text: 'Mines had killed 413 civilians by October 2024.',
  kind: 'statement',
  attribution: 'United Nations report',
  asOf: '2024-10',
  published: null,
  source: { title: 'Casualties', publisher: null, url: null, file: 'facts/count.md', line: 3 },
  highlights: [],
};
const asked = {
  question: 'how mined is Izyum?',
  assumptions: [],
  remarks: [],
  searched: { facts: 71, sources: 7 },
  tookMs: 1,
} as const;

function textOf(answer: Answer, withQuestion = false): string {
  return renderAnswer(answer, { withQuestion })
    .map(({ text }) => text)
    .join('\n---\n');
}

describe('a list', () => {
  const answer: Answer = { ...asked, outcome: 'list', quotes: [izium, counted], more: 0 };

  it('says that it is one, numbers its quotes, and lets any be cited and called not right', () => {
    expect(textOf(answer)).toMatch(
      /^A list: 2 quotes on file, each may tell a part\. What is not on file is missing\.\n1\.\n.*\n—.*\n2\. Desk/,
    );
    const [message] = renderAnswer(answer, { questionId: 'q1', canShare: true });
    expect(JSON.stringify(message?.blocks).match(/"Not right"|"Share here"/g)).toEqual([
      '"Not right"',
      '"Not right"',
      '"Share here"',
    ]);
  });

  it('says how the others are reached where there are more than it shows', () => {
    expect(textOf({ ...answer, more: 3 })).toContain('2 of 5 quotes on file');
    expect(textOf({ ...answer, more: 3 })).toContain('add a filter such as after:2024, to see the others');
  });
});

describe('a sure answer', () => {
  const answer: Answer = { ...asked, outcome: 'answer', quotes: [izium, counted] };

  it('quotes the exact words, then says who, as of when and from where, in one message', () => {
    expect(textOf(answer)).toBe(
      [
        'Every tenth hectare around Izium is still mined.',
        '— Vadym Filashkin, governor of Donetsk region · as of 20 November 2024 · ' +
          '<https://example.org/mines?a=1&amp;b=2|Mines &amp; “&lt;harvest&gt;”>, The Daily Field, 20 November 2024',
        'Also on file. Desk wording:',
        'Mines had killed 413 civilians by October 2024.',
        'According to United Nations report · as of October 2024 · Casualties, publisher, date and link not recorded',
      ].join('\n'),
    );
  });

  it('puts the buttons of each quote under it, so that any of them can be cited and called not right', () => {
    const blocks = renderAnswer(answer, { questionId: 'q1' }).flatMap((message) => message.blocks);
    const rows = blocks.flatMap((block) => (block.type === 'actions' ? [block.elements] : []));
    const labels = rows.map((row) => row.flatMap((one) => (one.type === 'button' ? [one.text.text] : [])));
    expect(labels).toEqual([
      ['Context', 'Copy citation', 'Not right'],
      ['Context', 'Copy citation', 'Not right'],
      ['Ask the desk'],
    ]);
  });

  it('sets the words that matched in bold and leaves the rest plain', () => {
    const [quote] = elementsOf('rich_text_quote', renderAnswer(answer)[0]?.blocks);
    expect(quote?.elements).toEqual([
      { type: 'text', text: 'Every tenth hectare around ' },
      { type: 'text', text: 'Izium', style: { bold: true } },
      { type: 'text', text: ' is still ' },
      { type: 'text', text: 'mined', style: { bold: true } },
      { type: 'text', text: '.' },
    ]);
  });

  it('repeats the question where the asker no longer sees it, as literal text', () => {
    const hostile: Answer = { ...answer, question: '<!channel> *now*\u202E\nhow?' };
    expect(textOf(hostile, true).split('\n')[0]).toBe('You asked: &lt;!channel&gt; *now* how?');
  });

  it('says which word was searched instead of which, what was typed being literal text', () => {
    const assumptions = [
      { typed: 'izyum', searchedFor: 'Izium' },
      { typed: '<!here>*civlians*', searchedFor: 'civilians' },
    ];
    const assumed: Answer = { ...answer, assumptions };
    expect(textOf(assumed).split('\n').slice(0, 2)).toEqual([
      'Searched for Izium instead of “izyum”.',
      'Searched for civilians instead of “&lt;!here&gt;*civlians*”.',
    ]);
    const [, second] = elementsOf('rich_text_section', renderAnswer(assumed)[0]?.blocks);
    expect(second?.elements).toEqual([
      { type: 'text', text: 'Searched for ' },
      { type: 'text', text: 'civilians', style: { bold: true } },
      { type: 'text', text: ' instead of “<!here>*civlians*”.' },
    ]);
  });

  it('never sets a statement of the desk in quotation marks', () => {
    expect(textOf({ ...asked, outcome: 'answer', quotes: [counted] })).not.toMatch(/["“”«»]/);
  });
});

describe('close matches', () => {
  it('are numbered, and the reader is told to judge', () => {
    const text = textOf({ ...asked, outcome: 'choices', quotes: [izium, counted] });
    expect(text).toMatch(/^Close matches, check whether one answers:\n1\.\nEvery tenth/);
    expect(text).toContain('\n2. Desk wording:\nMines had killed 413');
  });

  it('are not called matches where there is one', () => {
    const text = textOf({ ...asked, outcome: 'choices', quotes: [izium] });
    expect(text).toMatch(/^One close match, check whether it answers:\nEvery tenth/);
  });

  it('are not called matches where the others give the figure of another time', () => {
    const before: Quote = { ...counted, standing: 'otherYear' };
    const text = textOf({ ...asked, outcome: 'choices', quotes: [izium, before] });
    expect(text).toMatch(/^One close match, check whether it answers:\n1\.\nEvery tenth/);
    expect(text).toContain('\nOther years. 2. Desk wording:\nMines had');
  });

  it('say with each quote what of it does not fit, as literal text', () => {
    const doubtful: Quote = { ...counted, mismatches: [{ kind: 'year', asked: '2025', stands: '2024' }] };
    const foreign: Quote = { ...izium, mismatches: [{ kind: 'name', asked: '<!here>\nX', stands: null }] };
    const text = textOf({ ...asked, outcome: 'choices', quotes: [doubtful, foreign] });
    expect(text).toContain('\n1. Of 2024; you asked for 2025. Desk wording:\nMines had');
    expect(text).toContain('\n2. Does not name &lt;!here&gt; X.\nEvery tenth');
  });

  it('can each be taken for the answer and be cited', () => {
    const blocks = renderAnswer(
      { ...asked, outcome: 'choices', quotes: [izium] },
      { questionId: 'q1' },
    ).flatMap((message) => message.blocks);
    const rows = blocks.flatMap((block) => (block.type === 'actions' ? [block.elements] : []));
    const labels = rows.map((row) => row.flatMap((one) => (one.type === 'button' ? [one.text.text] : [])));
    expect(labels).toEqual([['This one', 'Copy citation', 'Context'], ['Ask the desk']]);
  });
});

describe('sources that differ', () => {
  it('are shown side by side under that name', () => {
    const text = textOf({ ...asked, outcome: 'choices', sourcesDiffer: true, quotes: [izium, counted] });
    expect(text).toMatch(/^Sources differ\. Newest first, each with its date:\n1\.\nEvery tenth/);
  });
});

describe('nothing on file', () => {
  it('says so, what was searched, and what is nearest', () => {
    const none: Answer = {
      ...asked,
      outcome: 'none',
      quotes: [],
      nearestTopics: ['mine ban treaty', 'demining'],
    };
    expect(textOf(none)).toBe(
      'Nothing on file answers this.\nSearched 71 facts from 7 sources. Nearest topics: mine ban treaty, demining.',
    );
  });
});

describe('a link that is no web address', () => {
  it('is not linked and said to be missing', () => {
    const source = { ...izium.source, url: 'javascript:alert(1)' };
    const text = textOf({ ...asked, outcome: 'answer', quotes: [{ ...izium, source }] });
    expect(text).toContain(
      'Mines &amp; “&lt;harvest&gt;”, The Daily Field, 20 November 2024, link not recorded',
    );
    expect(text).not.toContain('javascript');
  });
});

describe('a quote of 12,000 characters', () => {
  it('runs over several messages, whole', () => {
    const text = 'Mines wait in the ground. '.repeat(462).slice(0, 12_000);
    const messages = renderAnswer({
      ...asked,
      outcome: 'answer',
      quotes: [{ ...izium, text, highlights: [] }, counted],
    });
    expect(quotedText(messages)).toContain(text);
    expect(messages.length).toBe(4);
    expect(messages.at(-1)?.text).toMatch(/1 more on file, too long to show here\.$/);
  });
});
