import { FACT_CHANGED, FACT_GONE } from '../../blocks/current-fact.ts';
import { renderNotice } from '../../blocks/notice.ts';
import { renderChosen } from '../../blocks/shared-message.ts';
import { findCurrentFact } from '../../replying/find-current-fact.ts';
import { filesIn } from '../../services/files-in.ts';
import { canShareIn, type Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { mayActOn } from './may-act-on.ts';
import { type ReplyButtonHandler, replyButton } from './reply-button.ts';

/** "This one": shows the chosen fact, and lets the desk know that it answers the question. */
export function chooseButton(services: Services): Listener {
  return replyButton('choose', choose, services);
}

const choose: ReplyButtonHandler = async (action, services) => {
  const { value, user, channel, tell, confirm } = action;
  const { ledger, lateWrites } = services;
  const current = value.fact && (await findCurrentFact(filesIn(channel, services), value.fact));
  if (current === null) {
    await tell(renderNotice(FACT_GONE));
    return;
  }
  const { questionId } = value;
  const { fact, hasChanged } = current;
  await lateWrites.write({
    ids: { question: questionId, user },
    what: 'a choice',
    write: async () => {
      // To read on costs nobody anything; what the desk learns from is for those to choose who may.
      if (!mayActOn(await ledger.question(questionId), action)) return;
      await ledger.recordChoice({ questionId, factId: fact.quote.factId, chosenBy: user });
    },
  });
  await confirm();
  if (hasChanged) await tell(renderNotice(FACT_CHANGED));
  const canShare = canShareIn(services, channel);
  for (const message of renderChosen(fact.quote, { questionId, canShare })) await tell(message);
};
