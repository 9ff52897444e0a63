import type { Services } from '../services/services.ts';
import { postQuestion, postReport, tellOfClosedQuestion, tellOfClosedReport } from './desk-posts.ts';

/** Something that the desk or a colleague does not know yet, ready to be made up for. */
type LateWork = (client: Parameters<typeof postQuestion>[2]) => Promise<void>;

/** All that is left of questions to the desk. */
export async function lateQuestions(services: Services): Promise<readonly LateWork[]> {
  const { unposted, untold } = await services.ledger.unfinishedDeskWork();
  return [
    ...unposted.map(
      (question): LateWork =>
        (client) =>
          postQuestion(question, services, client),
    ),
    ...untold.map(
      (question): LateWork =>
        (client) =>
          tellOfClosedQuestion(question, services, client),
    ),
  ];
}

/** All that is left of reports. */
export async function lateReports(services: Services): Promise<readonly LateWork[]> {
  const { unposted, untold } = await services.ledger.unfinishedReports();
  return [
    ...unposted.map(
      (report): LateWork =>
        (client) =>
          postReport(report, services, client),
    ),
    ...untold.map(
      (report): LateWork =>
        (client) =>
          tellOfClosedReport(report, services, client),
    ),
  ];
}
