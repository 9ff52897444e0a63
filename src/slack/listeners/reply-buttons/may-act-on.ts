import type { Question } from '../../../ledger/index.ts';
import type { ButtonAction } from '../../reading/read-block-action.ts';

/** What somebody is told whose press is not theirs to make. */
export const NOT_YOURS = 'Only whoever asked this can do that. Ask the question yourself.';

/**
 * Whether somebody may do something with a question as their own: whoever asked it, and where it was asked aloud,
 * everybody in that channel.
 */
export function mayActOn(question: Question | undefined, { user, channel }: ButtonAction): boolean {
  if (question === undefined) return false;
  return (
    question.askedBy === user || (!question.isPrivate && channel !== null && question.channel === channel)
  );
}

/** Whether somebody may say something about the reply to a question: also everybody who sees it, shared as it was. */
export function mayJudge(question: Question | undefined, action: ButtonAction): boolean {
  return action.isForAll || mayActOn(question, action);
}
