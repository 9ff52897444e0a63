import { type Refusal, refuse } from './import-item.ts';

/** Where a source leads: to the pipe, to the web, or to the disk. */
export type ImportSource =
  | { readonly kind: 'pipe' }
  | { readonly kind: 'web'; readonly address: string }
  | { readonly kind: 'disk'; readonly path: string };

/** With two letters or more: `C:\news` is a path. */
const ADDRESS = /^(?:[a-z][a-z\d+.-]+:\/\/|(?:https?|ftps?|sftp|file|feed|data):)/i;
const FETCHED = /^https?:/i;

/** What the desk means by one source: `-`, an address, or a path. An address that cannot be fetched is a refusal. */
export function parseSource(source: string): ImportSource | Refusal {
  if (source === '-') return { kind: 'pipe' };
  if (!ADDRESS.test(source)) return { kind: 'disk', path: source };
  const name = withoutCredentials(source);
  if (!FETCHED.test(source)) {
    const scheme = source.slice(0, source.indexOf(':') + 1).toLowerCase();
    const mend =
      scheme === 'file:' ? 'Name the file by its path' : 'Fetch it another way, and name the file you get';
    return refuse(name, `${scheme} addresses are not fetched, http: and https: are`, mend);
  }
  if (!URL.canParse(source)) return refuse(name, 'this is not a valid address', 'Check how it is written');
  return { kind: 'web', address: source };
}

/** An address without name and password: they belong in no message and no archive. */
export function withoutCredentials(address: string): string {
  if (!URL.canParse(address)) return withoutBeginning(address);
  const url = new URL(address);
  if (url.username === '' && url.password === '') return url.href;
  url.username = '';
  url.password = '';
  return url.href;
}

/** Whatever stands before the last @ of a broken address may be a password. */
function withoutBeginning(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? address : `${address.slice(0, address.indexOf(':'))}://${address.slice(at + 1)}`;
}
