import type { types } from '@slack/bolt';
import type { Answer, Quote } from '../../answer/index.ts';
import { asInlineText, asLabels, clip } from '../plain-text.ts';
import { factsFromSources } from './amounts.ts';
import { packMessages, type SlackMessage } from './message.ts';
import { quoteBlocks } from './quote.ts';
import { bold, line, plain, richText } from './rich-text.ts';

/** What the reply says beside the answer. */
export interface AnswerOptions {
  /** Repeat the question: where the asker no longer sees it, as after a slash command. @default false */
  readonly withQuestion?: boolean;
}

/** The asker knows the question; its beginning is enough to tell it from others. */
const QUESTION_LENGTH = 300;
const WORD_LENGTH = 80;
const MAX_ASSUMPTIONS = 5;
const MAX_TOPICS = 5;
/** The first quote is always shown whole. Further ones must not bury it, nor use up a reply address. */
const MAX_MESSAGES_WITH_FURTHER_QUOTES = 3;

/** The reply to a question, as the messages to send in order. Mostly one; more when a quote is too long for one. */
export function renderAnswer(answer: Answer, options: AnswerOptions = {}): readonly SlackMessage[] {
  const opening = [
    ...(options.withQuestion === true ? [askedLine(answer.question)] : []),
    ...assumptionLines(answer),
  ];
  const intro = opening.length > 0 ? [richText(...opening)] : [];
  switch (answer.outcome) {
    case 'answer':
      return withFurtherQuotes(
        [...intro, ...quoteBlocks(answer.quotes[0])],
        alsoOnFile(answer.quotes.slice(1)),
      );
    case 'choices': {
      const [first, ...further] = answer.quotes.map((quote, index) =>
        quoteBlocks(quote, number(index, answer)),
      );
      const lead = richText(line(bold('Close matches, check whether one answers:')));
      return withFurtherQuotes([...intro, lead, ...(first ?? [])], further);
    }
    case 'none':
      return packMessages([...intro, richText(...noneLines(answer))]);
    default:
      return answer satisfies never;
  }
}

function withFurtherQuotes(
  start: readonly types.KnownBlock[],
  further: readonly (readonly types.KnownBlock[])[],
): readonly SlackMessage[] {
  let blocks = start;
  let left = further.length;
  for (const quote of further) {
    const longer = [...blocks, ...quote];
    if (packMessages(longer).length > MAX_MESSAGES_WITH_FURTHER_QUOTES) continue;
    blocks = longer;
    left -= 1;
  }
  const leftOut = richText(line(plain(`${left} more on file, too long to show here.`)));
  return packMessages(left === 0 ? blocks : [...blocks, leftOut]);
}

function alsoOnFile(quotes: readonly Quote[]): readonly (readonly types.KnownBlock[])[] {
  return quotes.map((quote, index) =>
    index === 0 ? quoteBlocks(quote, 'Also on file.') : quoteBlocks(quote),
  );
}

function number(index: number, answer: Answer): string {
  return answer.quotes.length > 1 ? `${index + 1}.` : '';
}

function askedLine(question: string): types.RichTextSection {
  return line(plain('You asked: '), plain(clip(asInlineText(question), QUESTION_LENGTH)));
}

function assumptionLines({ assumptions }: Answer): readonly types.RichTextSection[] {
  const searchedFor = assumptions.map((assumption) => assumption.searchedFor);
  const words = [...new Set(asLabels(searchedFor, WORD_LENGTH))];
  if (words.length === 0) return [];
  const listed = words
    .slice(0, MAX_ASSUMPTIONS)
    .flatMap((word, index) => [...(index > 0 ? [plain(', ')] : []), bold(word)]);
  return [line(plain('Searched for '), ...listed, plain('.'))];
}

function noneLines(answer: Extract<Answer, { outcome: 'none' }>): readonly types.RichTextSection[] {
  const topics = asLabels(answer.nearestTopics, WORD_LENGTH).slice(0, MAX_TOPICS);
  const nearest = topics.length > 0 ? ` Nearest topics: ${topics.join(', ')}.` : '';
  return [
    line(bold('Nothing on file answers this.')),
    line(plain(`Searched ${factsFromSources(answer.searched)}.${nearest}`)),
  ];
}
