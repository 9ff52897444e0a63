import type { Acknowledgement } from '../delivery/envelope.ts';
import { toJson } from '../json.ts';
import type { Platform } from '../platform.ts';
import type { Member } from '../workspace/member.ts';

/** Sends what a person did to the app; when the app does not acknowledge it, the person is told, as Slack does. */
export async function sendInteraction(
  payload: object,
  person: Member,
  { outbox, notices }: Platform,
): Promise<Acknowledgement> {
  const outcome = await outbox.send('interactive', toJson(payload));
  if (outcome.kind === 'unacknowledged') {
    notices.tell(person.id, 'The app did not answer in time, so nothing was done. Please try again.');
  }
  return outcome;
}
