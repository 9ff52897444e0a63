import { renderNotice } from '../blocks/notice.ts';
import { renderChosen } from '../blocks/shared.ts';
import { currentFact, FACT_CHANGED, FACT_GONE } from '../replying/current-fact.ts';
import { canShareIn, type Services } from '../services.ts';
import { type Act, replyButton } from './reply-button.ts';
import type { Surface } from './surface.ts';

/** "This one": shows the chosen fact, and lets the desk know that it answers the question. */
export function chooseButton(services: Services): Surface {
  return replyButton('choose', choose, services);
}

const choose: Act = async ({ value, user, channel, tell, kept }, services) => {
  const { factDesk, ledger, lateWrites } = services;
  const current = value.fact && (await currentFact(factDesk, value.fact));
  if (current === null) {
    await tell(renderNotice(FACT_GONE));
    return;
  }
  const { questionId } = value;
  const { fact, hasChanged } = current;
  await lateWrites.write({
    ids: { question: questionId, user },
    what: 'a choice',
    write: () => ledger.recordChoice({ questionId, factId: fact.quote.factId, chosenBy: user }),
  });
  await kept();
  if (hasChanged) await tell(renderNotice(FACT_CHANGED));
  const canShare = canShareIn(services, channel);
  for (const message of renderChosen(fact.quote, { questionId, canShare })) await tell(message);
};
