import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/slack/reading/message-content.ts';
import { readMessage } from '../../../src/slack/reading/read-message.ts';

const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style && { style }) });
const section = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });
const rich = (...elements: readonly object[]) => ({ blocks: [{ type: 'rich_text', elements }] });

describe('the words of a message in rich text', () => {
  it.each([
    [
      'a line',
      section(text('How deep is '), text('the harbour?', { bold: true })),
      'How deep is the harbour?',
    ],
    ['inline code', section(text('What is '), text('LOA', { code: true }), text('?')), 'What is LOA?'],
    [
      'a link with a label',
      section(text('Read '), { type: 'link', url: 'https://a.example', text: 'the survey' }),
      'Read the survey',
    ],
    ['an address', section(text('How deep? '), { type: 'link', url: 'https://a.example/b' }), 'How deep?'],
    [
      'a date',
      section(text('Who spoke '), { type: 'date', timestamp: 1, fallback: '3 May 2025' }),
      'Who spoke 3 May 2025',
    ],
    [
      'emoji, a channel and a workspace',
      section(
        { type: 'emoji', name: 'eyes' },
        { type: 'channel', channel_id: 'C1' },
        { type: 'team', team_id: 'T1' },
      ),
      '',
    ],
    [
      'words struck out',
      section(text('How wide '), text('How deep', { strike: true }), text('is it?')),
      'How wide is it?',
    ],
    ['what is not known', { type: 'rich_text_poem', elements: [text('ode')] }, ''],
  ])('are read of %s', (_what, element, words) => {
    expect(readContent(rich(element)).words).toBe(words);
  });

  it('have a line for each point of a list, with its mark', () => {
    const points = [section(text('How deep?')), section(text('How wide?'))];
    const list = (style: string) =>
      readContent(rich({ type: 'rich_text_list', style, elements: points })).words;
    expect(list('ordered')).toBe('1. How deep?\n2. How wide?');
    expect(list('bullet')).toBe('• How deep?\n• How wide?');
  });

  it('tell whom it calls, but not whom code and quotations name', () => {
    const called = section(
      { type: 'user', user_id: 'U1' },
      { type: 'user', user_id: 'U2', style: { code: true } },
      { type: 'usergroup', usergroup_id: 'S1' },
      { type: 'broadcast', range: 'here' },
    );
    const quoted = { type: 'rich_text_quote', elements: [{ type: 'user', user_id: 'U3' }, text('said so')] };
    const fenced = { type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U4' }] };
    expect(readContent(rich(called, quoted, fenced)).mentions).toEqual(['U1', 'S1', '@here']);
  });

  it('are those of the blocks where the text beside them says it once more', () => {
    const message = { ...rich(section(text('How deep is it?'))), text: 'How deep is it? and some markup' };
    expect(readContent(message).words).toBe('How deep is it?');
  });

  it('are those of the text where the blocks say nothing', () => {
    const message = { blocks: [{ type: 'call' }, { type: 'divider' }], text: 'How deep is it?' };
    expect(readContent(message).words).toBe('How deep is it?');
  });
});

describe('the words of a message of an app', () => {
  it.each([
    [
      'a section with fields',
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '*Storm* off <https://a.example|Exampleton>' },
        fields: [{ type: 'plain_text', text: 'Wind 9' }],
      },
      '*Storm* off Exampleton\nWind 9',
    ],
    ['a header', { type: 'header', text: { type: 'plain_text', text: 'Storm :ocean:' } }, 'Storm'],
    [
      'a context',
      {
        type: 'context',
        elements: [
          { type: 'image', alt_text: 'logo' },
          { type: 'mrkdwn', text: 'Harbour Wire' },
        ],
      },
      'Harbour Wire',
    ],
    ['Markdown', { type: 'markdown', text: 'Storm off Exampleton' }, 'Storm off Exampleton'],
    [
      'a table',
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: 'Wind' },
            { type: 'rich_text', elements: [section(text('9'))] },
          ],
        ],
      },
      'Wind\n9',
    ],
    [
      'buttons',
      { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Open' } }] },
      '',
    ],
  ])('are read of %s', (_what, block, words) => {
    expect(readContent({ text: '', blocks: [block] }).words).toBe(words);
  });

  it('are read of what it attaches, the line for old clients only where there is nothing else', () => {
    const card = {
      pretext: 'New',
      title: 'Storm',
      text: 'off <https://a.example|Exampleton>',
      fields: [{ title: 'Wind', value: '9' }],
      fallback: 'Storm!',
    };
    expect(readContent({ attachments: [card] }).passedOn).toBe('New\nStorm\noff Exampleton\nWind\n9');
    expect(readContent({ attachments: [{ fallback: 'Storm!' }] }).passedOn).toBe('Storm!');
  });
});

describe('a message that passes another on', () => {
  const forwarded = (words: string) => ({
    is_share: true,
    is_msg_unfurl: true,
    text: words,
    message_blocks: [{ message: rich(section({ type: 'user', user_id: 'U9' }, text(words))) }],
  });
  const asked = (own: string, words = 'How deep is the harbour?') => {
    const reading = readMessage(readContent({ text: own, attachments: [forwarded(words)] }), 'factdesk');
    return reading.kind === 'question' ? reading.questions : reading.kind;
  };

  it.each(['', '<@U0BOT>', '<@U0BOT> :eyes:', '<@U0BOT> can you check this?', 'fyi', 'hi, see below please'])(
    'asks what is passed on when it says %j',
    (own) => expect(asked(own)).toEqual(['How deep is the harbour?']),
  );

  it('asks both when its own words lean on what is passed on, and only its own when they stand alone', () => {
    expect(asked('and who measured it?')).toEqual(['How deep is the harbour? and who measured it?']);
    expect(asked('Which ferry sank near Exampleton?')).toEqual(['Which ferry sank near Exampleton?']);
  });

  it('calls nobody whom it names, and thanks for it are thanks', () => {
    expect(readContent({ text: '', attachments: [forwarded('How deep?')] }).mentions).toEqual([]);
    expect(asked('thanks :pray:')).toBe('thanks');
  });

  it('may quote it, or hold it in a block of code', () => {
    for (const own of ['&gt; How deep is the harbour?\nis this true?', '```How deep is the harbour?```'])
      expect(readMessage(readContent({ text: own }), 'factdesk')).toEqual({
        kind: 'question',
        questions: ['How deep is the harbour?'],
      });
  });
});

it.each(['valueOf', 'constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'has nothing read of what calls itself %s, which every object has, and all that stands behind it',
  (type) => {
    const unknown = { type, elements: [text('ode')] };
    const blocks = [{ type }, ...rich(unknown, section({ type }, text('How deep?'))).blocks];
    expect(readContent({ blocks }).words.trim()).toBe('How deep?');
  },
);
