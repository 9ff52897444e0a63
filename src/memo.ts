/**
 * Data that never changes, read when it is first asked for and shared from then on: importing a module reads nothing,
 * and several indexes of a process do not keep several copies.
 */
export function once<Data>(read: () => Data): () => Data {
  let kept: { readonly data: Data } | undefined;
  return () => {
    kept ??= { data: read() };
    return kept.data;
  };
}

/**
 * A function that gives the same for the same word, and remembers what it gave: newsrooms ask with the same words again
 * and again. Forgets all when it remembers `most` words.
 */
export function memoise(workOut: (word: string) => string, most: number): (word: string) => string {
  const remembered = new Map<string, string>();
  return (word) => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    if (remembered.size === most) remembered.clear();
    const result = workOut(word);
    remembered.set(word, result);
    return result;
  };
}
