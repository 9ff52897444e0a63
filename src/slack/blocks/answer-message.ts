import type { types } from '@slack/bolt';
import {
  type Answer,
  closeMatches,
  listLead,
  type Quote,
  standingHeading,
  tellMismatches,
} from '../../answer/index.ts';
import type { AnswerOptions } from './answer-options.ts';
import { doubtedQuoteButtons, quoteButtons, replyButtons } from './buttons.ts';
import { feedbackButtons } from './feedback-buttons.ts';
import { withFurther } from './further-quotes.ts';
import { asInlineText, asLabels, clip } from './inline-text.ts';
import { nothingFoundLines } from './nothing-found.ts';
import { quoteBlocks } from './quote.ts';
import { bold, line, plain, richText } from './rich-text-elements.ts';
import { packMessages, type SlackMessage } from './slack-message.ts';
import { offerBlocks } from './topic-offer.ts';

const SOURCES_DIFFER = 'Sources differ. Newest first, each with its date:';

type Blocks = readonly types.KnownBlock[];

/** The asker knows the question; its beginning is enough to tell it from others. */
const QUESTION_LENGTH = 300;
const REMARK_LENGTH = 300;
const MAX_REMARKS = 5;
const MAX_ASSUMPTIONS = 5;
/** Longer than any word that people type; several lines must leave room for the answer. */
const ASSUMED_LENGTH = 40;

/** The reply to a question, as the messages to send in order. Mostly one; more when a quote is too long for one. */
export function renderAnswer(answer: Answer, options: AnswerOptions = {}): readonly SlackMessage[] {
  const intro = introBlocks(answer, options);
  const closing = closingButtons(answer, options);
  switch (answer.outcome) {
    case 'answer': {
      const [first, ...further] = answer.quotes.map((quote, index) =>
        answerBlocks(quote, { answer, index }, options),
      );
      return packMessages([...withFurther([...intro, ...(first ?? [])], further), ...closing]);
    }
    case 'list': {
      const lead = richText(line(bold(listLead(answer))));
      const [first, ...further] = answer.quotes.map((quote, index) => listedBlocks(quote, index, options));
      return packMessages([...withFurther([...intro, lead, ...(first ?? [])], further), ...closing]);
    }
    case 'choices': {
      const { quotes, sourcesDiffer = false } = answer;
      const close = quotes.filter(({ standing }) => standing === undefined).length;
      const lead = richText(line(bold(sourcesDiffer ? SOURCES_DIFFER : closeMatches(close))));
      const [first, ...further] = quotes.map((quote, index) =>
        choiceBlocks(quote, { answer, index }, options),
      );
      const blocks = withFurther([...intro, lead, ...(first ?? [])], further);
      return packMessages([...blocks, ...offerBlocks(answer, options), ...closing]);
    }
    case 'none':
      return packMessages([
        ...intro,
        richText(...nothingFoundLines(answer, options)),
        ...offerBlocks(answer, options),
        ...closing,
      ]);
    default:
      return answer satisfies never;
  }
}

/** A quote among those of its answer. */
interface Place<Shown extends Answer = Answer> {
  readonly answer: Shown;
  readonly index: number;
}

function answerBlocks(quote: Quote, { answer, index }: Place, { questionId }: AnswerOptions): Blocks {
  const isBeside = index === 1 && quote.standing === undefined;
  const heading = isBeside ? 'Also on file.' : standingHeading(answer.quotes, index);
  const blocks = quoteBlocks(quote, { heading });
  if (questionId === undefined) return blocks;
  return [...blocks, ...quoteButtons(quote, questionId, 'context', 'cite', 'notRight')];
}

function listedBlocks(quote: Quote, index: number, { questionId }: AnswerOptions): Blocks {
  const blocks = quoteBlocks(quote, { heading: `${index + 1}.` });
  if (questionId === undefined) return blocks;
  return [...blocks, ...quoteButtons(quote, questionId, 'context', 'cite', 'notRight')];
}

/** One of several quotes that the reader judges, with what of it does not fit; sources that differ all fit. */
function choiceBlocks(
  quote: Quote,
  { answer, index }: Place<Extract<Answer, { outcome: 'choices' }>>,
  { questionId }: AnswerOptions,
): Blocks {
  const number = answer.quotes.length > 1 ? `${index + 1}.` : '';
  const heading = [standingHeading(answer.quotes, index), number].filter((part) => part !== '').join(' ');
  const doubt = (answer.sourcesDiffer === true ? null : tellMismatches(quote)) ?? '';
  const blocks = quoteBlocks(quote, { heading, remark: doubt });
  return questionId === undefined
    ? blocks
    : [...blocks, ...doubtedQuoteButtons(quote, { questionId, doubt }, 'choose', 'cite', 'context')];
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
