import { delimiter } from 'node:path';
import { z } from 'zod';

/** The environment of the process; an empty value counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the bot needs to talk to a workspace. */
export interface SlackConfig {
  readonly botToken: string;
  readonly appToken: string;
  /** Only to point the bot at a stand-in for Slack. */
  readonly apiUrl?: string;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Everything that can be set. `.env.example` tells of each variable. */
export interface Config {
  /** Undefined without tokens: then the playground is started. */
  readonly slack?: SlackConfig;
  /** Port of the playground's page; 0 takes any free one. */
  readonly port: number;
  /** Folder of the fact sheets. */
  readonly facts: string;
  /** Folders of the archive: articles as ninjs 3, one a line. */
  readonly archive: readonly string[];
  /** Address under which the sheets can be changed on the web; undefined where they are on no website. */
  readonly sheetsUrl?: string;
  /** Folder of what the bot writes: its ledger, and the index of the archive. */
  readonly data: string;
  /**
   * By what questions are compared in meaning: by the word vectors that come with factdesk, not at all, or by the
   * sentence encoder in a folder too.
   */
  readonly encoder: 'embedded' | 'off' | { readonly folder: string };
  /** PostgreSQL for the ledger; undefined for a SQLite file in `data`. */
  readonly databaseUrl?: string;
  /** File that says how the bot behaves in which channel; undefined when it behaves the same everywhere. */
  readonly channels?: string;
  /** Id of the channel that questions for the desk and complaints go to. */
  readonly deskChannel?: string;
  /** Ids of the people who keep the facts. */
  readonly deskMembers: readonly string[];
  /** Ids of other workspaces and organisations whose people are answered too, or `all`; undefined for nobody else. */
  readonly otherTeams?: readonly string[] | 'all';
  /** Whether guests of the workspace are answered too. */
  readonly answerGuests: boolean;
  /** The words of private questions are kept for so many days. */
  readonly questionRetentionDays: number;
  /** A fact that nobody checked for so many days, from 1, is due for a review; undefined where only sheets say so. */
  readonly reviewAfterDays?: number;
  /** Who does not acknowledge a correction is reminded after so many hours; 0 for never. */
  readonly recallReminderHours: number;
  /** Port and host for probes and metrics; undefined when there are none. */
  readonly admin?: { readonly port: number; readonly host: string };
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** Settings that cannot be used. The message lists every problem and holds no token. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings cannot be used:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const BOT_TOKEN =
  'SLACK_BOT_TOKEN must start with "xoxb-". ' +
  'Find it at api.slack.com/apps › your app › OAuth & Permissions › Bot User OAuth Token.';
const APP_TOKEN =
  'SLACK_APP_TOKEN must start with "xapp-". Make it at api.slack.com/apps › your app › Basic Information › ' +
  'App-Level Tokens, with the scope connections:write.';

const ADMIN_PORT =
  'FACTDESK_ADMIN_PORT must be a number from 0 to 65535, such as 9464. Leave it empty for none.';

const schema = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-\S+$/, BOT_TOKEN)
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-\S+$/, APP_TOKEN)
    .optional(),
  SLACK_API_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'SLACK_API_URL must be a full address such as http://127.0.0.1:3000/api/. Leave it empty for the real Slack.',
    })
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'PORT must be a number from 0 to 65535, such as 3000.')
    .transform(Number)
    .refine((port) => port <= 65535, 'PORT must be a number from 0 to 65535, such as 3000.')
    .default(3000),
  FACTDESK_FACTS: z.string().default('facts'),
  FACTDESK_SHEETS_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'FACTDESK_SHEETS_URL must be a full address such as https://github.com/newsroom/facts/blob/main. ' +
        'Leave it empty when the sheets are on no website.',
    })
    .optional(),
  FACTDESK_ARCHIVE: z
    .string()
    .default('')
    .transform((folders) => folders.split(delimiter).filter((folder) => folder !== '')),
  FACTDESK_DATA: z.string().default('.factdesk'),
  FACTDESK_ENCODER: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(?:ql)?:\/\//,
      'DATABASE_URL must start with "postgresql://". Leave it empty for SQLite.',
    )
    .optional(),
  FACTDESK_CHANNELS: z.string().optional(),
  DESK_CHANNEL: z
    .string()
    .regex(
      /^[CG][A-Z0-9]{2,}$/,
      'DESK_CHANNEL must be a channel id such as C0123ABCD. Slack shows it at the foot of the channel details.',
    )
    .optional(),
  DESK_MEMBERS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ''))
    .refine(
      (ids) => ids.every((id) => /^[UW][A-Z0-9]{2,}$/.test(id)),
      'DESK_MEMBERS must be user ids such as U0123ABCD, with commas between. ' +
        'Slack shows them under "Copy member ID" in a profile.',
    ),
  OTHER_TEAMS: z
    .string()
    .transform((list) => (list.trim() === 'all' ? 'all' : list.split(/[\s,]+/).filter((id) => id !== '')))
    .refine(
      (teams) => teams === 'all' || teams.every((id) => /^[TE][A-Z0-9]{2,}$/.test(id)),
      'OTHER_TEAMS must be ids of workspaces or organisations such as T0123ABCD, with commas between, or "all". ' +
        'Leave it empty for nobody else.',
    )
    .optional(),
  ANSWER_GUESTS: z
    .enum(['true', 'false'], 'ANSWER_GUESTS must be true or false.')
    .default('false')
    .transform((value) => value === 'true'),
  QUESTION_RETENTION_DAYS: z
    .string()
    .regex(/^\d{1,4}$/, 'QUESTION_RETENTION_DAYS must be a number of days from 0 to 9999, such as 30.')
    .transform(Number)
    .default(30),
  REVIEW_AFTER_DAYS: z
    .string()
    .regex(
      /^[1-9]\d{0,3}$/,
      'REVIEW_AFTER_DAYS must be a number of days from 1 to 9999, such as 365. Leave it empty for none.',
    )
    .transform(Number)
    .optional(),
  RECALL_REMINDER_HOURS: z
    .string()
    .regex(/^\d{1,4}$/, 'RECALL_REMINDER_HOURS must be a number of hours from 0 (never) to 9999, such as 24.')
    .transform(Number)
    .default(24),
  FACTDESK_ADMIN_PORT: z
    .string()
    .regex(/^\d{1,5}$/, ADMIN_PORT)
    .transform(Number)
    .refine((port) => port <= 65535, ADMIN_PORT)
    .optional(),
  FACTDESK_ADMIN_HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`).default('info'),
});

/** Reads the settings. Throws ConfigError with all problems at once. */
export function readConfig(environment: Environment): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(set);
  const problems = result.success ? [] : result.error.issues.map(({ message }) => message);
  problems.push(...missingTokens(set));
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_API_URL: apiUrl,
    ...rest
  } = result.data;
  return {
    ...(botToken !== undefined &&
      appToken !== undefined && { slack: { botToken, appToken, ...(apiUrl && { apiUrl }) } }),
    port: rest.PORT,
    facts: rest.FACTDESK_FACTS,
    ...(rest.FACTDESK_SHEETS_URL !== undefined && { sheetsUrl: rest.FACTDESK_SHEETS_URL }),
    archive: rest.FACTDESK_ARCHIVE,
    data: rest.FACTDESK_DATA,
    encoder: readEncoder(rest.FACTDESK_ENCODER),
    ...(rest.DATABASE_URL !== undefined && { databaseUrl: rest.DATABASE_URL }),
    ...(rest.FACTDESK_CHANNELS !== undefined && { channels: rest.FACTDESK_CHANNELS }),
    ...(rest.DESK_CHANNEL !== undefined && { deskChannel: rest.DESK_CHANNEL }),
    deskMembers: rest.DESK_MEMBERS,
    ...(rest.OTHER_TEAMS !== undefined && { otherTeams: rest.OTHER_TEAMS }),
    answerGuests: rest.ANSWER_GUESTS,
    questionRetentionDays: rest.QUESTION_RETENTION_DAYS,
    ...(rest.REVIEW_AFTER_DAYS !== undefined && { reviewAfterDays: rest.REVIEW_AFTER_DAYS }),
    recallReminderHours: rest.RECALL_REMINDER_HOURS,
    ...(rest.FACTDESK_ADMIN_PORT !== undefined && {
      admin: { port: rest.FACTDESK_ADMIN_PORT, host: rest.FACTDESK_ADMIN_HOST },
    }),
    logLevel: rest.LOG_LEVEL,
  };
}

function readEncoder(value: string | undefined): Config['encoder'] {
  if (value === undefined) return 'embedded';
  return value === 'off' ? 'off' : { folder: value };
}

/** Both tokens or none: with one of them the bot can neither listen nor be the playground's. */
function missingTokens(set: Environment): readonly string[] {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL: api } = set;
  const reason = bot || app ? 'the other token is set' : 'SLACK_API_URL is set';
  if (!bot && !app && !api) return [];
  return [
    ...(bot ? [] : [`SLACK_BOT_TOKEN is missing, but ${reason}. ${BOT_TOKEN}`]),
    ...(app ? [] : [`SLACK_APP_TOKEN is missing, but ${reason}. ${APP_TOKEN}`]),
  ];
}
