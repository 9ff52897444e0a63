/** Escapes the three characters Slack escapes in what people type. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The reverse of `escapeText`. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** What `encodeTyped` needs to know of the workspace. */
export interface Names {
  /** The id of the member with a handle. */
  readonly memberId: (handle: string) => string | undefined;
  /** The id of the channel with a name. */
  readonly channelId: (name: string) => string | undefined;
}

const TYPED =
  /<@(?<id>U[A-Z0-9]+)>|(?<![\w/])@(?<handle>[\w.-]*\w)|(?<!\w)#(?<channel>[\w-]+)|https?:\/\/[^\s<>]+/g;
const BROADCASTS: ReadonlySet<string> = new Set(['here', 'channel', 'everyone']);

/**
 * Turns what a person typed into what Slack stores: mentions, channels and addresses become sequences in
 * angle brackets, everything else is escaped. A mention may be typed as `@handle` or given as `<@ID>`.
 */
export function encodeTyped(text: string, names: Names): string {
  let encoded = '';
  let from = 0;
  for (const match of text.matchAll(TYPED)) {
    const sequence = sequenceFor(match[0], match.groups ?? {}, names);
    if (sequence === undefined) continue;
    encoded += escapeText(text.slice(from, match.index)) + sequence;
    from = match.index + match[0].length;
  }
  return encoded + escapeText(text.slice(from));
}

function sequenceFor(
  typed: string,
  { id, handle, channel }: Record<string, string | undefined>,
  { memberId, channelId }: Names,
): string | undefined {
  if (id !== undefined) return typed;
  if (handle !== undefined) {
    if (BROADCASTS.has(handle)) return `<!${handle}>`;
    const known = memberId(handle.toLowerCase());
    return known === undefined ? undefined : `<@${known}>`;
  }
  if (channel !== undefined) {
    const known = channelId(channel);
    return known === undefined ? undefined : `<#${known}|${channel}>`;
  }
  return `<${escapeText(typed)}>`;
}
