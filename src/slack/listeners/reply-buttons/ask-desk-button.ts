import { renderNotice } from '../../blocks/notice.ts';
import { joinSameQuestion } from '../../replying/join-same-question.ts';
import { questionMeaning } from '../../replying/question-meaning.ts';
import { showGroup } from '../../replying/show-group.ts';
import type { Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { mayActOn, NOT_YOURS } from './may-act-on.ts';
import { type ReplyButtonHandler, replyButton } from './reply-button.ts';

const OPENED =
  'Your question is with the desk. You are told here or by direct message when they have closed it.';
const COUNTED = 'The desk has this question from you already, and now knows that you still need it.';
const FORGOTTEN = 'The words of this question are no longer kept. Ask it again, then press "Ask the desk".';

/** "Ask the desk": keeps the question for people to answer, once for each asker and meaning. */
export function askDeskButton(services: Services): Listener {
  return replyButton('askDesk', askDesk, services);
}

const askDesk: ReplyButtonHandler = async (action, services) => {
  const { value, user, eventKey, tell } = action;
  const { ledger } = services;
  const question = await ledger.question(value.questionId);
  if (!mayActOn(question, action)) {
    await tell(renderNotice(question === undefined ? FORGOTTEN : NOT_YOURS));
    return;
  }
  const asked = await ledger.askDesk({
    eventKey,
    questionId: value.questionId,
    askedBy: user,
    meaning: questionMeaning(question?.words ?? ''),
  });
  await action.confirm();
  switch (asked.kind) {
    case 'opened':
      await showGroup(await joinSameQuestion(asked.deskQuestion, services), services, action.client);
      await tell(renderNotice(OPENED));
      break;
    case 'counted':
      await tell(renderNotice(COUNTED));
      break;
    case 'gone':
      await tell(renderNotice(FORGOTTEN));
      break;
    case 'repeated':
      break;
    default:
      asked satisfies never;
  }
};
