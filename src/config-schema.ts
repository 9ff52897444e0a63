import { delimiter } from 'node:path';
import { z } from 'zod';

/** How much may be logged. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
/** How it may be logged. */
export const LOG_FORMATS = ['json', 'pretty'] as const;

/** How a bot token looks and where it is found. */
export const BOT_TOKEN =
  'SLACK_BOT_TOKEN must start with "xoxb-". ' +
  'Find it at api.slack.com/apps › your app › OAuth & Permissions › Bot User OAuth Token.';
/** How an app token looks and how it is made. */
export const APP_TOKEN =
  'SLACK_APP_TOKEN must start with "xapp-". Make it at api.slack.com/apps › your app › Basic Information › ' +
  'App-Level Tokens, with the scope connections:write.';

/** How the secret looks that requests are signed with, and where it is found. */
export const SIGNING_SECRET =
  'SLACK_SIGNING_SECRET must be letters and digits, of which Slack gives 32. ' +
  'Find it at api.slack.com/apps › your app › Basic Information › App Credentials › Signing Secret.';

/** How the id of the app looks and where it is found. */
export const CLIENT_ID =
  'SLACK_CLIENT_ID must be two numbers with a point between. ' +
  'Find it at api.slack.com/apps › your app › Basic Information › App Credentials › Client ID.';
/** How the secret of the app looks and where it is found. */
export const CLIENT_SECRET =
  'SLACK_CLIENT_SECRET must be letters and digits, of which Slack gives 32. ' +
  'Find it at api.slack.com/apps › your app › Basic Information › App Credentials › Client Secret.';
/** How the key looks that tokens are encrypted with, and how it is made. */
export const ENCRYPTION_KEY =
  'FACTDESK_KEY must be 32 random bytes in base64. Make it once by "openssl rand -base64 32", and keep it somewhere ' +
  'else too: without it every workspace must install the app again.';

/** 32 bytes. */
const isKey = (text: string) => /^[A-Za-z0-9+/]{43}=$/.test(text);

const ADMIN_PORT =
  'FACTDESK_ADMIN_PORT must be a number from 0 to 65535, such as 9464. Leave it empty for none.';

/** Every setting by the name of its variable, checked and read. */
export const settings = z.object({
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-\S+$/, BOT_TOKEN)
    .optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-\S+$/, APP_TOKEN)
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9A-Za-z]{20,}$/, SIGNING_SECRET)
    .optional(),
  SLACK_CLIENT_ID: z
    .string()
    .regex(/^\d+\.\w+$/, CLIENT_ID)
    .optional(),
  SLACK_CLIENT_SECRET: z
    .string()
    .regex(/^[0-9A-Za-z]{20,}$/, CLIENT_SECRET)
    .optional(),
  FACTDESK_KEY: z.string().refine(isKey, ENCRYPTION_KEY).optional(),
  FACTDESK_KEY_OLD: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter((key) => key !== ''))
    .refine(
      (keys) => keys.every(isKey),
      'FACTDESK_KEY_OLD must be keys that were FACTDESK_KEY before, with commas between. Leave it empty for none.',
    ),
  FACTDESK_WORKSPACES: z.string().default('workspaces'),
  FACTDESK_SHARED_CORPUS: z
    .enum(['true', 'false'], 'FACTDESK_SHARED_CORPUS must be true or false.')
    .default('false')
    .transform((value) => value === 'true'),
  SLACK_HTTP_HOST: z.string().default('127.0.0.1'),
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
  FACTDESK_SEARCH_URL: z
    .string()
    .regex(
      /^https?:\/\//,
      'FACTDESK_SEARCH_URL must be a full address such as https://user:password@search.example:9200. ' +
        'Leave it empty when there is no search cluster.',
    )
    .optional(),
  FACTDESK_SEARCH_CA: z.string().optional(),
  FACTDESK_SEARCH_API_KEY: z.string().optional(),
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
  FACTDESK_DESK_SHEET: z
    .string()
    .refine(
      (name) => /^[^/\\:][^\\:]*\.md$/i.test(name) && !/(?:^|\/)(?:\.\.\/|readme\.md$)/i.test(name),
      'FACTDESK_DESK_SHEET must name a sheet below FACTDESK_FACTS, such as desk/answers.md. ' +
        'Leave it empty for one a month.',
    )
    .optional(),
  SECOND_SIGNATURE: z.enum(['on', 'off'], 'SECOND_SIGNATURE must be on or off.').default('on'),
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
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error:
        'OTEL_EXPORTER_OTLP_ENDPOINT must be a full address such as http://127.0.0.1:4318. ' +
        'Leave it empty for no traces.',
    })
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`).default('info'),
  LOG_FORMAT: z.enum(LOG_FORMATS, `LOG_FORMAT must be ${LOG_FORMATS.join(' or ')}.`).default('json'),
});
