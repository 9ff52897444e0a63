import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { SlackConfig } from '../../config.ts';
import { type Finding, notSet, ok, warning, wrong } from './finding.ts';

/** Slack refuses what is signed with a clock that is further off, in seconds; the log and embargoes are wrong, too. */
const MOST_SECONDS_OFF = 60;

const manifest = z.object({
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
});

/** Whether Slack takes both tokens, grants what the manifest asks for, and tells the same time. */
export async function examineSlack(
  slack: SlackConfig | undefined,
  now: () => Date,
): Promise<readonly Finding[]> {
  if (slack === undefined) return [notSet('Slack', 'no tokens: npm start opens the playground')];
  const { examineTokens } = await import('../../slack/index.ts');
  const file = fileURLToPath(import.meta.resolve('#project/manifest.yml'));
  const { bot: scopes } = manifest.parse(parse(await readFile(file, 'utf8'))).oauth_config.scopes;
  const { bot, app, clockAheadSeconds } = await examineTokens({ ...slack, scopes, now });
  return [
    bot.refusal === null
      ? ok('bot token', bot.owner ?? 'good')
      : wrong('bot token', bot.refusal, 'Put the right one into .env.'),
    ...(bot.refusal === null ? [scopesOf(bot.missingScopes)] : []),
    app.refusal === null
      ? ok('app token', 'opens a connection')
      : wrong('app token', app.refusal, 'Put the right one into .env.'),
    ...(clockAheadSeconds === null ? [] : [clockOf(clockAheadSeconds)]),
  ];
}

function scopesOf(missing: readonly string[]): Finding {
  if (missing.length === 0) return ok('scopes', 'all that the manifest asks for');
  return warning(
    'scopes',
    `not granted: ${missing.join(', ')}`,
    'Paste manifest.yml into the app again and install it once more; README.md says what goes without each.',
  );
}

function clockOf(ahead: number): Finding {
  const off = Math.abs(ahead);
  if (off <= MOST_SECONDS_OFF) return ok('clock', 'as Slack has it');
  const says = `${off} seconds ${ahead > 0 ? 'ahead of' : 'behind'} Slack`;
  return wrong('clock', says, 'Set it by NTP: embargoes and reminders go by it.');
}
