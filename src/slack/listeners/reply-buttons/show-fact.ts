import { LedgerError } from '../../../ledger/index.ts';
import { FACT_CHANGED, FACT_GONE } from '../../blocks/current-fact.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { renderOffered } from '../../blocks/topic-offer.ts';
import { findCurrentFact } from '../../replying/find-current-fact.ts';
import { filesIn } from '../../services/files-in.ts';
import type { Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { replyButton } from './reply-button.ts';

/** "Show": shows a fact that was offered, as it stands now, to whoever pressed. */
export function showFactButton(services: Services): Listener {
  return replyButton(
    'show',
    async ({ value, channel, user, tell }) => {
      const current = value.fact && (await findCurrentFact(filesIn(channel, services), value.fact));
      if (current === null) {
        await tell(renderNotice(FACT_GONE));
        return;
      }
      if (current.hasChanged) await tell(renderNotice(FACT_CHANGED));
      const { questionId } = value;
      const question = await readOwnWords(questionId, user, services);
      for (const message of renderOffered(current.fact.quote, { questionId, question })) await tell(message);
    },
    services,
  );
}

/**
 * What this person asked; null of somebody else's question, and while the ledger is away: nobody needs it to read on.
 */
async function readOwnWords(questionId: string, user: string, { ledger }: Services): Promise<string | null> {
  try {
    const question = await ledger.question(questionId);
    return question?.askedBy === user ? question.words : null;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return null;
  }
}
