import type { types } from '@slack/bolt';
import { amount } from '../../amount.ts';
import { type Answer, cite, type OfferedFact, type Quote } from '../../answer/index.ts';
import { factVersion } from '../../ledger/index.ts';
import type { AnswerOptions } from './answer-options.ts';
import { writeButtonValue } from './button-value.ts';
import { buttonIds, quoteButtons } from './buttons.ts';
import { asLabels } from './inline-text.ts';
import { questionRow } from './question-row.ts';
import { quoteBlocks } from './quote.ts';
import { bold, line, plain, richText } from './rich-text-elements.ts';
import { packMessages, type SlackMessage } from './slack-message.ts';
import { youAskedLine } from './you-asked-line.ts';

const TOPIC_LENGTH = 80;

/** The newest facts on a topic that was named, each with a button that shows it. */
export function offerBlocks(
  { onTopic }: Answer,
  { questionId }: Pick<AnswerOptions, 'questionId'>,
): readonly types.KnownBlock[] {
  if (onTopic === undefined || questionId === undefined) return [];
  const rows = onTopic.newest.flatMap((fact) => offeredRow(fact, questionId));
  const [topic = ''] = asLabels([onTopic.topic], TOPIC_LENGTH);
  const held = `, of ${amount(onTopic.facts, 'fact')} on file:`;
  return rows.length === 0 ? [] : [richText(line(plain('Newest on '), bold(topic), plain(held))), ...rows];
}

/** A fact is offered by a question that it answers, else by where it is from: its words are never cut. */
function offeredRow({ quote, answers }: OfferedFact, questionId: string): readonly types.SectionBlock[] {
  const value = writeButtonValue({ questionId, fact: factVersion(quote) });
  const { attribution, when, title } = cite(quote);
  const label = answers ?? [attribution, title, when].filter((part) => part !== null).join(' · ');
  const remark = answers === null ? '' : ` (${when})`;
  return value === null ? [] : [questionRow(label, { id: buttonIds.show, value, text: 'Show' }, remark)];
}

/**
 * A fact that somebody asked to see, for that person alone.
 *
 * @param question what that person asked; null where it was somebody else, or is no longer kept
 */
export function renderOffered(
  quote: Quote,
  { questionId, question }: { readonly questionId: string; readonly question: string | null },
): readonly SlackMessage[] {
  return packMessages([
    ...(question === null ? [] : [richText(youAskedLine(question))]),
    ...quoteBlocks(quote),
    ...quoteButtons(quote, questionId, 'context', 'cite', 'notRight'),
  ]);
}
