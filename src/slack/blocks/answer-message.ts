import type { types } from '@slack/bolt';
import { type Answer, listLead, type Quote, standingHeading } from '../../answer/index.ts';
import { quoteButtons, replyButtons } from './buttons.ts';
import { factsFromSources } from './facts-from-sources.ts';
import { feedbackButtons } from './feedback-buttons.ts';
import { asInlineText, asLabels, clip } from './inline-text.ts';
import { quoteBlocks } from './quote.ts';
import { bold, line, plain, richText } from './rich-text-elements.ts';
import { packMessages, type SlackMessage } from './slack-message.ts';

/** What the reply says beside the answer. */
export interface AnswerOptions {
  /** The question in the ledger, for the buttons. @default no buttons */
  readonly questionId?: string;
  /** Repeat the question: where the asker no longer sees it, as after a slash command. @default false */
  readonly withQuestion?: boolean;
  /** Offer to share: where the asker alone sees the reply, and others could. @default false */
  readonly canShare?: boolean;
  /** Ask whether the reply helped: in the agent pane. @default false */
  readonly withFeedback?: boolean;
}

const CLOSE_MATCHES = 'Close matches, check whether one answers:';
const SOURCES_DIFFER = 'Sources differ. Newest first, each with its date:';

type Blocks = readonly types.KnownBlock[];

/** The asker knows the question; its beginning is enough to tell it from others. */
const QUESTION_LENGTH = 300;
const WORD_LENGTH = 80;
const REMARK_LENGTH = 300;
const MAX_REMARKS = 5;
const MAX_ASSUMPTIONS = 5;
/** Longer than any word that people type; several lines must leave room for the answer. */
const ASSUMED_LENGTH = 40;
const MAX_TOPICS = 5;
/** The first quote is always shown whole. Further ones must not bury it, nor use up a reply address. */
const MAX_MESSAGES_WITH_FURTHER_QUOTES = 3;

/** The reply to a question, as the messages to send in order. Mostly one; more when a quote is too long for one. */
export function renderAnswer(answer: Answer, options: AnswerOptions = {}): readonly SlackMessage[] {
  const intro = introBlocks(answer, options);
  const closing = closingButtons(answer, options);
  switch (answer.outcome) {
    case 'answer': {
      const [first, ...further] = answer.quotes.map((quote, index) =>
        answerBlocks(quote, index, { answer, options }),
      );
      return packMessages([...withFurther([...intro, ...(first ?? [])], further), ...closing]);
    }
    case 'list': {
      const lead = richText(line(bold(listLead(answer))));
      const [first, ...further] = answer.quotes.map((quote, index) => listedBlocks(quote, index, options));
      return packMessages([...withFurther([...intro, lead, ...(first ?? [])], further), ...closing]);
    }
    case 'choices': {
      const lead = richText(line(bold(answer.sourcesDiffer === true ? SOURCES_DIFFER : CLOSE_MATCHES)));
      const [first, ...further] = answer.quotes.map((quote, index) =>
        choiceBlocks(quote, index, { answer, options }),
      );
      return packMessages([...withFurther([...intro, lead, ...(first ?? [])], further), ...closing]);
    }
    case 'none':
      return packMessages([...intro, richText(...noneLines(answer)), ...closing]);
    default:
      return answer satisfies never;
  }
}

/** An answer, and what its reply says beside it. */
interface Reply {
  readonly answer: Answer;
  readonly options: AnswerOptions;
}

function answerBlocks(quote: Quote, index: number, { answer, options: { questionId } }: Reply): Blocks {
  const isBeside = index === 1 && quote.standing === undefined;
  const blocks = quoteBlocks(quote, isBeside ? 'Also on file.' : standingHeading(answer.quotes, index));
  if (questionId === undefined) return blocks;
  return [...blocks, ...quoteButtons(quote, questionId, 'context', 'cite', 'notRight')];
}

function listedBlocks(quote: Quote, index: number, { questionId }: AnswerOptions): Blocks {
  const blocks = quoteBlocks(quote, `${index + 1}.`);
  if (questionId === undefined) return blocks;
  return [...blocks, ...quoteButtons(quote, questionId, 'context', 'cite', 'notRight')];
}

function choiceBlocks(quote: Quote, index: number, { answer, options }: Reply): Blocks {
  const heading = [standingHeading(answer.quotes, index), answer.quotes.length > 1 ? `${index + 1}.` : ''];
  const blocks = quoteBlocks(quote, heading.filter((part) => part !== '').join(' '));
  const { questionId } = options;
  return questionId === undefined
    ? blocks
    : [...blocks, ...quoteButtons(quote, questionId, 'choose', 'context')];
}

function closingButtons({ outcome }: Answer, options: AnswerOptions): Blocks {
  const { questionId, canShare = false, withFeedback = false } = options;
  if (questionId === undefined) return [];
  const isAnswered = outcome === 'answer' || outcome === 'list';
  const share = canShare && isAnswered ? (['share'] as const) : [];
  return [
    ...replyButtons(questionId, ...share, 'askDesk'),
    ...(withFeedback && outcome !== 'none' ? feedbackButtons(questionId) : []),
  ];
}

function withFurther(start: Blocks, further: readonly Blocks[]): Blocks {
  let blocks = start;
  let left = further.length;
  for (const quote of further) {
    const longer = [...blocks, ...quote];
    if (packMessages(longer).length > MAX_MESSAGES_WITH_FURTHER_QUOTES) continue;
    blocks = longer;
    left -= 1;
  }
  return left === 0
    ? blocks
    : [...blocks, richText(line(plain(`${left} more on file, too long to show here.`)))];
}

function introBlocks(answer: Answer, { withQuestion = false }: AnswerOptions): Blocks {
  const { question, understoodAs } = answer;
  const lines = [
    ...(withQuestion ? [echoLine('You asked: ', question)] : []),
    ...(understoodAs === undefined ? [] : [echoLine('Understood as: ', understoodAs)]),
    ...assumptionLines(answer),
    ...asLabels(answer.remarks, REMARK_LENGTH)
      .slice(0, MAX_REMARKS)
      .map((remark) => line(plain(remark))),
  ];
  return lines.length > 0 ? [richText(...lines)] : [];
}

function echoLine(label: string, words: string): types.RichTextSection {
  return line(plain(label), plain(clip(asInlineText(words), QUESTION_LENGTH)));
}

/** What was typed is the asker's, so it stands as literal text; only the word that was searched is set off. */
function assumptionLines({ assumptions }: Answer): readonly types.RichTextSection[] {
  const instead = new Map(assumptions.map(({ typed, searchedFor }) => [typed, searchedFor]));
  return [...instead].slice(0, MAX_ASSUMPTIONS).flatMap(([typed, searchedFor]) => {
    const [word] = asLabels([searchedFor], ASSUMED_LENGTH);
    const [original] = asLabels([typed], ASSUMED_LENGTH);
    if (word === undefined) return [];
    return [
      line(
        plain('Searched for '),
        bold(word),
        plain(original === undefined ? '.' : ` instead of “${original}”.`),
      ),
    ];
  });
}

function noneLines(answer: Extract<Answer, { outcome: 'none' }>): readonly types.RichTextSection[] {
  const topics = asLabels(answer.nearestTopics, WORD_LENGTH).slice(0, MAX_TOPICS);
  const nearest = topics.length > 0 ? ` Nearest topics: ${topics.join(', ')}.` : '';
  return [
    line(bold('Nothing on file answers this.')),
    line(plain(`Searched ${factsFromSources(answer.searched)}.${nearest}`)),
  ];
}
