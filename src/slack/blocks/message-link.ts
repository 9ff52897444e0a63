/** Where a message stands. */
interface Place {
  readonly channel: string | null;
  readonly messageTs: string | null;
  /** Of the message whose thread it stands in; null where there is none, or none is known. */
  readonly threadTs: string | null;
}

/** The address of a message, as Slack's *Copy link* gives it; null where its place or the workspace is not known. */
export function messageLink(
  { channel, messageTs, threadTs }: Place,
  workspaceUrl: string | null,
): string | null {
  if (channel === null || messageTs === null || workspaceUrl === null) return null;
  const thread = threadTs === null || threadTs === messageTs ? '' : `?thread_ts=${threadTs}&cid=${channel}`;
  return `${workspaceUrl.replace(/\/$/, '')}/archives/${channel}/p${messageTs.replace('.', '')}${thread}`;
}
