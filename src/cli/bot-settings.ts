import type { Logger } from 'pino';
import type { Config, SlackConfig } from '../config.ts';
import type { OngoingRequests } from '../ongoing-requests.ts';
import type { WorkspacesPort } from '../slack/index.ts';
import type { Terminal } from './terminal.ts';

/** What one bot runs with. */
export interface BotSettings {
  readonly config: Config;
  readonly logger: Logger;
  readonly requests: OngoingRequests;
  readonly terminal: Terminal;
  /** How Slack reaches it, and is called. @default as the settings say; the playground where they say nothing */
  readonly reach?: SlackConfig | ReturnType<WorkspacesPort['appOf']> | undefined;
  /** Whether it starts without a fact, and answers from the first that is saved. @default false */
  readonly mayBeEmpty?: boolean;
}
