import { relative, sep } from 'node:path';

/** Where something stands in a sheet. */
export interface SheetPlace {
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Gives the address at which a place of a sheet can be changed; null where none is known. */
export type SheetLink = (place: SheetPlace) => string | null;

/**
 * Addresses of sheets on the web, as of a page of a repository.
 *
 * @param url base address; with `{file}` and `{line}` in it, these are filled in, else the sheet's name and `#L12`
 *   follow
 */
export function sheetLinks(folder: string, url: string | undefined): SheetLink {
  if (url === undefined) return () => null;
  return ({ file, line }) => {
    const name = relative(folder, file);
    if (name === '' || name.startsWith('..')) return null;
    const path = name.split(sep).map(encodeURIComponent).join('/');
    return url.includes('{file}')
      ? url.replace('{file}', () => path).replace('{line}', String(line))
      : `${url.replace(/\/$/, '')}/${path}#L${line}`;
  };
}
