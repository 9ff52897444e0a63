import { z } from 'zod';
import { id, maybeId } from './payload-id.ts';

/** A slash command as it was typed. */
export interface Command {
  readonly name: string;
  readonly text: string;
  readonly user: string | null;
  readonly channel: string | null;
  readonly triggerId: string | null;
  readonly team: string | null;
  readonly responseUrl: string | null;
}

/** A look at the bot's Home tab, or at the messages beside it. */
export interface HomeOpening {
  readonly tab: 'home' | 'messages';
  readonly user: string;
  readonly channel: string | null;
  /** Slack's mark of the Home tab as it stands; undefined when it was never drawn. */
  readonly hash: string | undefined;
}

const text = z.string().catch('');

const commandBody = z.object({
  command: id,
  text,
  user_id: maybeId,
  channel_id: maybeId,
  trigger_id: maybeId,
  team_id: maybeId,
  response_url: maybeId,
});

const homeOpenedEvent = z.object({
  event: z.object({
    type: z.literal('app_home_opened'),
    tab: z.enum(['home', 'messages']),
    user: id,
    channel: maybeId,
    view: z.object({ hash: z.string() }).optional().catch(undefined),
  }),
});

/** The command, or null when the payload makes no sense. */
export function readCommand(body: unknown): Command | null {
  const { data } = commandBody.safeParse(body);
  if (data === undefined) return null;
  return {
    name: data.command,
    text: data.text,
    user: data.user_id,
    channel: data.channel_id,
    triggerId: data.trigger_id,
    team: data.team_id,
    responseUrl: data.response_url,
  };
}

/** Which tab was opened by whom, or null when the payload makes no sense. */
export function readHomeOpening(body: unknown): HomeOpening | null {
  const { data } = homeOpenedEvent.safeParse(body);
  if (data === undefined) return null;
  const { tab, user, channel, view } = data.event;
  return { tab, user, channel, hash: view?.hash };
}
