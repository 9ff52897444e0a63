import type { Complaint } from '../../../ledger/index.ts';
import { tellOfClosedComplaint } from '../../replying/desk-posts.ts';
import type { Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { type Closable, closeByDesk } from './close-by-desk.ts';

/** "Dealt with" under a complaint. */
export function closeReport(services: Services): readonly Listener[] {
  return closeByDesk(closableComplaint, services);
}

const closableComplaint: Closable<Complaint> = {
  closing: 'complaint',
  close: ({ id, ...by }, { ledger }) => ledger.closeComplaint({ complaintId: id, ...by }),
  tell: tellOfClosedComplaint,
};
