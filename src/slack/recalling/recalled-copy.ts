import type { Quote } from '../../answer/index.ts';
import { factVersion, type Recall, type RecallRow, type ShownWords } from '../../ledger/index.ts';
import type { NoteOnCopy } from '../blocks/recall/note-on-copy.ts';
import { type ToldChange, tellChange } from '../blocks/recall/tell-change.ts';
import { sourceLine } from '../blocks/source-line.ts';
import { shownFacts } from '../replying/describe-delivery.ts';
import type { Services } from '../services/services.ts';
import type { RecalledFact } from './recalled-fact.ts';

/** A message that shows a fact, and what it shall show. */
export interface RecalledCopy {
  readonly channel: string;
  readonly ts: string;
  readonly row: RecallRow;
  readonly recall: Recall;
  /** What it shows now; null where its words are not kept. */
  readonly heldWords: ShownWords | null;
  readonly recalled: RecalledFact;
}

/** What the copy says of the correction. */
export function noteFor({ heldWords, recalled, recall }: RecalledCopy, now: Date): NoteOnCopy {
  const change = recalled.without ?? toldChange(heldWords, recalled.quote);
  return { on: now, change, reason: recall.reason };
}

function toldChange(was: ShownWords | null, quote: Quote): ToldChange {
  const [is] = shownFacts([quote]);
  return was === null || is?.words === undefined
    ? { was: 'other words', is: sourceLine(quote) }
    : tellChange(was, is.words);
}

/** Writes down that a message shows the new version from now on, the copy or a reply below it. Never rejects. */
export async function recordNewVersion(
  { channel, row, recalled: { quote } }: RecalledCopy,
  messageTs: string,
  { ledger, lateWrites }: Services,
): Promise<void> {
  if (quote === null) return;
  const isDirect = channel.startsWith('D');
  await lateWrites.write({
    ids: { recall: String(row.recall) },
    what: 'which version a copy shows',
    write: async () => {
      const person = isDirect ? ((await ledger.question(row.questionId))?.askedBy ?? null) : null;
      if (isDirect && person === null) return;
      await ledger.recordDelivery({
        kind: isDirect ? 'direct-message' : 'reply',
        questionId: row.questionId,
        facts: [factVersion(quote)],
        channel,
        messageTs,
        person,
        seenBy: person,
        sentBy: null,
      });
    },
  });
}
