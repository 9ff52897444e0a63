import type { z } from 'zod';
import { APP_TOKEN, BOT_TOKEN, type LOG_FORMATS, type LOG_LEVELS, settings } from './config-schema.ts';
import {
  missingOfMany,
  namesManyWorkspaces,
  readWorkspaces,
  type WorkspacesConfig,
} from './workspaces-config.ts';

/** The environment of the process; an empty value counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What the bot needs to talk to a workspace: in Socket Mode an app token, else where it takes signed requests. */
export type SlackConfig = (
  | { readonly appToken: string }
  | {
      readonly signedHttp: { readonly signingSecret: string; readonly host: string; readonly port: number };
    }
) & {
  readonly botToken: string;
  /** Only to point the bot at a stand-in for Slack. */
  readonly apiUrl?: string;
};

/** Everything that can be set. `.env.example` tells of each variable. */
export interface Config {
  /** Undefined without tokens: then the playground is started. */
  readonly slack?: SlackConfig;
  /** Undefined where the bot is in one workspace. */
  readonly workspaces?: WorkspacesConfig;
  /** Port of the playground's page, or for signed requests; 0 takes any free one. */
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
  /** The search cluster, and how one gets in there; without `url` for one that is named elsewhere. */
  readonly search?: { readonly url?: string; readonly caFile?: string; readonly apiKey?: string };
  /** PostgreSQL for the ledger; undefined for a SQLite file in `data`. */
  readonly databaseUrl?: string;
  /** File that says how the bot behaves in which channel; undefined when it behaves the same everywhere. */
  readonly channels?: string;
  /** Id of the channel that questions for the desk and complaints go to. */
  readonly deskChannel?: string;
  /** Ids of the people who keep the facts. */
  readonly deskMembers: readonly string[];
  /** Sheet below the folder of the sheets that the desk's own facts go to; undefined for one a month. */
  readonly deskSheet?: string;
  /** Whether somebody else than its writer signs a fact that the desk writes. */
  readonly secondSignature: boolean;
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
  /** Where traces are sent; undefined for nowhere. OpenTelemetry itself reads this, and more, from the environment. */
  readonly tracesTo?: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** JSON for programs, or lines for people. */
  readonly logFormat: (typeof LOG_FORMATS)[number];
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

/** Reads the settings. Throws ConfigError with all problems at once. */
export function readConfig(environment: Environment): Config {
  const set = withTokensOfSlackCli(
    Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim())),
  );
  const result = settings.safeParse(set);
  const problems = result.success ? [] : result.error.issues.map(({ message }) => message);
  const isForMany = namesManyWorkspaces(set);
  problems.push(...(isForMany ? missingOfMany(set) : missingTokens(set)), ...vainSettings(set));
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  const rest = result.data;
  const slack = readSlack(rest);
  const workspaces = readWorkspaces(rest);
  return {
    ...(slack !== undefined && { slack }),
    ...(workspaces !== undefined && { workspaces }),
    port: rest.PORT,
    facts: rest.FACTDESK_FACTS,
    ...(rest.FACTDESK_SHEETS_URL !== undefined && { sheetsUrl: rest.FACTDESK_SHEETS_URL }),
    archive: rest.FACTDESK_ARCHIVE,
    data: rest.FACTDESK_DATA,
    encoder: readEncoder(rest.FACTDESK_ENCODER),
    ...readSearch(rest),
    ...(rest.DATABASE_URL !== undefined && { databaseUrl: rest.DATABASE_URL }),
    ...(rest.FACTDESK_CHANNELS !== undefined && { channels: rest.FACTDESK_CHANNELS }),
    ...(rest.DESK_CHANNEL !== undefined && { deskChannel: rest.DESK_CHANNEL }),
    deskMembers: rest.DESK_MEMBERS,
    ...(rest.FACTDESK_DESK_SHEET !== undefined && { deskSheet: rest.FACTDESK_DESK_SHEET }),
    secondSignature: rest.SECOND_SIGNATURE === 'on',
    ...(rest.OTHER_TEAMS !== undefined && { otherTeams: rest.OTHER_TEAMS }),
    answerGuests: rest.ANSWER_GUESTS,
    questionRetentionDays: rest.QUESTION_RETENTION_DAYS,
    ...(rest.REVIEW_AFTER_DAYS !== undefined && { reviewAfterDays: rest.REVIEW_AFTER_DAYS }),
    recallReminderHours: rest.RECALL_REMINDER_HOURS,
    ...(rest.FACTDESK_ADMIN_PORT !== undefined && {
      admin: { port: rest.FACTDESK_ADMIN_PORT, host: rest.FACTDESK_ADMIN_HOST },
    }),
    ...(rest.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined && { tracesTo: rest.OTEL_EXPORTER_OTLP_ENDPOINT }),
    logLevel: rest.LOG_LEVEL,
    logFormat: rest.LOG_FORMAT,
  };
}

/** `slack run` hands the tokens of the app that it made for the machine under names of its own. */
function withTokensOfSlackCli(set: Readonly<Record<string, string | undefined>>) {
  const { SLACK_CLI_XOXB: bot, SLACK_CLI_XAPP: app } = set;
  if (bot === undefined || app === undefined) return set;
  return { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, ...set };
}

/** With both, the app token wins: who has one means Socket Mode. */
function readSlack(set: z.infer<typeof settings>): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = set;
  if (botToken === undefined) return undefined;
  const calls = { botToken, ...(set.SLACK_API_URL && { apiUrl: set.SLACK_API_URL }) };
  if (appToken !== undefined) return { ...calls, appToken };
  if (signingSecret === undefined) return undefined;
  const { SLACK_HTTP_HOST: host, PORT: port } = set;
  return { ...calls, signedHttp: { signingSecret, host, port } };
}

function readSearch(set: z.infer<typeof settings>): Pick<Config, 'search'> {
  const { FACTDESK_SEARCH_URL: url, FACTDESK_SEARCH_CA: caFile, FACTDESK_SEARCH_API_KEY: apiKey } = set;
  const search = {
    ...(url !== undefined && { url }),
    ...(caFile !== undefined && { caFile }),
    ...(apiKey !== undefined && { apiKey }),
  };
  return Object.keys(search).length === 0 ? {} : { search };
}

function readEncoder(value: string | undefined): Config['encoder'] {
  if (value === undefined) return 'embedded';
  return value === 'off' ? 'off' : { folder: value };
}

/** A bot token and a way to be reached, or neither: with one alone it is no bot and no playground. */
function missingTokens(set: Environment): readonly string[] {
  const {
    SLACK_BOT_TOKEN: bot,
    SLACK_APP_TOKEN: app,
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: api,
  } = set;
  if (!bot && !app && !secret && !api) return [];
  const reason =
    bot || app ? 'the other token is set' : `${secret ? 'SLACK_SIGNING_SECRET' : 'SLACK_API_URL'} is set`;
  const otherWay = 'Or set SLACK_SIGNING_SECRET, to be reached by signed requests (docs/operations.md).';
  return [
    ...(bot ? [] : [`SLACK_BOT_TOKEN is missing, but ${reason}. ${BOT_TOKEN}`]),
    ...(app || secret ? [] : [`SLACK_APP_TOKEN is missing, but ${reason}. ${APP_TOKEN} ${otherWay}`]),
  ];
}

/** What is set and would have no effect, or would be in the way of another setting. */
function vainSettings(set: Environment): readonly string[] {
  const { SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret, SLACK_HTTP_HOST: host } = set;
  const { PORT: port = '3000', FACTDESK_ADMIN_PORT: adminPort } = set;
  const isListening = secret !== undefined && app === undefined;
  if (host !== undefined && !isListening) {
    const reason =
      app === undefined
        ? 'SLACK_SIGNING_SECRET is missing. Set it, or leave SLACK_HTTP_HOST empty.'
        : 'SLACK_APP_TOKEN is set, so that the bot connects out. Leave one of the two empty.';
    return [`SLACK_HTTP_HOST is set, but nothing listens on it: ${reason}`];
  }
  if (isListening && Number(port) !== 0 && Number(port) === Number(adminPort))
    return [
      `PORT and FACTDESK_ADMIN_PORT are both ${port}. Slack's requests and the probes need a port each.`,
    ];
  return [];
}
