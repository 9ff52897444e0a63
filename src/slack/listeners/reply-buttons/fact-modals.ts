import type { types } from '@slack/bolt';
import { factVersion, type RecordedCheck } from '../../../ledger/index.ts';
import { renderCitation } from '../../blocks/citation-modal.ts';
import { renderContext } from '../../blocks/context-modal.ts';
import { type CurrentFact, FACT_GONE } from '../../blocks/current-fact.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { findCurrentFact } from '../../replying/find-current-fact.ts';
import { filesIn } from '../../services/files-in.ts';
import type { Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { openModal } from '../open-modal.ts';
import { type ReplyButtonContext, type ReplyButtonHandler, replyButton } from './reply-button.ts';

/** "Context": a modal with everything on file about the fact. */
export function contextButton(services: Services): Listener {
  const render = (current: CurrentFact, { user, value }: ReplyButtonContext) =>
    renderContext(current, {
      usesFor: services.deskMembers.includes(user) ? value.questionId : undefined,
      check: checkOf(current, services),
    });
  return replyButton('context', show(render), services);
}

/** "Copy citation": a modal with the quote and its source in three forms. */
export function citationButton(services: Services): Listener {
  return replyButton('cite', show(renderCitation), services);
}

/** Whoever found other words true has not checked these. */
function checkOf({ fact: { quote } }: CurrentFact, { ledger }: Services): RecordedCheck | null {
  const check = ledger.knownCheck(quote.factId);
  return check?.fact.factHash === factVersion(quote).factHash ? check : null;
}

function show(
  render: (current: CurrentFact, action: ReplyButtonContext) => types.ModalView,
): ReplyButtonHandler {
  return async (action, services) => {
    const { value, channel, client, tell } = action;
    const current = value.fact && (await findCurrentFact(filesIn(channel, services), value.fact));
    if (current === null) await tell(renderNotice(FACT_GONE));
    else await openModal(action, render(current, action), { client, wait: services.wait });
  };
}
