import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS, type StandIn, startStandIn } from '../../src/playground/index.ts';
import { caller } from './caller.ts';
import { tinyManifest } from './tiny-manifest.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const marked = (text: string) => ({ type: 'mrkdwn', text });
const button = (action_id: string, more: object = {}) => ({
  type: 'button',
  action_id,
  text: plain('Press'),
  ...more,
});
const section = (text: string) => ({ type: 'section', text: marked(text) });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const quote = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text }] }],
});
const option = (value: string) => ({ text: plain('Choice'), value });
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, i) => make(i));
const { message, block, element } = LIMITS;

describe('blocks of a message', () => {
  let standIn: StandIn;
  let post: (...blocks: object[]) => Promise<Record<string, unknown>>;

  beforeAll(async () => {
    standIn = await startStandIn({ manifest: tinyManifest });
    post = (...blocks) => caller(standIn)('chat.postMessage', { channel: '#newsroom', text: 'x', blocks });
  });
  afterAll(() => standIn.close());

  it.each([
    ['as many blocks as fit', many(message.blocks, () => ({ type: 'divider' }))],
    ['the longest text of a section', [section('x'.repeat(block.sectionText))]],
    ['the longest header', [{ type: 'header', text: plain('x'.repeat(block.headerText)) }]],
    ['the longest button', [actions(button('a', { value: 'x'.repeat(element.value) }))]],
    ['as many buttons as fit', [actions(...many(block.actionsElements, (index) => button(`a${index}`)))]],
    ['one action id in two blocks', [actions(button('a')), actions(button('a'))]],
    ['a quote', [quote('<!channel> *as it stands*')]],
    ['a table', [{ type: 'table', rows: [[{ type: 'raw_text', text: 'one' }]] }]],
    [
      'feedback',
      [
        {
          type: 'context_actions',
          elements: [
            {
              type: 'feedback_buttons',
              action_id: 'f',
              positive_button: { text: plain('Good'), value: 'good' },
              negative_button: { text: plain('Bad'), value: 'bad' },
            },
          ],
        },
      ],
    ],
  ])('may be %s', async (_, blocks) => {
    expect(await post(...blocks)).toMatchObject({ ok: true });
  });

  it.each([
    [
      'too many blocks',
      many(message.blocks + 1, () => ({ type: 'divider' })),
      'no more than 50 items allowed [json-pointer:/blocks]',
    ],
    ['an unknown type', [{ type: 'marquee' }], 'unsupported type [json-pointer:/blocks/0/type]'],
    [
      'an alert, which is for modals',
      [{ type: 'alert', text: plain('x') }],
      'unsupported type: alert [json-pointer:/blocks/0/type]',
    ],
    [
      'a section without text',
      [{ type: 'section' }],
      'missing required field: text [json-pointer:/blocks/0]',
    ],
    ['empty text', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    [
      'too long a section',
      [section('x'.repeat(block.sectionText + 1))],
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'too long a header',
      [{ type: 'header', text: plain('x'.repeat(151)) }],
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'too long a button',
      [actions(button('a', { text: plain('x'.repeat(76)) }))],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'too long a value',
      [actions(button('a', { value: 'x'.repeat(2_001) }))],
      'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      'a script for an address',
      [actions(button('a', { url: 'javascript:alert(1)' }))],
      '[json-pointer:/blocks/0/elements/0/url]',
    ],
    [
      'markup in a button',
      [actions(button('a', { text: marked('*x*') }))],
      '[json-pointer:/blocks/0/elements/0/text/type]',
    ],
    [
      'one block id twice',
      [
        { type: 'divider', block_id: 'b' },
        { type: 'divider', block_id: 'b' },
      ],
      'block_id already exists: b [json-pointer:/blocks/1/block_id]',
    ],
    [
      'one action id twice in a block',
      [actions(button('a'), button('a'))],
      'action_id already exists: a [json-pointer:/blocks/0/elements/1/action_id]',
    ],
    [
      'a property nobody knows',
      [{ type: 'divider', colour: 'red' }],
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
    [
      'too many choices',
      [actions({ type: 'overflow', action_id: 'o', options: many(6, (index) => option(`${index}`)) })],
      'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'too long an option value',
      [actions({ type: 'static_select', action_id: 's', options: [option('x'.repeat(76))] })],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
    ],
    [
      'too much context',
      [{ type: 'context', elements: many(11, () => marked('x')) }],
      'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'two tables',
      many(2, () => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] })),
      'only_one_table_allowed [json-pointer:/blocks]',
    ],
    [
      'an empty run of text',
      [quote('')],
      'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
    ],
    [
      'a broken date',
      [actions({ type: 'datepicker', action_id: 'd', initial_date: '3 March' })],
      '[json-pointer:/blocks/0/elements/0/initial_date]',
    ],
  ])('may not be %s', async (_, blocks, problem) => {
    const answer = await post(...blocks);
    expect(answer).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(JSON.stringify(answer.response_metadata)).toContain(problem);
  });

  it('tells every problem at once', async () => {
    const answer = await post(section(''), { type: 'marquee' });
    expect(answer.response_metadata).toMatchObject({ messages: { length: 2 } });
  });

  it('may not be too long together, though each fits', async () => {
    const parts = many(4, () => section('x'.repeat(2_800)));
    expect(await post(...parts)).toMatchObject({ error: 'msg_blocks_too_long' });
    expect(await post(...parts.slice(1))).toMatchObject({ ok: true });
  });

  it('are given ids where they have none, and shown with all their words', async () => {
    await post(quote('<b>one</b>'), section('two'));
    const seen = standIn.person('maya').messages('newsroom').at(-1);
    expect(seen?.words).toBe('<b>one</b>\ntwo');
    expect(seen?.blocks.every(({ block_id }) => block_id !== undefined)).toBe(true);
  });
});
