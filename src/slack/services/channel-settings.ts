import { parse } from 'yaml';
import { z } from 'zod';

/** How the bot behaves in one channel. */
export interface ChannelBehaviour {
  /** Where a mention is answered: in its thread for everybody, or for the asker alone. */
  readonly reply: 'thread' | 'private';
  /** The same while people of other organisations are in the channel, where replies may be in threads at all. */
  readonly sharedReply: 'thread' | 'private';
  /** The topics that are searched; null for everything. */
  readonly topics: readonly string[] | null;
  /** Whether the asker's next question in a thread is answered without a mention. */
  readonly followUps: boolean;
  /** Whether anything may be posted for everybody; where not, replies are private and cannot be shared. */
  readonly mayPost: boolean;
}

/** How the bot behaves in which channel. */
export interface ChannelSettings {
  /** By the channel's id; null stands for everything that is no channel. */
  of(channel: string | null): ChannelBehaviour;
  /** The channels that have settings of their own. */
  readonly channels: readonly string[];
  /** Every topic that is named anywhere, once. */
  readonly topics: readonly string[];
}

/** The settings file cannot be used. The message lists every problem. */
export class ChannelSettingsError extends Error {
  override readonly name = 'ChannelSettingsError';
}

const EVERYWHERE: ChannelBehaviour = {
  reply: 'thread',
  sharedReply: 'private',
  topics: null,
  followUps: true,
  mayPost: true,
};

const place = z.enum(['thread', 'private'], 'must be "thread" or "private"').optional();
const behaviour = z.strictObject({
  reply: place,
  'shared reply': place,
  topics: z.array(z.string(), 'must be a list of topics').optional(),
  'follow ups': z.boolean('must be true or false').optional(),
  'never post': z.boolean('must be true or false').optional(),
});
const file = z.strictObject({
  everywhere: behaviour.optional(),
  channels: z.record(z.string().regex(/^[CG]\w+$/), behaviour).optional(),
});

/** The settings when there is no file: replies in threads, follow-ups on, everything searched. */
export const defaultChannelSettings: ChannelSettings = { of: () => EVERYWHERE, channels: [], topics: [] };

/**
 * Reads the settings file, which is YAML. What a channel leaves out is as it is everywhere.
 *
 * @throws ChannelSettingsError with all problems at once
 */
export function readChannelSettings(text: string): ChannelSettings {
  const { data, error } = file.safeParse(parseYaml(text) ?? {});
  if (data === undefined) {
    const problems = error.issues.map(({ code, path, message }) => {
      const what = code === 'invalid_key' ? 'must be the id of a channel, such as C0123ABCD' : message;
      return `- ${path.join(' › ') || 'the file'}: ${what}`;
    });
    throw new ChannelSettingsError(`The channel settings cannot be used:\n${problems.join('\n')}`);
  }
  const everywhere = behave(data.everywhere ?? {}, EVERYWHERE);
  const channels = new Map(
    Object.entries(data.channels ?? {}).map(([id, own]) => [id, behave(own, everywhere)]),
  );
  return {
    of: (channel) => channels.get(channel ?? '') ?? everywhere,
    channels: [...channels.keys()],
    topics: [...new Set([everywhere, ...channels.values()].flatMap(({ topics }) => topics ?? []))],
  };
}

/** Where a question in a channel is answered. A channel shared with other organisations has readers of theirs. */
export function replyIn(
  { reply, sharedReply }: ChannelBehaviour,
  { isShared }: { readonly isShared: boolean },
): ChannelBehaviour['reply'] {
  return isShared && reply === 'thread' ? sharedReply : reply;
}

/** The topics of the settings that no fact has: a misspelt one finds nothing at all. */
export function unknownTopics({ topics }: ChannelSettings, known: readonly string[]): readonly string[] {
  return topics.filter((topic) => !known.includes(topic));
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ChannelSettingsError(`The channel settings cannot be used:\n- the file: ${reason}`, { cause });
  }
}

function behave(own: z.infer<typeof behaviour>, otherwise: ChannelBehaviour): ChannelBehaviour {
  const mayPost = own['never post'] === undefined ? otherwise.mayPost : !own['never post'];
  return {
    reply: mayPost ? (own.reply ?? otherwise.reply) : 'private',
    sharedReply: own['shared reply'] ?? otherwise.sharedReply,
    topics: own.topics ?? otherwise.topics,
    followUps: mayPost && (own['follow ups'] ?? otherwise.followUps),
    mayPost,
  };
}
