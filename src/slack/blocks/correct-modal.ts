import type { types } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import { asInlineText } from './inline-text.ts';
import { quoteBlocks } from './quote.ts';
import { bold, line, link, plain, richText } from './rich-text-elements.ts';
import { webLink } from './web-link.ts';

/** Where a fact is corrected, and what becomes of it then. */
export interface CorrectionPlace {
  /** Address of the sheet; null where none is set. */
  readonly address: string | null;
  /** Whether a saved change comes up in a channel. */
  readonly hasDeskChannel: boolean;
}

/** A modal for the desk: where in its sheets a fact stands, to be corrected there, and what saving it does. */
export function renderCorrectModal(
  quote: Quote,
  { address, hasDeskChannel }: CorrectionPlace,
): types.ModalView {
  const { file, line: number } = quote.source;
  const place = `${asInlineText(file)}, line ${number}`;
  const url = webLink(address);
  const where = hasDeskChannel ? 'as a card in the desk channel' : 'in “factdesk recall”';
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Correct' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [
      ...quoteBlocks(quote),
      richText(line(plain('Change it in its sheet: '), url === null ? bold(place) : link(url, place))),
      richText(
        line(
          plain(
            'A saved sheet is answered from within seconds. Where copies of the old words stand, the change ',
          ),
          plain(`then comes up ${where}: you decide there whether they are corrected, and who is told.`),
        ),
      ),
    ],
  };
}
