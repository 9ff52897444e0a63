import type { types } from '@slack/bolt';
import type { Complaint, DeskQuestion } from '../../ledger/index.ts';
import { amount } from './amounts.ts';
import { COMPLAINT_REASONS } from './complaint.ts';
import { renderOpenQuestion } from './desk-question.ts';
import { asInlineText, clip } from './plain-text.ts';
import { bold, bullets, line, plain, richText } from './rich-text.ts';

/** What only members of the desk see. */
export interface DeskPart {
  readonly open: readonly DeskQuestion[];
  readonly complaints: readonly Complaint[];
}

const LINE_LENGTH = 300;

/** The open questions, each with its buttons, and what people found not right. */
export function deskBlocks({ open, complaints }: DeskPart): readonly types.KnownBlock[] {
  return [
    richText(
      line(
        bold(
          `For the desk: ${amount(open.length, 'open question')}, ${amount(complaints.length, 'complaint')}`,
        ),
      ),
    ),
    ...open.flatMap((question) => renderOpenQuestion(question).blocks),
    ...(complaints.length === 0
      ? []
      : [richText(line(bold('Found not right')), bullets(...complaints.map(oneComplaint)))]),
  ];
}

function oneComplaint({ reason, fact, line: words }: Complaint): types.RichTextSection {
  const about = fact === null ? 'a reply' : clip(asInlineText(fact.factId), LINE_LENGTH);
  const said = words === null ? '' : `: ${clip(asInlineText(words), LINE_LENGTH)}`;
  return line(plain(`${about}. ${COMPLAINT_REASONS[reason]}${said}`));
}
