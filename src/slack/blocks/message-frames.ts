import type { types } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import { STATEMENT_LABEL } from './quote.ts';
import type { Leaf } from './rich-text-elements.ts';
import type { SlackMessage } from './slack-message.ts';
import { sourceLine } from './source-line.ts';

/** What stands in a message in its order: lines of ours, and the numbers of its quotes, each with its source line. */
export type MessageFrame = readonly (string | number)[];

/** Tells of messages that quote some facts, in this order, what stands in each: what is not the sources' own words. */
export function framesOf(
  messages: readonly Pick<SlackMessage, 'blocks'>[],
  quotes: readonly Quote[],
): readonly MessageFrame[] {
  const reader = new FrameReader(quotes);
  return messages.map(({ blocks }) => reader.read(blocks));
}

class FrameReader {
  readonly #quotes: readonly Quote[];
  /** The quote that was read last, and what of its words is still to come. */
  #number = -1;
  #rest = '';

  constructor(quotes: readonly Quote[]) {
    this.#quotes = quotes;
  }

  read(blocks: readonly types.KnownBlock[]): MessageFrame {
    const frame: (string | number)[] = [];
    for (const part of blocks.flatMap((block) => this.#partsOf(block))) {
      // A long quote stands in several blocks.
      if (part !== '' && part !== frame.at(-1)) frame.push(part);
    }
    return frame;
  }

  #partsOf(block: types.KnownBlock): readonly (string | number)[] {
    switch (block.type) {
      case 'rich_text':
        return block.elements.map((element) =>
          element.type === 'rich_text_quote'
            ? this.#quoteIn(textOf(element.elements))
            : this.#ownLine(linesOf(element)),
        );
      case 'section':
      case 'header':
        return [block.text?.text ?? ''];
      default:
        return [];
    }
  }

  #quoteIn(text: string): string | number {
    if (this.#rest === '' || !this.#rest.startsWith(text)) {
      const next = this.#quotes.findIndex((quote, at) => at > this.#number && quote.text.startsWith(text));
      if (next < 0) return text;
      this.#number = next;
      this.#rest = this.#quotes[next]?.text ?? '';
    }
    this.#rest = this.#rest.slice(text.length);
    return this.#number;
  }

  /** Nothing of the line under a quote, and of that above it not what tells its kind: both are kept with its words. */
  #ownLine(text: string): string {
    const quote = this.#quotes[this.#number];
    if (quote !== undefined && text === sourceLine(quote)) return '';
    return text.endsWith(STATEMENT_LABEL) ? text.slice(0, -STATEMENT_LABEL.length).trimEnd() : text;
  }
}

function linesOf(element: types.RichTextBlockElement): string {
  if (element.type !== 'rich_text_list') return textOf(element.elements);
  return element.elements.map((item) => `• ${textOf(item.elements)}`).join('\n');
}

const textOf = (leaves: readonly Leaf[]) => leaves.map((leaf) => ('text' in leaf ? leaf.text : '')).join('');
