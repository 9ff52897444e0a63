import type { types } from '@slack/bolt';
import { type FactStanding, NEWER, type Quote, tellAboutFact } from '../../answer/index.ts';
import type { ReplyQuestion } from '../../search/index.ts';
import type { AnswerOptions } from './answer-options.ts';
import { quoteButtons } from './buttons.ts';
import { withFurther } from './further-quotes.ts';
import { asInlineText, clip, clipEscaped } from './inline-text.ts';
import { quoteBlocks } from './quote.ts';
import { bold, line, link, plain, richText } from './rich-text-elements.ts';
import { packMessages, type SlackMessage } from './slack-message.ts';
import { webLink } from './web-link.ts';

/** What is told of a reply. */
export interface AboutReply {
  readonly asked: ReplyQuestion;
  /** What was asked about it, as it was typed. */
  readonly words: string;
  /** Each fact that the reply quoted, and whether it reads differently by now. */
  readonly told: readonly { readonly fact: FactStanding; readonly hasChanged: boolean }[];
  /** What is newer on file and answers as well. */
  readonly newer: readonly Quote[];
  /** The question that was answered, and its id in the ledger; null when its words are not known. */
  readonly question: string | null;
  readonly questionId: string;
}

/** What the message says beside it. */
export interface AboutReplyOptions extends Pick<AnswerOptions, 'withQuestion'> {
  /** Whether the reply was an answer, and no close matches. */
  readonly isSure: boolean;
}

type Blocks = readonly types.KnownBlock[];

const WORDS_LENGTH = 300;
const TEXT_LENGTH = 1_500;

/** What is asked about a reply: its source, date, speaker and so on, with the quotes as they stand now. */
export function renderAboutReply(about: AboutReply, options: AboutReplyOptions): readonly SlackMessage[] {
  const { told } = about;
  const [first = [], ...further] = told.map((one, index) =>
    factBlocks(one, { about, isSure: options.isSure, heading: told.length > 1 ? `${index + 1}. ` : '' }),
  );
  const facts = withFurther([...introBlocks(about, options), ...first], further);
  return packMessages([...facts, ...newerBlocks(about)]);
}

function introBlocks({ words, question }: AboutReply, { withQuestion = false }: AboutReplyOptions): Blocks {
  const lines = [
    ...(withQuestion ? [echo('You asked: ', words)] : []),
    ...(question === null ? [] : [echo('About the reply to: ', question)]),
  ];
  return lines.length === 0 ? [] : [richText(...lines)];
}

function echo(label: string, words: string): types.RichTextSection {
  return line(plain(label), plain(clip(asInlineText(words), WORDS_LENGTH)));
}

interface FactOptions {
  readonly about: AboutReply;
  readonly isSure: boolean;
  readonly heading: string;
}

function factBlocks(
  { fact, hasChanged }: AboutReply['told'][number],
  { about: { asked, questionId }, isSure, heading }: FactOptions,
): Blocks {
  const { text, url, quote } = tellAboutFact(asked, fact, hasChanged);
  const address = webLink(url);
  const lead = line(
    bold(heading + clipEscaped(asInlineText(text), TEXT_LENGTH)),
    ...(address === null ? [] : [plain(' '), link(address, address)]),
  );
  if (quote === null) return [richText(lead)];
  const last = isSure ? 'notRight' : 'choose';
  return [richText(lead), ...quoteBlocks(quote), ...quoteButtons(quote, questionId, 'context', 'cite', last)];
}

function newerBlocks({ asked, question, newer, questionId }: AboutReply): Blocks {
  if (asked !== 'currency' || question === null) return [];
  if (newer.length === 0) return [richText(line(plain(NEWER.none)))];
  return [
    richText(line(bold(NEWER.some))),
    ...newer.flatMap((quote) => [
      ...quoteBlocks(quote),
      ...quoteButtons(quote, questionId, 'context', 'cite'),
    ]),
  ];
}
