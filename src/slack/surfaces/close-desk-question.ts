import type { DeskQuestion } from '../../ledger/index.ts';
import type { QuestionClosing } from '../blocks/desk-question.ts';
import { tellOfClosedQuestion } from '../replying/desk-posts.ts';
import type { Services } from '../services.ts';
import { type Closable, closeByDesk } from './close-by-desk.ts';
import type { Surface } from './surface.ts';

/** "Answered" and "Won't answer" under a question for the desk. */
export function closeDeskQuestion(services: Services): readonly Surface[] {
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
