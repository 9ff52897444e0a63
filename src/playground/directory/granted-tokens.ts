import { makeSecret } from '../workspace/make-tokens.ts';

/** A token of one workspace, as the directory gave it out. */
interface Granted {
  readonly teamId: string;
  /** In milliseconds; null for one that does not expire. */
  readonly expiresAt: number | null;
}

/** What a token opens, or why it opens nothing. */
export type Checked =
  | { readonly teamId: string }
  | { readonly refused: 'invalid_auth' | 'token_expired' | 'token_revoked' };

/** What goes to the app. */
export interface TokenPair {
  readonly token: string;
  /** Undefined where tokens do not rotate. */
  readonly refreshToken?: string;
}

/** The tokens that installations got, and what became of them. */
export class GrantedTokens {
  readonly #now: () => Date;
  readonly #tokens = new Map<string, Granted>();
  readonly #refreshTokens = new Map<string, string>();
  readonly #revoked = new Set<string>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Gives a token that is good for so many seconds, or for good. */
  grant(teamId: string, seconds: number | null): TokenPair {
    if (seconds === null) {
      const token = `xoxb-${teamId}-${makeSecret()}`;
      this.#tokens.set(token, { teamId, expiresAt: null });
      return { token };
    }
    const [token, refreshToken] = [`xoxe.xoxb-1-${teamId}-${makeSecret()}`, `xoxe-1-${makeSecret()}`];
    this.#tokens.set(token, { teamId, expiresAt: this.#now().getTime() + seconds * 1_000 });
    this.#refreshTokens.set(refreshToken, teamId);
    return { token, refreshToken };
  }

  check(token: string): Checked {
    if (this.#revoked.has(token)) return { refused: 'token_revoked' };
    const granted = this.#tokens.get(token);
    if (granted === undefined) return { refused: 'invalid_auth' };
    const { teamId, expiresAt } = granted;
    const isOver = expiresAt !== null && expiresAt <= this.#now().getTime();
    return isOver ? { refused: 'token_expired' } : { teamId };
  }

  /** Takes a token for the next one, which is good once; undefined for any other. Gives whose it was. */
  takeRefreshToken(refreshToken: string): string | undefined {
    const teamId = this.#refreshTokens.get(refreshToken);
    this.#refreshTokens.delete(refreshToken);
    return teamId;
  }

  /** Makes every token of a workspace worthless. */
  revoke(teamId: string): void {
    for (const [token, granted] of this.#tokens) if (granted.teamId === teamId) this.#revoked.add(token);
    for (const [token, team] of this.#refreshTokens) if (team === teamId) this.#refreshTokens.delete(token);
  }
}
