import type { Answer } from './answer.ts';

/** What stands above a list: that it is one, how much of it is shown, and how the rest is reached. */
export function listLead({ quotes, more }: Extract<Answer, { outcome: 'list' }>): string {
  const shown = quotes.length;
  return more === 0
    ? `A list: ${shown} quotes on file, each may tell a part. What is not on file is missing.`
    : `A list: ${shown} of ${shown + more} quotes on file that may each tell a part. ` +
        'Ask for less, or add a filter such as after:2024, to see the others.';
}
