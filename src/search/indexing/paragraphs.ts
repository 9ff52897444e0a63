import { namesSourceAgain, type Passage } from '../../corpus/index.ts';

/** Passages that stand next to each other and have the same title, topics, speaker and paragraph around them. */
export interface Paragraph {
  /** In reading order, at least one. */
  readonly passages: readonly Passage[];
  /** False for passages that stand alone, as the facts of a sheet do. */
  readonly hasContext: boolean;
  /** Whether the context of each passage is nothing but the others. */
  readonly isWhole: boolean;
}

/** Who said it, where that is not the source named again. */
export const speakerOf = ({ attribution, source }: Passage): string =>
  namesSourceAgain(attribution, source) ? '' : attribution;

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
    const last = this.#current.at(-1);
    const complete = last && !shareParagraph(last, passage) ? this.end() : undefined;
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
