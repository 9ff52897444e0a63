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
    async ({ value, channel, tell }) => {
      const current = value.fact && (await findCurrentFact(filesIn(channel, services), value.fact));
      if (current === null) {
        await tell(renderNotice(FACT_GONE));
        return;
      }
      if (current.hasChanged) await tell(renderNotice(FACT_CHANGED));
      for (const message of renderOffered(current.fact.quote, value.questionId)) await tell(message);
    },
    services,
  );
}
