import { randomBytes } from 'node:crypto';

/** What lets the app call the Web API, and know its requests. */
export interface Tokens {
  readonly bot: string;
  readonly app: string;
  readonly signingSecret: string;
}

/** Fresh tokens in Slack's shape, which nobody can guess. They open nothing but this process on this machine. */
export function makeTokens(): Tokens {
  return {
    bot: `xoxb-playground-${makeSecret()}`,
    app: `xapp-1-playground-${makeSecret()}`,
    signingSecret: makeSecret(),
  };
}

/** Letters and digits that nobody can guess. */
export function makeSecret(): string {
  return randomBytes(16).toString('hex');
}
