import type { z } from 'zod';
import { CLIENT_ID, CLIENT_SECRET, ENCRYPTION_KEY, SIGNING_SECRET, type settings } from './config-schema.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the bot needs to serve every workspace that installs the app. */
export interface WorkspacesConfig {
  readonly signedHttp: { readonly signingSecret: string; readonly host: string; readonly port: number };
  /** As which app Slack knows the bot. */
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
  /** What tokens are encrypted with, and what they were encrypted with before. */
  readonly key: string;
  readonly oldKeys: readonly string[];
  /** Folder with a folder for each workspace. */
  readonly folder: string;
  /** Whether all workspaces are answered from the same facts. */
  readonly isCorpusShared: boolean;
  /** Only to point the bot at a stand-in for Slack. */
  readonly apiUrl?: string;
}

/** What is set for many workspaces; undefined where it is not whole. */
export function readWorkspaces(set: z.infer<typeof settings>): WorkspacesConfig | undefined {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, FACTDESK_KEY: key } = set;
  const { SLACK_SIGNING_SECRET: signingSecret, SLACK_HTTP_HOST: host, PORT: port } = set;
  const isWhole = clientId !== undefined && clientSecret !== undefined && key !== undefined;
  if (!isWhole || signingSecret === undefined) return undefined;
  return {
    signedHttp: { signingSecret, host, port },
    credentials: { clientId, clientSecret },
    ...{ key, oldKeys: set.FACTDESK_KEY_OLD },
    ...{ folder: set.FACTDESK_WORKSPACES, isCorpusShared: set.FACTDESK_SHARED_CORPUS },
    ...(set.SLACK_API_URL !== undefined && { apiUrl: set.SLACK_API_URL }),
  };
}

/** Whether something is set that only many workspaces need. */
export function namesManyWorkspaces(set: Environment): boolean {
  const { SLACK_CLIENT_ID: id, SLACK_CLIENT_SECRET: secret, FACTDESK_KEY: key } = set;
  return id !== undefined || secret !== undefined || key !== undefined;
}

/**
 * Why what is set will not do for many workspaces: they need four settings, and with the tokens of one workspace it is
 * unclear which is meant.
 */
export function missingOfMany(set: Environment): readonly string[] {
  const needed = [
    ['SLACK_CLIENT_ID', CLIENT_ID],
    ['SLACK_CLIENT_SECRET', CLIENT_SECRET],
    ['SLACK_SIGNING_SECRET', SIGNING_SECRET],
    ['FACTDESK_KEY', ENCRYPTION_KEY],
  ] as const;
  const given = needed.filter(([name]) => name !== 'SLACK_SIGNING_SECRET' && set[name]).map(([name]) => name);
  const inTheWay = (['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'] as const).filter((name) => set[name]);
  return [
    ...needed
      .filter(([name]) => !set[name])
      .map(([name, how]) => `${name} is missing, but ${given[0]} is set. ${how}`),
    ...inTheWay.map(
      (name) =>
        `${name} is set, and ${given[0]} too: the bot is in one workspace by a token, or in every one that installs ` +
        'the app. Leave one of the two empty.',
    ),
  ];
}
