import type { LexiconBuilder } from './lexicon.ts';
import { type Paragraph, speakerOf } from './paragraphs.ts';
import { type TokenLists, TokenListsBuilder } from './token-lists.ts';

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
    this.#readHeading([passage.source.title, ...passage.topics, speakerOf(passage)].join('\n'));
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
