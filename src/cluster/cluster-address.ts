import { ClusterError } from './cluster-error.ts';

/** Where a cluster is, and who asks. */
export interface ClusterAddress {
  /** Addresses of its nodes, or of what stands before them, without credentials. */
  readonly nodes: readonly string[];
  /** What all indices of factdesk there begin with; the alias that is asked bears it alone. */
  readonly name: string;
  readonly username?: string;
  readonly password?: string;
}

const DEFAULT_NAME = 'factdesk';

/** What an index may be named, by the rules of OpenSearch and with room for what is put behind. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,99}$/;

const EXAMPLE = 'such as https://user:password@search.example:9200/newsroom';

/**
 * Reads `https://user:password@host:9200/name`; several nodes stand with commas between, the user and the name with the
 * first. Without a name it is `factdesk`. Throws a ClusterError that shows nothing of a text that cannot be read, since
 * that may hold a password.
 */
export function readClusterAddress(text: string): ClusterAddress {
  const urls = text.split(',').map((one) => readUrl(one.trim()));
  const [first] = urls;
  if (!first)
    throw new ClusterError(`The address of the search cluster is empty: it is a full address ${EXAMPLE}.`);
  const name = first.pathname.replaceAll('/', '') || DEFAULT_NAME;
  if (!NAME.test(name)) {
    throw new ClusterError(
      'The path in the address of the search cluster names its indices: small letters, digits, - and _, ' +
        `${EXAMPLE}.`,
    );
  }
  const { username, password } = first;
  return {
    nodes: urls.map(({ origin }) => origin),
    name,
    ...(username && { username: decodeURIComponent(username), password: decodeURIComponent(password) }),
  };
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new ClusterError(
    `The address of the search cluster cannot be read: it is a full address ${EXAMPLE}.`,
  );
}
