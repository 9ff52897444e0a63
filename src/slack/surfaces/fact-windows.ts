import type { types } from '@slack/bolt';
import { renderCitation } from '../blocks/citation-modal.ts';
import { renderContext } from '../blocks/context-modal.ts';
import { renderNotice } from '../blocks/notice.ts';
import { type CurrentFact, currentFact, FACT_GONE } from '../current-fact.ts';
import { patiently } from '../patience.ts';
import type { Services } from '../services.ts';
import { type Act, replyButton } from './reply-button.ts';
import type { Surface } from './surface.ts';

/** "Context": a window with everything on file about the fact. */
export function contextButton(services: Services): Surface {
  return replyButton('context', openWindow(renderContext), services);
}

/** "Copy citation": a window with the quote and its source in three forms. */
export function citationButton(services: Services): Surface {
  return replyButton('cite', openWindow(renderCitation), services);
}

function openWindow(render: (current: CurrentFact) => types.ModalView): Act {
  return async ({ value, triggerId, client, tell }, { factDesk, wait }) => {
    const current = value.fact && (await currentFact(factDesk, value.fact));
    if (current === null || triggerId === null) {
      await tell(renderNotice(FACT_GONE));
      return;
    }
    const view = render(current);
    await patiently(() => client.views.open({ trigger_id: triggerId, view }), wait);
  };
}
