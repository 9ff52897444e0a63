import type { Grant, Installation } from './installation.ts';
import type { Installations } from './installations.ts';

/** A token lives for twelve hours. One that is refreshed this early is still good when Slack is away for a while. */
const EARLY_MS = 30 * 60_000;
/** Whoever waits for another copy's refresh waits this long, and goes on with the token at hand. */
const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 100;
/** What Slack refuses although it was new a moment ago would be refused again. */
const AGAIN_AFTER_MS = 60_000;

/** What a refresh brings. */
export type RefreshedToken = Pick<Grant, 'token' | 'refreshToken' | 'expiresAt'>;

/** The token of one workspace, which may be another one at the next call. */
export interface BotToken {
  /** The token for the next call. Never rejects: where it cannot be refreshed, it is the one of before. */
  current(): Promise<string>;
  /** The token to try instead of one that Slack has refused; undefined when there is none. Never rejects. */
  insteadOf(refused: string): Promise<string | undefined>;
}

/** What a token is refreshed with. */
export interface BotTokenOptions {
  readonly installations: Installations;
  /** Asks Slack for the next token. Rejects when Slack refuses, or is not reached. */
  readonly refresh: (refreshToken: string) => Promise<RefreshedToken>;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<void>;
  /** Is told that the token could not be refreshed. */
  readonly report: (error: unknown) => void;
}

/**
 * The token of an installation. It is refreshed half an hour before it ends, or when Slack refuses it, by one of all
 * copies of the bot: a refresh token is good once, and two that use it at a time lose the workspace.
 */
export function createBotToken(first: Installation, options: BotTokenOptions): BotToken {
  const { installations, refresh, now, wait, report } = options;
  let held = first;
  let renewing: Promise<void> | undefined;
  let refreshedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;

  const isDue = ({ grant: { expiresAt } }: Installation) =>
    expiresAt !== null && expiresAt * 1_000 - now().getTime() < EARLY_MS;
  const isLongAgo = (at: number) => now().getTime() - at >= AGAIN_AFTER_MS;

  async function renew(refused: string | undefined): Promise<void> {
    for (let waited = 0; ; waited += LOOK_EVERY_MS) {
      const found = await installations.of(held.key);
      if (found === undefined) return;
      held = found;
      const { token, refreshToken } = found.grant;
      if (refreshToken === null || (token !== refused && !isDue(found))) return;
      const claim = await installations.claimRefresh(found);
      if (claim !== undefined) return take(found, refreshToken, claim);
      if (waited >= PATIENCE_MS) return;
      await wait(LOOK_EVERY_MS);
    }
  }

  /** A claim that came to nothing lapses by itself: what Slack refuses is not asked for by every copy at once. */
  async function take({ key, grant }: Installation, refreshToken: string, claim: string): Promise<void> {
    const next = { ...grant, ...(await refresh(refreshToken)) };
    held = { ...held, grant: next };
    refreshedAt = now().getTime();
    await installations.finishRefresh(key, claim, next);
  }

  const renewOnce = (refused?: string): Promise<void> => {
    renewing ??= renew(refused)
      .catch((error: unknown) => {
        failedAt = now().getTime();
        report(error);
      })
      .finally(() => {
        renewing = undefined;
      });
    return renewing;
  };

  return {
    async current() {
      if (isDue(held) && isLongAgo(failedAt)) await renewOnce();
      return held.grant.token;
    },
    async insteadOf(refused) {
      if (held.grant.token === refused && isLongAgo(refreshedAt) && isLongAgo(failedAt))
        await renewOnce(refused);
      return held.grant.token === refused ? undefined : held.grant.token;
    },
  };
}
