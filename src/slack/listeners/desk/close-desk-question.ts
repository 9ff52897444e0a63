import type { DeskQuestion } from '../../../ledger/index.ts';
import type { QuestionClosing } from '../../blocks/desk-question-message.ts';
import { tellOfClosedQuestion } from '../../replying/desk-posts.ts';
import type { Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { type Closable, closeByDesk } from './close-by-desk.ts';

/** "Answered" and "Won't answer" under a question for the desk. */
export function closeDeskQuestion(services: Services): readonly Listener[] {
  return [
    ...closeByDesk(closableQuestion('answered'), services),
    ...closeByDesk(closableQuestion('wont-answer'), services),
  ];
}

function closableQuestion(closing: QuestionClosing): Closable<DeskQuestion> {
  return {
    closing,
    close: ({ id, ...by }, { ledger }) =>
      ledger.closeDeskQuestion({ deskQuestionId: id, state: closing, ...by }),
    tell: tellOfClosedQuestion,
  };
}
