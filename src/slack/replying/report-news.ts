import type { Complaint, Question } from '../../ledger/index.ts';
import type { AboutQuestion, ComplaintNews } from '../blocks/report-message.ts';
import type { Services } from '../services/services.ts';
import { currentFact } from './find-current-fact.ts';
import { ifReachable } from './if-reachable.ts';

/** A complaint with what it is about, as far as the desk may see it. */
export async function complaintNews(
  complaint: Complaint,
  { factDesk, ledger }: Services,
): Promise<ComplaintNews> {
  const current = complaint.fact && (await ifReachable(currentFact(factDesk, complaint.fact), null));
  const question = await ledger.question(complaint.questionId);
  return { complaint, question: aboutQuestion(question), quote: current?.fact.quote ?? null };
}

function aboutQuestion(question: Question | undefined): AboutQuestion {
  if (question?.isPrivate) return { kind: 'private' };
  return question === undefined || question.words === null
    ? { kind: 'forgotten' }
    : { kind: 'open', words: question.words };
}
