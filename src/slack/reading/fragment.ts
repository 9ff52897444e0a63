import { plainWords } from './plain-words.ts';

/** A piece of a message, in the order in which the pieces stand. */
export type Fragment =
  | {
      readonly kind: 'words';
      readonly text: string;
      /** Whether somebody else's words are passed on: quoted, in a block of code, forwarded or attached. */
      readonly isPassedOn: boolean;
    }
  /** A person, a group or everybody is called; `@here` and the like stand for themselves. */
  | { readonly kind: 'mention'; readonly id: string };

/** Words as whoever sent the message wrote them. */
export function words(text: string, isPassedOn = false): Fragment {
  return { kind: 'words', text, isPassedOn };
}

/** The same pieces as somebody else's: whom these call, this message does not call. */
export function* passedOn(fragments: Iterable<Fragment>): Generator<Fragment> {
  for (const fragment of fragments) if (fragment.kind === 'words') yield words(fragment.text, true);
}

/** The first of several ways to say the same that says anything. */
export function firstThatSays(ways: readonly Iterable<Fragment>[]): readonly Fragment[] {
  for (const way of ways) {
    const fragments = [...way];
    if (fragments.some((one) => one.kind === 'mention' || plainWords(one.text) !== '')) return fragments;
  }
  return [];
}
