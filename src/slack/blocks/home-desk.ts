import type { types } from '@slack/bolt';
import { amount } from '../../amount.ts';
import { closingButtons } from './closing-modal.ts';
import { type OpenGroup, renderOpenGroup } from './desk-question-message.ts';
import { type DueFacts, dueFactBlocks } from './due-facts.ts';
import { type ReportDetails, reportLines } from './report-message.ts';
import { bold, line, richText } from './rich-text-elements.ts';

/** What only members of the desk see. */
export interface DeskPart {
  /** Questions that mean the same, together. */
  readonly open: readonly OpenGroup[];
  readonly reports: readonly ReportDetails[];
  readonly due: DueFacts;
}

/** The open questions, what people found not right, and what is due for a review, each with its buttons. */
export function deskBlocks({ open, reports, due }: DeskPart): readonly types.KnownBlock[] {
  const counts = `${amount(open.length, 'open question')}, ${amount(reports.length, 'complaint')}`;
  return [
    richText(line(bold(`For the desk: ${counts}`))),
    ...open.flatMap((group) => renderOpenGroup(group).blocks),
    ...reports.flatMap((news) => [richText(...reportLines(news)), closingButtons(news.report.id, 'report')]),
    ...dueFactBlocks(due),
  ];
}
