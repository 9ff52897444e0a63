import { readButtonValue } from '../../blocks/button-value.ts';
import { FACT_GONE } from '../../blocks/current-fact.ts';
import { groupIds } from '../../blocks/filing/group-buttons.ts';
import { answerGroup } from '../../filing/answer-group.ts';
import { findCurrentFact } from '../../replying/find-current-fact.ts';
import { showGroup } from '../../replying/show-group.ts';
import { filesIn } from '../../services/files-in.ts';
import type { Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { type DeskAct, deskButton } from './desk-button.ts';

const CHANGED =
  'This fact was changed since it was shown here, so nothing was sent. Read it as it stands now.';
const NONE = 'It answers none of these questions for sure any more, so nothing was sent.';
const SOME = 'Some of these questions it does not answer for sure: they stay open.';
const CLOSED = 'These questions were closed or sorted meanwhile.';

/** "Send it" under a fact that may answer open questions. */
export function sendFact(services: Services): Listener {
  return deskButton(groupIds.send, send, services);
}

const send: DeskAct = async (action, { receipt, client }, services) => {
  const value = readButtonValue(action.written);
  const { questionId: groupId = '', fact = null } = value ?? {};
  const current = fact && (await findCurrentFact(filesIn(services.deskChannel, services), fact));
  if (fact === null || current === null || current.hasChanged) {
    services.tried.delete(groupId);
    await showGroup(groupId, services, client);
    return current === null ? FACT_GONE : CHANGED;
  }
  const onKept = () => receipt.confirm();
  const answering = { factId: fact.factId, answeredBy: action.user, onKept };
  const { answered, open } = await answerGroup(groupId, answering, services, client);
  if (answered + open === 0) return CLOSED;
  if (answered === 0) return NONE;
  return open === 0 ? null : SOME;
};
