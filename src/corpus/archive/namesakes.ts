import { type ItemName, readLocalUri } from './item-name.ts';

/**
 * Finds items of the same id under another URI, whose provider may be the same: it is not known of one of the two. A
 * cancellation may lack the provider that its article named, and the other way round.
 */
export interface Namesakes {
  add(uri: string): void;
  /** Other URIs that were added, in the order in which they were. */
  of(uri: string): readonly string[];
}

/** Knows no item yet. */
export function openNamesakes(uris: Iterable<string>): Namesakes {
  const byId = new Map<string, string[]>();
  const add = (uri: string) => {
    const id = readLocalUri(uri)?.id;
    if (id === undefined) return;
    const same = byId.get(id);
    if (!same) byId.set(id, [uri]);
    else if (!same.includes(uri)) same.push(uri);
  };
  for (const uri of uris) add(uri);
  return {
    add,
    of(uri) {
      const name = readLocalUri(uri);
      if (!name) return [];
      const same = byId.get(name.id) ?? [];
      return same.filter((other) => other !== uri && mayBeOneProvider(name, readLocalUri(other)));
    },
  };
}

function mayBeOneProvider(one: ItemName, other: ItemName | undefined): boolean {
  return one.provider === '' || other?.provider === '' || one.provider === other?.provider;
}
