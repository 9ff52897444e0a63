import type { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { FactDesk } from '../../answer/index.ts';
import type { DeskSheetPlace } from '../../corpus/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { OngoingRequests } from '../../ongoing-requests.ts';
import type { Wait } from '../sending/patiently.ts';
import type { Observer } from '../sending/slack-observer.ts';
import type { AckPriority } from './ack-priority.ts';
import type { ChannelSettings } from './channel-settings.ts';
import type { Guests } from './guests.ts';
import type { LateWrites } from './late-writes.ts';
import type { SheetLink } from './sheet-links.ts';

/** How facts come into the sheets that the desk writes in Slack. */
export interface FilingSettings extends DeskSheetPlace {
  /** Whether somebody else than its writer signs a fact before it is on file. */
  readonly needsSecond: boolean;
}

/** How looking for changed facts stands. */
export interface RecallLook {
  /** Whether of some facts it could not be told yet what became of them, or who has them. */
  isDue: boolean;
  /** What was in hand when the corpus was read, and may yet be sent with the words of before. */
  underWay: readonly string[];
  /** Whether recalls are being worked through. */
  isRunning: boolean;
}

/** What every listener works with. */
export interface Services {
  readonly factDesk: FactDesk;
  readonly ledger: Ledger;
  readonly logger: Logger;
  readonly wait: Wait;
  /** Calls Slack at the pace it takes, for what Bolt's client does not call. */
  readonly fetch: typeof fetch;
  /** Is told what happens, for whoever runs the bot. */
  readonly observer: Observer;
  /** What is taken up by itself, and not since Slack sent something, is a request of its own. */
  readonly requests: OngoingRequests;
  /** Calls Slack's Web API when nobody who waits for a reply has to wait for it. */
  readonly backgroundClient: webApi.WebClient;
  /** Does work that may be cut short by the end of the process, and is taken up again after the next start. */
  readonly inBackground: (work: () => Promise<void>) => void;
  /** Address of the workspace in a browser, with a slash at its end. */
  readonly workspaceUrl: string;
  /** Who waits longer than this for a reply is told so, in milliseconds. */
  readonly lateAfterMs: number;
  readonly botUserId: string;
  /** As people call the bot. */
  readonly botName: string;
  /** Ids of the workspaces and organisations whose people are answered: the bot's own, and those that are set. */
  readonly answeredTeams: readonly string[] | 'all';
  /** Tells guests of the workspace, who are not answered; null where they are answered too. */
  readonly guests: Guests | null;
  /** What this process is doing: ids of questions it answers, keys of posts it makes. */
  readonly inHand: Set<string>;
  /**
   * Keys of questions that could not be kept, and whose askers know it: Slack sends them again, and nobody is told
   * twice.
   */
  readonly refused: Set<string>;
  /** What has happened in Slack goes through here into the ledger. */
  readonly lateWrites: LateWrites;
  readonly channelSettings: ChannelSettings;
  /** Lets acknowledgements go before searches. */
  readonly ackPriority: AckPriority;
  readonly now: () => Date;
  /** Aborted once the bot is to stop: what can wait for the next start is not begun any more. */
  readonly stopping: AbortSignal;
  /** How looking for changed facts stands in this process. */
  readonly recallLook: RecallLook;
  /** Who was told of a correction and has not said that they know is reminded after so many hours; 0 for never. */
  readonly recallReminderHours: number;
  /** The channel that questions to the desk and reports are posted in; null when the desk looks them up elsewhere. */
  readonly deskChannel: string | null;
  /** Where sheets can be changed. */
  readonly sheetLink: SheetLink;
  /** Ids of those who see the desk's part of the Home tab. */
  readonly deskMembers: readonly string[];
  /** Where facts are written that the desk fills in; null where none can be. */
  readonly filing: FilingSettings | null;
  /**
   * By group of open questions: with which facts on file it was tried last. The same facts need not be tried again, and
   * after a start all are.
   */
  readonly tried: Map<string, string>;
}

/** Whether a private reply can be made public where it stands: in a channel in which the bot may post. */
export function canShareIn({ channelSettings }: Services, channel: string | null): boolean {
  return channel !== null && !channel.startsWith('D') && channelSettings.of(channel).mayPost;
}
