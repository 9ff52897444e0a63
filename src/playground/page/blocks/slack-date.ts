const DATE_STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_long: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date_long_full: { year: 'numeric', month: 'long', day: 'numeric' },
  date_long_pretty: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_pretty: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_short_pretty: { year: 'numeric', month: 'short', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/** A moment (Unix seconds) in the reader's own zone, by a pattern such as `{date_short} at {time}`. */
export function formatSlackDate(timestamp: number, pattern: string): string {
  const moment = new Date(timestamp * 1_000);
  return pattern.replaceAll(/\{(\w+)\}/g, (token, name: string) => {
    const style = DATE_STYLES[name];
    return style === undefined ? token : new Intl.DateTimeFormat(undefined, style).format(moment);
  });
}
