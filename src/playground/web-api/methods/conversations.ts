import { z } from 'zod';
import { toJson } from '../../json.ts';
import { Refusal } from '../../refusal.ts';
import { type Conversation, HISTORY_SCOPE } from '../../workspace/conversation.ts';
import type { Message } from '../../workspace/message.ts';
import { describeMessage } from '../../workspace/message-payload.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { findConversation } from '../find-conversation.ts';
import { defineMethod, flagArgument, numberArgument, requireScope } from '../method.ts';

const READ_SCOPE = { public: 'channels:read', private: 'groups:read', im: 'im:read' } as const;
const DEFAULT_PAGE = 100;

const page = {
  channel: z.string(),
  cursor: z.string().optional(),
  limit: numberArgument.int().min(1).max(1_000).optional(),
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flagArgument.optional(),
};
type Page = z.infer<z.ZodObject<typeof page>>;

const open = defineMethod('conversations.open', {
  scopes: ['im:write'],
  takes: z.object({ users: z.string().optional(), channel: z.string().optional() }),
  run({ users, channel }, { platform: { workspace } }) {
    if (channel !== undefined) return { channel: { id: findConversation(workspace, channel).id } };
    const person = workspace.member(users ?? '');
    if (person === undefined || person.isBot) throw new Refusal('user_not_found');
    return { channel: { id: workspace.directMessages(person.id).id } };
  },
});

const info = defineMethod('conversations.info', {
  takes: z.object({ channel: z.string() }),
  run({ channel }, { platform: { workspace } }) {
    const found = findConversation(workspace, channel);
    requireScope(workspace, [READ_SCOPE[found.kind]]);
    const { id, name, kind, isArchived, members } = found;
    const isMember = members.has(workspace.app.botUserId);
    const fields =
      kind === 'im'
        ? { is_im: true, user: name }
        : {
            ...{ name, is_channel: true, is_im: false, is_private: kind === 'private', is_member: isMember },
            is_ext_shared: workspace.isShared(found),
          };
    return { channel: toJson({ id, ...fields, is_archived: isArchived }) };
  },
});

const members = defineMethod('conversations.members', {
  takes: z.object({ channel: z.string(), cursor: page.cursor, limit: page.limit }),
  run({ channel, cursor, limit = DEFAULT_PAGE }, { platform: { workspace } }) {
    const found = findConversation(workspace, channel);
    requireScope(workspace, [READ_SCOPE[found.kind]]);
    const start = startOf(cursor);
    const all = [...found.members];
    return {
      members: all.slice(start, start + limit),
      response_metadata: { next_cursor: start + limit < all.length ? String(start + limit) : '' },
    };
  },
});

const replies = defineMethod('conversations.replies', {
  takes: z.object({ ...page, ts: z.string() }),
  run({ ts, ...asked }, { platform: { workspace } }) {
    const conversation = readable(workspace, asked.channel);
    const { timeline } = workspace;
    const found = timeline.find(conversation.id, ts);
    const parent = found?.threadTs === undefined ? found : timeline.find(conversation.id, found.threadTs);
    if (parent === undefined) throw new Refusal('thread_not_found');
    return givePage([parent, ...timeline.replies(conversation.id, parent.ts)], asked, workspace);
  },
});

const history = defineMethod('conversations.history', {
  takes: z.object(page),
  run(asked, { platform: { workspace } }) {
    const conversation = readable(workspace, asked.channel);
    const top = workspace.timeline.channel(conversation.id).filter(({ threadTs }) => threadTs === undefined);
    return givePage(top.toReversed(), asked, workspace);
  },
});

function readable(workspace: Workspace, channel: string): Conversation {
  const found = findConversation(workspace, channel);
  requireScope(workspace, [HISTORY_SCOPE[found.kind]]);
  if (!found.members.has(workspace.app.botUserId)) throw new Refusal('not_in_channel');
  return found;
}

function startOf(cursor = '0'): number {
  const start = Number(cursor);
  if (!Number.isInteger(start) || start < 0) throw new Refusal('invalid_cursor');
  return start;
}

/** One page of messages that everybody in the conversation sees; the cursor is where the next one starts. */
function givePage(messages: readonly Message[], asked: Page, workspace: Workspace) {
  const { oldest = '0', latest = '9999999999.999999', inclusive = false, limit = DEFAULT_PAGE } = asked;
  const within = messages.filter(
    ({ ts, onlyFor }) =>
      onlyFor === undefined && (inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest),
  );
  const start = startOf(asked.cursor);
  const end = start + limit;
  const hasMore = end < within.length;
  return {
    messages: within.slice(start, end).map((message) => describeMessage(message, workspace)),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(end) : '' },
  };
}

/** Looking up and reading conversations. */
export const conversationMethods = [open, info, members, replies, history];
