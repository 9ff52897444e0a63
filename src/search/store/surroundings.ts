import { namesSourceAgain, type Passage } from '../../corpus/index.ts';
import { GrowingInts } from './growing-array.ts';
import type { LexiconBuilder } from './lexicon.ts';
import { type TokenLists, TokenListsBuilder } from './token-lists.ts';

/** Title, topics, speaker and paragraph, kept and scored once for all passages that stand in them. */
export interface Surroundings {
  /** Number of the surroundings of each passage. */
  readonly ofPassage: Int32Array;
  readonly words: TokenLists;
  /** By number of the surroundings: 1 when they hold a paragraph, 0 when the passages stand alone. */
  readonly hasParagraph: Uint8Array;
}

function shareParagraph(one: Passage, other: Passage): boolean {
  if (one.context === '' && other.context === '') return true;
  return one.context.includes(other.text) && other.context.includes(one.text);
}

/** Who said it, where that is not the source named again. */
const speakerOf = ({ attribution, source }: Passage) =>
  namesSourceAgain(attribution, source) ? '' : attribution;

const shareSurroundings = (one: Passage, other: Passage) =>
  one.source.id === other.source.id &&
  one.source.title === other.source.title &&
  one.topics.join('\n') === other.topics.join('\n') &&
  speakerOf(one) === speakerOf(other) &&
  shareParagraph(one, other);

/** Collects the surroundings of passages that arrive in reading order. */
export class SurroundingsBuilder {
  readonly #ofPassage = new GrowingInts();
  readonly #words: TokenListsBuilder;
  readonly #hasParagraph = new GrowingInts();
  #last: Passage | undefined;
  #current = -1;

  constructor(lexicon: LexiconBuilder) {
    this.#words = new TokenListsBuilder(lexicon);
  }

  /** Gives whether the passage shares its surroundings with the one before. */
  add(passage: Passage): boolean {
    const isShared = this.#last !== undefined && shareSurroundings(this.#last, passage);
    if (!isShared) {
      // A paragraph of several passages is read once: as the first passage and what stands around it.
      const paragraph = passage.context === '' ? [] : [passage.text, passage.context];
      this.#current = this.#words.add(
        passage.source.title,
        ...passage.topics,
        speakerOf(passage),
        ...paragraph,
      );
      this.#hasParagraph.push(paragraph.length === 0 ? 0 : 1);
    }
    this.#last = passage;
    this.#ofPassage.push(this.#current);
    return isShared;
  }

  finish(): Surroundings {
    return {
      ofPassage: this.#ofPassage.toArray(),
      words: this.#words.finish(),
      hasParagraph: Uint8Array.from(this.#hasParagraph.toArray()),
    };
  }
}
