import type { FactUse } from '../../../ledger/index.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { MOST_USES, renderUses } from '../../blocks/uses-modal.ts';
import { messageUrl } from '../../services/message-url.ts';
import type { Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { openModal } from '../open-modal.ts';
import { replyButton } from './reply-button.ts';

const FOR_THE_DESK = 'Who was shown a fact is for the desk to see: those who are named in DESK_MEMBERS.';

/** "Uses": a modal that tells the desk who was shown which version of a fact, and when. */
export function usesButton(services: Services): Listener {
  return replyButton(
    'uses',
    async (action, { deskMembers, ledger, wait, workspaceUrl }) => {
      const { value, user, client, tell } = action;
      if (!deskMembers.includes(user) || value.fact === null) {
        await tell(renderNotice(FOR_THE_DESK));
        return;
      }
      const { factId } = value.fact;
      const uses = await ledger.usesOf(factId, { limit: MOST_USES });
      const linkTo = ({ channel, messageTs: ts, threadTs: thread }: FactUse) =>
        channel === null || ts === null ? null : messageUrl(workspaceUrl, { channel, ts, thread });
      await openModal(action, renderUses(factId, uses, linkTo), { client, wait });
    },
    services,
  );
}
