import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readButtonValue, writeButtonValue } from '../../../src/slack/blocks/button-value.ts';
import { readContent } from '../../../src/slack/reading/message-content.ts';
import { readMention, readThreadReply } from '../../../src/slack/reading/posts.ts';
import { readBlockAction, readReplyButtonAction } from '../../../src/slack/reading/read-block-action.ts';
import { readHomeAction } from '../../../src/slack/reading/read-home-action.ts';
import { readGlobalShortcut, readMessageShortcut } from '../../../src/slack/reading/shortcut-payloads.ts';
import { readSubmission } from '../../../src/slack/reading/view-submission.ts';

const readers = {
  press: readBlockAction,
  'press under a reply': readReplyButtonAction,
  submission: readSubmission,
  'message shortcut': readMessageShortcut,
  'global shortcut': readGlobalShortcut,
  'use of the Home tab': readHomeAction,
  'reply in a thread': (body: unknown) => readThreadReply(body, 'U0BOT'),
  mention: (body: unknown) => readMention(body, 'U0BOT'),
} as const;

const press = {
  type: 'block_actions',
  user: { id: 'U1' },
  team: { id: 'T1' },
  channel: { id: 'C1' },
  container: { type: 'message', message_ts: '1.1', channel_id: 'C1', thread_ts: '1.0' },
  message: { ts: '1.1', thread_ts: '1.0', text: 'x' },
  view: { type: 'home', hash: 'h' },
  response_url: 'https://example.org',
  trigger_id: '1.2',
  actions: [{ type: 'button', action_id: 'a', action_ts: '1', value: '["q",null,null]' }],
};
const submission = {
  type: 'view_submission',
  user: { id: 'U1' },
  view: {
    id: 'V1',
    callback_id: 'c',
    private_metadata: 'm',
    state: { values: { b: { reason: { type: 'plain_text_input', value: ' why ' } } } },
  },
};
const shortcut = {
  type: 'message_action',
  user: { id: 'U1' },
  team: { id: 'T1' },
  channel: { id: 'C1' },
  message: { text: 'who signed?', ts: '1.1' },
  response_url: 'https://example.org',
  trigger_id: '1.2',
  action_ts: '1',
};
const reply = {
  type: 'event_callback',
  event: {
    type: 'message',
    channel_type: 'channel',
    channel: 'C1',
    user: 'U1',
    text: 'who?',
    ts: '1.1',
    thread_ts: '1.0',
  },
};

/** The payload with any of its fields, at any depth, missing or something else. */
function spoiled(whole: unknown): fc.Arbitrary<unknown> {
  const other = fc.oneof(
    fc.constantFrom(null, undefined, '', 0, true, [], {}, 'x'.repeat(50_000)),
    fc.anything({ maxDepth: 1 }),
  );
  if (typeof whole !== 'object' || whole === null)
    return fc.oneof({ weight: 4, arbitrary: fc.constant(whole) }, other);
  if (Array.isArray(whole)) return fc.oneof({ weight: 4, arbitrary: fc.tuple(...whole.map(spoiled)) }, other);
  const fields = Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, spoiled(value)]));
  return fc.oneof({ weight: 4, arbitrary: fc.record(fields, { requiredKeys: [] }) }, other);
}

const line = [
  { type: 'text', text: 'who ', style: { strike: false } },
  { type: 'user', user_id: 'U0BOT', style: { code: true } },
  { type: 'link', url: 'https://example.org', text: 'signed' },
  { type: 'date', timestamp: 1, fallback: 'today' },
];
const blocks = [
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: line },
      {
        type: 'rich_text_list',
        style: 'ordered',
        offset: 1,
        elements: [{ type: 'rich_text_section', elements: line }],
      },
      { type: 'rich_text_quote', elements: line },
    ],
  },
  {
    type: 'section',
    text: { type: 'mrkdwn', text: 'who <@U1> `<@U2>` ```x```' },
    fields: [{ type: 'plain_text', text: 'a' }],
  },
  {
    type: 'context',
    elements: [
      { type: 'image', alt_text: 'b' },
      { type: 'plain_text', text: 'c' },
    ],
  },
  {
    type: 'table',
    rows: [
      [
        { type: 'raw_text', text: 'd' },
        { type: 'rich_text', elements: [] },
      ],
    ],
  },
];
const richMessage = {
  text: 'who?',
  blocks,
  attachments: [
    { is_share: true, message_blocks: [{ message: { blocks } }], text: 'who?', fallback: 'who?' },
    { pretext: 'a', title: 'b', text: 'c', fields: [{ title: 'd', value: 'e' }] },
  ],
};

describe('a message in blocks and attachments', () => {
  it('never makes the reader throw, whatever is missing, null, of another type or huge', () => {
    fc.assert(
      fc.property(fc.oneof(spoiled(richMessage), fc.anything()), (payload) => {
        const { words, passedOn, mentions } = readContent(payload);
        expect([typeof words, typeof passedOn, Array.isArray(mentions)]).toEqual(['string', 'string', true]);
      }),
    );
  });
});

describe.each(Object.entries(readers))('a %s that makes no sense', (_what, read) => {
  it('is read as nothing, whatever it holds', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (body) => {
        expect(read(body)).toBeNull();
      }),
    );
  });

  it('never makes the reader throw when fields are missing, null, of another type or huge', () => {
    const any = fc.oneof(...[press, submission, shortcut, reply].map(spoiled));
    fc.assert(
      fc.property(any, (body) => {
        read(body);
      }),
    );
  });
});

describe('payloads that make sense', () => {
  it('are read with where they come from and what was given', () => {
    expect(readReplyButtonAction(press)).toMatchObject({
      user: 'U1',
      channel: 'C1',
      threadTs: '1.0',
      value: { questionId: 'q' },
    });
    expect(readSubmission(submission)?.values.get('reason')).toBe('why');
    expect(readMessageShortcut(shortcut)).toMatchObject({
      user: 'U1',
      channel: 'C1',
      content: { words: 'who signed?' },
      threadTs: null,
    });
    expect(readThreadReply(reply, 'U0BOT')).toMatchObject({ threadTs: '1.0', content: { words: 'who?' } });
  });

  it('bring back from a button what was written in it, and nothing else is taken for it', () => {
    const fact = fc.record({ factId: fc.string(), factHash: fc.string() });
    const value = fc.record({ questionId: fc.string(), fact: fc.option(fact, { nil: null }) });
    fc.assert(
      fc.property(value, (given) => {
        const written = writeButtonValue(given);
        expect(written === null ? given : readButtonValue(written)).toEqual(given);
      }),
    );
    expect(writeButtonValue({ questionId: 'q'.repeat(3_000), fact: null })).toBeNull();
    const long = writeButtonValue({ questionId: 'q', fact: null, doubt: 'x'.repeat(3_000) });
    expect(readButtonValue(long ?? '')).toEqual({ questionId: 'q', fact: null });
    for (const wrong of ['', '{}', '["q"]', '[1,null,null]', 'null'])
      expect(readButtonValue(wrong)).toBeNull();
  });
});
