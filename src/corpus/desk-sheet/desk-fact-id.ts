import { hash } from 'node:crypto';

/** Small words say nothing in an id. */
const SMALL: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'are',
  'at',
  'by',
  'did',
  'do',
  'does',
  'for',
  'from',
  'had',
  'has',
  'have',
  'how',
  'in',
  'is',
  'it',
  'many',
  'much',
  'of',
  'on',
  'or',
  'that',
  'the',
  'this',
  'to',
  'was',
  'were',
  'what',
  'when',
  'where',
  'which',
  'who',
  'why',
  'will',
  'with',
]);
const MOST_WORDS = 6;
const LONGEST = 60;

/**
 * The id of a fact that the desk writes in Slack: words of the question that it answers, and a sign of its own draft by
 * `key`, so that no id is ever used for two facts.
 */
export function deskFactId(
  { askedAs, text }: { readonly askedAs: readonly string[]; readonly text: string },
  key: string,
): string {
  const words = (askedAs[0] ?? text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL.has(word))
    .slice(0, MOST_WORDS)
    .join('-')
    .slice(0, LONGEST)
    .replace(/-$/, '');
  return `${words === '' ? 'fact' : words}-${hash('sha256', key, 'hex').slice(0, 6)}`;
}
