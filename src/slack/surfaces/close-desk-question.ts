import type { DeskQuestion } from '../../ledger/index.ts';
import { type QuestionClosing, renderClosedQuestion, renderNewsForAsker } from '../blocks/desk-question.ts';
import { changeDeskPost, writeAskerTold } from '../replying/desk-posts.ts';
import { postIn } from '../sending/sending.ts';
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
    async tell(question, services, client) {
      const { wait } = services;
      const { askedBy, deskMessage, id } = question;
      if (askedBy !== null) {
        await postIn(client, { channel: askedBy }, wait)(renderNewsForAsker(question, closing));
        await writeAskerTold(id, services);
      }
      if (deskMessage === null) return;
      await changeDeskPost(deskMessage, renderClosedQuestion(question, closing), { client, wait });
    },
  };
}
