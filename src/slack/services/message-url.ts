/** Where a message stands. */
export interface MessagePlace {
  readonly channel: string;
  readonly ts: string;
  /** Timestamp of the thread's first message; null outside of threads. */
  readonly thread: string | null;
}

/**
 * The address of a message in a browser, as `chat.getPermalink` gives it, without a call for each.
 *
 * @param workspaceUrl with a slash at its end
 */
export function messageUrl(workspaceUrl: string, { channel, ts, thread }: MessagePlace): string {
  const inThread = thread === null || thread === ts ? '' : `?thread_ts=${thread}&cid=${channel}`;
  return `${workspaceUrl}archives/${channel}/p${ts.replace('.', '')}${inThread}`;
}
