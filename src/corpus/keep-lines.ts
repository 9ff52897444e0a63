/** Facts or passages with the `asked as` lines alone that are to be kept, told by their number from 0. */
export function keepLines<Asked extends { readonly askedAs: readonly string[] }>(
  all: readonly Asked[],
  isKept: (nth: number) => boolean,
): readonly Asked[] {
  return all.map((one) => ({ ...one, askedAs: one.askedAs.filter((_, nth) => isKept(nth)) }));
}
