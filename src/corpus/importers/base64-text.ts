/** Shorter ones may be a word; no article is. */
const SHORTEST = 24;

/**
 * The text that Base64 stands for; undefined for what is not Base64 of a text. Feeds carry it without saying so in a
 * way that is kept by who parses them.
 */
export function readBase64(value: string): string | undefined {
  const written = value.trim();
  // An article has blanks; Base64 has line ends at most.
  if (written.length < SHORTEST || /[^\S\r\n]/.test(written)) return undefined;
  const bare = written.replace(/\s+/g, '');
  if (bare.length % 4 !== 0 || !/^[A-Za-z\d+/]+={0,2}$/.test(bare)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bare, 'base64'));
    return /(?![\t\n\r])\p{Cc}/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
