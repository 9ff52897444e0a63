import pino from 'pino';
import type { SlackConfig } from '../../config.ts';
import type { ExaminedSignedHttp } from '../../slack/index.ts';
import { manifestScopes } from '../manifest-scopes.ts';
import { type Finding, notSet, ok, warning, wrong } from './finding.ts';

/** Slack refuses what is signed with a clock that is further off, in seconds; the log and embargoes are wrong, too. */
const MOST_SECONDS_OFF = 60;

/** Whether Slack takes the tokens, grants what the manifest asks for, would be let in, and tells the same time. */
export async function examineSlack(
  slack: SlackConfig | undefined,
  now: () => Date,
): Promise<readonly Finding[]> {
  if (slack === undefined) return [notSet('Slack', 'no tokens: npm start opens the playground')];
  const { examineTokens, examineSignedHttp } = await import('../../slack/index.ts');
  const scopes = await manifestScopes();
  const { bot, app, clockAheadSeconds } = await examineTokens({ ...slack, scopes, now });
  return [
    bot.refusal === null
      ? ok('bot token', bot.owner ?? 'good')
      : wrong('bot token', bot.refusal, 'Put the right one into .env.'),
    ...(bot.refusal === null ? [scopesOf(bot.missingScopes)] : []),
    ...(app === null ? [] : [appTokenOf(app.refusal)]),
    ...('signedHttp' in slack
      ? [signedHttpFinding(await examineSignedHttp({ ...slack, now, logger: pino({ level: 'silent' }) }))]
      : []),
    ...(clockAheadSeconds === null ? [] : [clockOf(clockAheadSeconds)]),
  ];
}

function appTokenOf(refusal: string | null): Finding {
  return refusal === null
    ? ok('app token', 'opens a connection')
    : wrong('app token', refusal, 'Put the right one into .env.');
}

/** What requests to the bot's own port say of it. */
export function signedHttpFinding({ address, isRunning, problem }: ExaminedSignedHttp): Finding {
  if (problem !== null)
    return wrong(
      'signed requests',
      problem,
      `Slack's requests must end at ${address}: see docs/operations.md.`,
    );
  const who = isRunning ? 'the bot that runs' : 'this command, in place of the bot,';
  return ok('signed requests', `${address}: ${who} took what was signed, and nothing else`);
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
  return wrong(
    'clock',
    says,
    'Set it by NTP: embargoes and reminders go by it, and requests signed five minutes off are refused.',
  );
}
