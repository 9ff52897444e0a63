/** The schema that a PostgreSQL address names first, as in `?options=-c search_path=news`. */
const NAMED = /\bsearch_path=([A-Za-z_]\w{0,40})/;
const DEFAULT_BASE = 'factdesk';

/**
 * The address of one workspace's part of a PostgreSQL database: a schema of its own, named for the workspace behind the
 * schema of the bot as a whole, so that no query can reach that of another. What is no address stays as it is.
 */
export function inSchemaOf(key: string, databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return databaseUrl;
  const url = new URL(databaseUrl);
  const options = url.searchParams.get('options') ?? '';
  const base = NAMED.exec(options)?.[1] ?? DEFAULT_BASE;
  // Of two, the last one counts.
  url.searchParams.set('options', `${options} -c search_path=${base}_${key.toLowerCase()}`.trim());
  return url.href;
}
