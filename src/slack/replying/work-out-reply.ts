import { readReplyQuestion } from '../../search/index.ts';
import { renderAnswer } from '../blocks/answer-message.ts';
import { filesIn } from '../services/files-in.ts';
import type { Services } from '../services/services.ts';
import { tellAboutReply } from './about-reply.ts';
import { earlierQuestion } from './earlier-question.ts';
import type { AcceptedQuestion, QuestionContext } from './question-context.ts';
import type { Reply } from './reply.ts';

/** Works out what is replied to a question: about the news, or about the reply before it. */
export async function workOutReply(
  services: Services,
  accepted: AcceptedQuestion,
  context: QuestionContext,
): Promise<Reply> {
  const { question, questionId } = accepted;
  const asked = readReplyQuestion(question);
  if (asked !== null) return tellAboutReply(services, { ...accepted, asked }, context);
  const { origin, options } = context;
  const earlier = await earlierQuestion(services.ledger, accepted, origin);
  const files = filesIn(origin.channel, services);
  const answer = await files.ask(question, earlier === undefined ? {} : { earlier });
  const { outcome, quotes } = answer;
  const { decision } = services.factDesk;
  const canAskWider = services.channelSettings.of(null).topics === null;
  const messages = renderAnswer(answer, { ...options, questionId, canAskWider });
  return { outcome, quotes, decision, messages };
}
