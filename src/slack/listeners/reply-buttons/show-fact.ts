import { LedgerError } from '../../../ledger/index.ts';
import { FACT_CHANGED, FACT_GONE } from '../../blocks/current-fact.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { renderOffered } from '../../blocks/topic-offer.ts';
import { findCurrentFact } from '../../replying/find-current-fact.ts';
import { filesIn } from '../../services/files-in.ts';
import type { Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { replyButton } from './reply-button.ts';
import { tellFact } from './tell-fact.ts';

/** "Show": shows a fact that was offered, as it stands now, to whoever pressed. */
export function showFactButton(services: Services): Listener {
  return replyButton(
    'show',
    async (action) => {
      const { value, channel, user, tell } = action;
      const current = value.fact && (await findCurrentFact(filesIn(channel, services), value.fact));
      if (current === null) {
        await tell(renderNotice(FACT_GONE));
        return;
      }
      if (current.hasChanged) await tell(renderNotice(FACT_CHANGED));
      const { quote } = current.fact;
      const { questionId } = value;
      const question = await readOwnWords(questionId, user, services);
      await tellFact(action, { quote, messages: renderOffered(quote, { questionId, question }) }, services);
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
