import type { Passage } from '../../corpus/index.ts';
import type { LexiconBuilder } from './lexicon.ts';
import { type TokenLists, TokenListsBuilder } from './token-lists.ts';

/** Passages that stand next to each other and have the same title, topics, speaker and paragraph around them. */
export interface Paragraph {
  /** In reading order, at least one. */
  readonly passages: readonly Passage[];
  /** False for passages that stand alone, as the facts of a sheet do. */
  readonly hasContext: boolean;
  /** Whether the context of each passage is nothing but the others. */
  readonly isWhole: boolean;
}

/**
 * Who said it, where that is not the source named again, whose title is searched anyway; of an article who wrote it,
 * without the words that tell that it is one.
 */
const speakerOf = ({ kind, attribution, source: { title, writers, publisher } }: Passage): string => {
  if (kind === 'article') return [writers, publisher].filter((name) => name && name !== title).join(', ');
  return attribution === title || attribution === publisher ? '' : attribution;
};

/** What stands over a passage and is searched with it, a line each. */
export const headingOf = (passage: Passage): string =>
  [passage.source.title, ...passage.topics, speakerOf(passage)].join('\n');

function shareContext(one: Passage, other: Passage): boolean {
  if (one.context === '' || other.context === '') return one.context === other.context;
  return one.context.includes(other.text) && other.context.includes(one.text);
}

const areSame = (one: readonly string[], other: readonly string[]) =>
  one === other || (one.length === other.length && one.every((text, i) => text === other[i]));

function shareParagraph(one: Passage, other: Passage): boolean {
  const isSameSource =
    one.source === other.source ||
    (one.source.id === other.source.id && one.source.title === other.source.title);
  return (
    isSameSource &&
    areSame(one.topics, other.topics) &&
    speakerOf(one) === speakerOf(other) &&
    shareContext(one, other)
  );
}

function toParagraph(passages: readonly Passage[]): Paragraph {
  const hasContext = passages[0]?.context !== '';
  const texts = passages.map(({ text }) => text);
  const isWhole =
    hasContext &&
    passages.every(({ context }, at) => context === texts.filter((_, other) => other !== at).join(' '));
  return { passages, hasContext, isWhole };
}

/** Groups passages that arrive in reading order. */
export class ParagraphGrouper {
  #current: Passage[] = [];

  /** Takes in the next passage. Gives the paragraph that it shows to be complete, if any. */
  add(passage: Passage): Paragraph | undefined {
    const [first] = this.#current;
    const last = this.#current.at(-1);
    // Each leans on the one before in a row of paragraphs, of which the first and the last have nothing to do.
    const isOf = first && last && shareParagraph(first, passage) && shareParagraph(last, passage);
    const complete = last && !isOf ? this.end() : undefined;
    this.#current.push(passage);
    return complete;
  }

  /** Gives the last paragraph, if there is one that is not complete. */
  end(): Paragraph | undefined {
    const passages = this.#current;
    this.#current = [];
    return passages.length === 0 ? undefined : toParagraph(passages);
  }
}

/**
 * Collects what surrounds the passages of each paragraph: title, topics, speaker and the paragraph itself, a list of
 * words each. Words that were read before are copied.
 */
export class SurroundingsBuilder {
  readonly #lists: TokenListsBuilder;
  #heading = '';
  /** Where the words of the heading were last written. */
  #headingFrom = 0;
  #headingTo = 0;

  constructor(lexicon: LexiconBuilder) {
    this.#lists = new TokenListsBuilder(lexicon);
  }

  /** Adds a paragraph; `words` are those of its passages, `first` the list of the first of them. */
  add(paragraph: Paragraph, words: TokenListsBuilder, first: number): void {
    const [passage] = paragraph.passages;
    if (!passage) return;
    this.#readHeading(headingOf(passage));
    if (paragraph.isWhole) {
      this.#lists.tokens.append(words.tokens, words.starts.at(first), words.tokens.length);
    } else if (paragraph.hasContext) {
      this.#lists.read(passage.text);
      this.#lists.read(passage.context);
    }
    this.#lists.end();
  }

  finish(): TokenLists {
    return this.#lists.finish();
  }

  #readHeading(heading: string): void {
    const { tokens } = this.#lists;
    const from = tokens.length;
    if (heading === this.#heading) tokens.append(tokens, this.#headingFrom, this.#headingTo);
    else this.#lists.read(heading);
    this.#heading = heading;
    this.#headingFrom = from;
    this.#headingTo = tokens.length;
  }
}
