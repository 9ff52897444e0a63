import type { Complaint } from '../../ledger/index.ts';
import { tellOfClosedComplaint } from '../replying/desk-posts.ts';
import type { Services } from '../services.ts';
import { type Closable, closeByDesk } from './close-by-desk.ts';
import type { Surface } from './surface.ts';

/** "Dealt with" under a complaint. */
export function closeComplaint(services: Services): readonly Surface[] {
  return closeByDesk(closableComplaint, services);
}

const closableComplaint: Closable<Complaint> = {
  closing: 'complaint',
  close: ({ id, ...by }, { ledger }) => ledger.closeComplaint({ complaintId: id, ...by }),
  tell: tellOfClosedComplaint,
};
