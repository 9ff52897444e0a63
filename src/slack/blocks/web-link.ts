import { limits } from './block-limits.ts';

/**
 * The address as Slack may link it, or null when it is none: only `http:` and `https:` open from a reply, and a bar or
 * a bracket would break the link's markup.
 */
export function webLink(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const href = url.href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return href.length <= limits.linkAddress ? href : null;
}
