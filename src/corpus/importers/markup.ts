/** An element of marked-up text, whichever parser it comes from. */
export interface MarkupElement {
  /** In small letters, without prefix. */
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Can be walked more than once. */
  readonly children: Iterable<Markup>;
}

/** A piece of marked-up text. */
export type Markup = string | MarkupElement;
