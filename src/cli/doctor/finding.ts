/** What was found out of one thing that the bot needs. */
export interface Finding {
  /** Such as `Node` or `bot token`. */
  readonly of: string;
  readonly status: 'ok' | 'warning' | 'wrong' | 'not set';
  /** In a few words: what is there, or what is not. */
  readonly says: string;
  /** What to do about it; undefined where there is nothing to do. */
  readonly mend?: string;
}

/** It is as it should be. */
export const ok = (of: string, says: string): Finding => ({ of, status: 'ok', says });

/** It works, but somebody should look at it. */
export const warning = (of: string, says: string, mend: string): Finding => ({
  ...{ of, status: 'warning', says, mend },
});

/** It does not work. */
export const wrong = (of: string, says: string, mend: string): Finding => ({
  ...{ of, status: 'wrong', says, mend },
});

/** It is not asked for. */
export const notSet = (of: string, says: string): Finding => ({ of, status: 'not set', says });
