import { describe, expect, it } from 'vitest';
import { readDirectMessage, readMention, readThreadReply } from '../../../src/slack/reading/posts.ts';
import { BOT, delivered, mention, message } from './sample-events.ts';

describe('a direct message', () => {
  it('is read when a person wrote it', () => {
    expect(readDirectMessage(delivered(message), BOT)).toEqual({
      team: 'T1',
      channel: 'D1',
      user: 'U1',
      content: { words: 'who signed?', passedOn: '', mentions: [] },
      ts: '1.1',
      threadTs: null,
      isShared: false,
      isEdited: false,
    });
  });

  it('is read when it came with a file', () => {
    expect(
      readDirectMessage(delivered({ ...message, subtype: 'file_share', files: [] }), BOT),
    ).not.toBeNull();
  });

  it.each([
    ['an edit', { subtype: 'message_changed' }],
    ['a deletion', { subtype: 'message_deleted' }],
    ['a join', { subtype: 'channel_join' }],
    ['a bot by subtype', { subtype: 'bot_message' }],
    ['a bot by id', { bot_id: 'B1' }],
    ['the bot itself', { user: BOT }],
    ['a hidden message', { hidden: true }],
    ['a message of a channel', { channel_type: 'channel' }],
    ['a message without a person', { user: undefined }],
  ])('is ignored when it is %s', (_what, change) => {
    expect(readDirectMessage(delivered({ ...message, ...change }), BOT)).toBeNull();
  });
});

describe('a mention', () => {
  it('keeps the thread it stands in', () => {
    expect(readMention(delivered({ ...mention, thread_ts: '0.9' }), BOT)?.threadTs).toBe('0.9');
  });

  it('is read, and known for an edit, when it came by editing an old message', () => {
    const edited = { ...mention, edited: { user: 'U1', ts: '2.2' } };
    expect(readMention(delivered(edited), BOT)).toMatchObject({ ts: '1.1', isEdited: true });
  });

  it.each(['file_share', 'thread_broadcast'])(
    'is read when it comes as a message alone, with %s',
    (subtype) => {
      const shared = { ...mention, type: 'message', channel_type: 'group', subtype, thread_ts: '0.9' };
      expect(readMention(delivered(shared), BOT)).toMatchObject({ threadTs: '0.9', user: 'U1' });
    },
  );

  it('is read from what Slack tells of an edit only when the message called the bot not before', () => {
    const before = { user: 'U1', ts: '1.1', text: 'who?' };
    const after = { ...before, text: '<@U0BOT> who?', edited: { user: 'U1', ts: '2.2' } };
    const edit = (previous_message: unknown, now: object = after) => {
      const told = { type: 'message', subtype: 'message_changed', hidden: true, channel: 'C1', ts: '2.2' };
      return readMention(
        delivered({ ...told, channel_type: 'channel', message: now, previous_message }),
        BOT,
      );
    };
    expect(edit(before)).toMatchObject({ ts: '1.1', user: 'U1', isEdited: true });
    expect(edit(after)).toBeNull();
    expect(edit(before, { ...after, bot_id: 'B1' })).toBeNull();
    expect(edit(before, { ...after, user: BOT })).toBeNull();
  });

  it.each([
    ['code', 'To ask, type `<@U0BOT> who signed?`'],
    ['a block of code', 'To ask:\n```<@U0BOT> who signed?```'],
    ['a quoted line', '&gt; <@U0BOT> who signed?\nThat was asked on Monday.'],
    ['what is quoted to the end', '&gt;&gt;&gt; On Monday:\n<@U0BOT> who signed?'],
  ])('is none in %s', (_where, text) => {
    expect(readMention(delivered({ ...mention, text }), BOT)).toBeNull();
  });

  it('is one beside code, and behind a fence that nothing closes', () => {
    for (const text of ['<@U0BOT> who signed `MOPM`?', '``` <@U0BOT> who signed?'])
      expect(readMention(delivered({ ...mention, text }), BOT)).not.toBeNull();
  });

  it('is left to the event of its own when a plain message brings it too', () => {
    const plain = { ...mention, type: 'message', channel_type: 'channel', thread_ts: '0.9' };
    expect(readMention(delivered(plain), BOT)).toBeNull();
    expect(readThreadReply(delivered(plain), BOT)).toBeNull();
  });
});

describe('a reply in a thread', () => {
  const reply = { ...message, channel_type: 'channel', channel: 'C1', thread_ts: '1.0' };

  it('is read when it calls nobody', () => {
    expect(readThreadReply(delivered(reply), BOT)).toMatchObject({ threadTs: '1.0' });
  });

  it.each(['<@U2> who signed?', '<!here> who signed?', '<!subteam^S1|@subs> who signed?'])(
    'is for whom it calls: %j',
    (text) => {
      expect(readThreadReply(delivered({ ...reply, text }), BOT)).toBeNull();
    },
  );
});
