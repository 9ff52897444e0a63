import type { Report } from '../../../ledger/index.ts';
import { tellOfClosedReport } from '../../replying/desk-posts.ts';
import type { Services } from '../../services/services.ts';
import type { Listener } from '../listener.ts';
import { type Closable, closeByDesk } from './close-by-desk.ts';

/** "Dealt with" under a report. */
export function closeReport(services: Services): readonly Listener[] {
  return closeByDesk(closableReport, services);
}

const closableReport: Closable<Report> = {
  closing: 'report',
  close: ({ id, ...by }, { ledger }) => ledger.closeReport({ reportId: id, ...by }),
  tell: tellOfClosedReport,
};
