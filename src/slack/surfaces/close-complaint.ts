import type { Complaint } from '../../ledger/index.ts';
import { renderClosedComplaint, renderNewsForComplainer } from '../blocks/complaint.ts';
import { complaintNews } from '../replying/complaint-news.ts';
import { changeDeskPost, writeComplainerTold } from '../replying/desk-posts.ts';
import { postIn } from '../sending/sending.ts';
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
  async tell(complaint, services, client) {
    const { wait } = services;
    const { givenBy, deskMessage, id } = complaint;
    if (givenBy !== null) {
      await postIn(client, { channel: givenBy }, wait)(renderNewsForComplainer(complaint));
      await writeComplainerTold(id, services);
    }
    const [first] = renderClosedComplaint(await complaintNews(complaint, services));
    if (deskMessage !== null && first !== undefined) {
      await changeDeskPost(deskMessage, first, { client, wait });
    }
  },
};
