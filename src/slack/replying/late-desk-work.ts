import type { Services } from '../services/services.ts';
import { postQuestion, postReport, tellOfClosedQuestion, tellOfClosedReport } from './desk-posts.ts';

type Client = Parameters<typeof postQuestion>[2];

/** Something that the desk or a colleague does not know yet, ready to be made up for. */
type LateWork = (client: Client) => Promise<void>;

/** All that is left of questions to the desk. */
export async function lateQuestions(services: Services): Promise<readonly LateWork[]> {
  const { unposted, untold } = await services.ledger.unfinishedDeskWork();
  return [...late(unposted, postQuestion, services), ...late(untold, tellOfClosedQuestion, services)];
}

/** All that is left of reports. */
export async function lateReports(services: Services): Promise<readonly LateWork[]> {
  const { unposted, untold } = await services.ledger.unfinishedReports();
  return [...late(unposted, postReport, services), ...late(untold, tellOfClosedReport, services)];
}

function late<Subject>(
  subjects: readonly Subject[],
  work: (subject: Subject, services: Services, client: Client) => Promise<void>,
  services: Services,
): readonly LateWork[] {
  return subjects.map((subject) => (client) => work(subject, services, client));
}
