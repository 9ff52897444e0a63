import { CommandError } from './command-error.ts';

/** A message of Slack's. */
export interface ReplayedMessage {
  /** Id of its channel, such as `C012AB3CD`. */
  readonly channel: string;
  /** Its timestamp, such as `1700000001.000200`. */
  readonly ts: string;
}

/** A link to a message holds its timestamp without the point. */
const LINK = /\/archives\/(?<channel>[A-Z0-9]+)\/p(?<seconds>\d+)(?<micros>\d{6})(?:[?#].*)?$/;
const PAIR = /^(?<channel>[A-Z0-9]+):(?<seconds>\d+)\.(?<micros>\d+)$/;

/** Reads a link to a message (Slack: ⋮ › Copy link), or `CHANNEL:TS`. Throws CommandError for anything else. */
export function readMessageName(written: string): ReplayedMessage {
  const name = written.trim().replace(/^<(.*)>$/, '$1');
  const { channel, seconds, micros } = (LINK.exec(name) ?? PAIR.exec(name))?.groups ?? {};
  if (channel === undefined || seconds === undefined || micros === undefined) {
    throw new CommandError(
      `"${written}" names no message. Give its link (Slack: ⋮ › Copy link) or CHANNEL:TS ` +
        'such as C012AB3CD:1700000001.000200.',
    );
  }
  return { channel, ts: `${seconds}.${micros}` };
}
