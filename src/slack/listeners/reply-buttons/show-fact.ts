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
      const { value, channel, tell } = action;
      const current = value.fact && (await findCurrentFact(filesIn(channel, services), value.fact));
      if (current === null) {
        await tell(renderNotice(FACT_GONE));
        return;
      }
      if (current.hasChanged) await tell(renderNotice(FACT_CHANGED));
      const { quote } = current.fact;
      await tellFact(action, { quote, messages: renderOffered(quote, value.questionId) }, services);
    },
    services,
  );
}
