import type { types } from '@slack/bolt';
import { type Answer, tellNothingFound } from '../../answer/index.ts';
import type { AnswerOptions } from './answer-options.ts';
import { asLabels } from './inline-text.ts';
import { bold, line, plain } from './rich-text-elements.ts';

const TOPIC_LENGTH = 80;
const MAX_TOPICS = 5;
const ASK_WIDER = ' To search everything, ask in a direct message to the app.';

/** Says that nothing answers, what was searched, and what to do. */
export function nothingFoundLines(
  answer: Extract<Answer, { outcome: 'none' }>,
  { canAskWider = false }: AnswerOptions,
): readonly types.RichTextSection[] {
  const nearestTopics = asLabels(answer.nearestTopics, TOPIC_LENGTH).slice(0, MAX_TOPICS);
  const { lead, details } = tellNothingFound({ ...answer, nearestTopics });
  const isLimited = answer.notSearched?.some(({ kind }) => kind === 'other-topics') ?? false;
  return [line(bold(lead)), line(plain(details.join(' ') + (canAskWider && isLimited ? ASK_WIDER : '')))];
}
