import type { Services } from '../services/services.ts';
import { postComplaint, postQuestion, tellOfClosedComplaint, tellOfClosedQuestion } from './desk-posts.ts';

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

/** All that is left of complaints. */
export async function lateComplaints(services: Services): Promise<readonly LateWork[]> {
  const { unposted, untold } = await services.ledger.unfinishedComplaints();
  return [
    ...unposted.map(
      (complaint): LateWork =>
        (client) =>
          postComplaint(complaint, services, client),
    ),
    ...untold.map(
      (complaint): LateWork =>
        (client) =>
          tellOfClosedComplaint(complaint, services, client),
    ),
  ];
}
