import type { DeskQuestion } from '../../../ledger/index.ts';
import type { QuestionClosing } from '../../blocks/desk-question-message.ts';
import { tellAsker } from '../../replying/desk-posts.ts';
import { showGroup } from '../../replying/show-group.ts';
import type { Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { type Closable, closeByDesk } from './close-by-desk.ts';

/** At least one: all that stood open on one card. */
type Closed = readonly [DeskQuestion, ...DeskQuestion[]];

/** "Answered" and "Won't answer" under a question for the desk. */
export function closeDeskQuestion(services: Services): readonly Listener[] {
  return [
    ...closeByDesk(closableQuestion('answered'), services),
    ...closeByDesk(closableQuestion('wont-answer'), services),
  ];
}

function closableQuestion(closing: QuestionClosing): Closable<Closed> {
  return {
    closing,
    async close({ id, ...by }, { ledger }) {
      const [first, ...others] = await ledger.closeGroup({ groupId: id, state: closing, ...by });
      return first && [first, ...others];
    },
    async tell(closed, services, client) {
      await showGroup(closed[0].groupId, services, client);
      for (const question of closed) await tellAsker(question, services, client);
    },
  };
}
