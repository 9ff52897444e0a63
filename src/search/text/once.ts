/**
 * Data that never changes, read when it is first asked for and shared from then on: importing a module reads nothing, and
 * several indexes of a process do not keep several copies.
 */
export function once<Data>(read: () => Data): () => Data {
  let kept: { readonly data: Data } | undefined;
  return () => {
    kept ??= { data: read() };
    return kept.data;
  };
}
