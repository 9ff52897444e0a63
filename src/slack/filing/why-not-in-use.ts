import type { Draft } from '../../ledger/index.ts';
import type { Services } from '../services/services.ts';
import { draftQuote } from './draft-quote.ts';

/** Why a fact that stands in its sheet cannot be told, as its card says it. */
export async function whyNotInUse({ factId, fact }: Draft, { factDesk }: Services): Promise<string> {
  if (factId === null || fact === null) return 'its words are no longer kept';
  const { source, ...quote } = draftQuote(fact);
  const { kind } = await factDesk.follow({ ...quote, ...source, factId });
  switch (kind) {
    case 'unknown':
      return 'the sheet cannot be read as it stands; “factdesk check” says why';
    case 'replaced':
      return 'another fact stands for it by now';
    case 'on-file':
    case 'reused':
      return 'its section was changed, or is under another name';
    case 'gone':
    case 'expired':
      return 'it was withdrawn, taken out of the sheet, put under embargo, or has a mistake (“factdesk check” tells)';
    default:
      return kind satisfies never;
  }
}
