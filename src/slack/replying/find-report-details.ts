import type { Question, Report } from '../../ledger/index.ts';
import type { AboutQuestion, ReportDetails } from '../blocks/report-message.ts';
import type { Services } from '../services/services.ts';
import { findCurrentFact } from './find-current-fact.ts';
import { ifReachable } from './if-reachable.ts';

/** A report with what it is about, as far as the desk may see it. */
export async function findReportDetails(
  report: Report,
  { factDesk, ledger }: Services,
): Promise<ReportDetails> {
  const current = report.fact && (await ifReachable(findCurrentFact(factDesk, report.fact), null));
  const question = await ledger.question(report.questionId);
  return { report, question: aboutQuestion(question), quote: current?.fact.quote ?? null };
}

function aboutQuestion(question: Question | undefined): AboutQuestion {
  if (question?.isPrivate) return { kind: 'private' };
  return question === undefined || question.words === null
    ? { kind: 'forgotten' }
    : { kind: 'open', words: question.words };
}
