import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from 'pino';
import { errorFields } from '../sending/slack-failure.ts';

/** Tokens, tickets of the socket's address, and the secret part of a reply address. */
const SECRETS = [
  /\bx(?:ox[a-z]|app|wfp)[-.][\w.-]+/g,
  /\b(?:ticket|link)=[^\s&"]+/g,
  /\/(?:commands|actions|services)\/\S+/g,
];
/** Enough for any sentence of the libraries; a body of an answer is longer. */
const MESSAGE_LENGTH = 300;

/**
 * Bolt's log through ours. Its debug messages hold whole bodies, headers and socket messages, so they are dropped at
 * every level: Bolt is told that its level is "info" and cannot be set.
 */
export function createBoltLogger(logger: Logger): BoltLogger {
  const own = logger.child({ part: 'bolt' });
  return {
    debug: () => {},
    info: (...words) => own.info(...safe(words)),
    warn: (...words) => own.warn(...safe(words)),
    error: (...words) => own.error(...safe(words)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

function safe(words: readonly unknown[]): [Readonly<Record<string, unknown>>, string] {
  const failed = words.find((word) => word instanceof Error);
  const message = words
    .filter((word) => typeof word === 'string')
    .map(withoutSecrets)
    .join(' ')
    .slice(0, MESSAGE_LENGTH);
  return [failed === undefined ? {} : errorFields(failed), message];
}

function withoutSecrets(message: string): string {
  return SECRETS.reduce((text, secret) => text.replace(secret, '[secret]'), message);
}
