import type { webApi } from '@slack/bolt';
import type { Draft } from '../../ledger/index.ts';
import { NOTE_LENGTH } from '../blocks/closing-modal.ts';
import { asInlineText, clip } from '../blocks/inline-text.ts';
import { line, person, plain, richText } from '../blocks/rich-text-elements.ts';
import { message } from '../blocks/slack-message.ts';
import { postOnce } from '../replying/post-once.ts';
import type { Services } from '../services/services.ts';

/** Tells the writer of a draft, once for each version, that it was sent back, and why. Nobody tells themselves. */
export async function tellOfSentBack(
  { id, version, writtenBy, sentBackBy, note, deskMessage }: Draft,
  services: Services,
  client: webApi.WebClient,
): Promise<void> {
  if (writtenBy === null || writtenBy === sentBackBy) return;
  const where =
    deskMessage === null
      ? plain('.')
      : plain('. It stands in the desk channel, where you can change it and put it forward again.');
  const words = message([
    richText(
      line(
        person(sentBackBy),
        plain(' sent your draft of a fact back: '),
        plain(clip(asInlineText(note ?? ''), NOTE_LENGTH)),
        where,
      ),
    ),
  ]);
  await postOnce(
    { key: `sent back ${id} ${version}`, channel: writtenBy, messages: [words] },
    services,
    client,
  );
}
