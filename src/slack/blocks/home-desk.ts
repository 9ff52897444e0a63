import type { types } from '@slack/bolt';
import { amount } from '../../amount.ts';
import type { DeskQuestion } from '../../ledger/index.ts';
import { closingButtons } from './closing-window.ts';
import { type ComplaintNews, complaintLines } from './complaint.ts';
import { renderOpenQuestion } from './desk-question.ts';
import { bold, line, richText } from './rich-text.ts';

/** What only members of the desk see. */
export interface DeskPart {
  readonly open: readonly DeskQuestion[];
  readonly complaints: readonly ComplaintNews[];
}

/** The open questions, and what people found not right, each with its buttons. */
export function deskBlocks({ open, complaints }: DeskPart): readonly types.KnownBlock[] {
  const counts = `${amount(open.length, 'open question')}, ${amount(complaints.length, 'complaint')}`;
  return [
    richText(line(bold(`For the desk: ${counts}`))),
    ...open.flatMap((question) => renderOpenQuestion(question).blocks),
    ...complaints.flatMap((news) => [
      richText(...complaintLines(news)),
      closingButtons(news.complaint.id, 'complaint'),
    ]),
  ];
}
