import type { types } from '@slack/bolt';
import type { Quote } from '../../answer/index.ts';
import type { Report } from '../../ledger/index.ts';
import { closingButtons } from './closing-modal.ts';
import { closingNote } from './desk-question-message.ts';
import { asInlineText, clip } from './inline-text.ts';
import { quoteBlocks } from './quote.ts';
import { LINE_LENGTH, REPORT_REASONS } from './report-modal.ts';
import { bold, line, person, plain, richText } from './rich-text-elements.ts';
import { fits, message, packMessages, type SlackMessage } from './slack-message.ts';

/** The question under whose reply the report was made; its words only where they may be shown. */
export type AboutQuestion =
  | { readonly kind: 'open'; readonly words: string }
  /** The asker alone saw the reply, so nobody else sees the question. */
  | { readonly kind: 'private' }
  | { readonly kind: 'forgotten' };

/** What somebody found not right, for the desk. */
export interface ReportDetails {
  readonly report: Report;
  readonly question: AboutQuestion;
  /** Null when it is about the whole reply, or the fact has gone or could not be looked up just now. */
  readonly quote: Quote | null;
}

/** An open report as the desk channel sees it. The first message holds the button: it is the one that changes. */
export function renderOpenReport(news: ReportDetails): readonly SlackMessage[] {
  const lines = richText(...reportLines(news));
  const button = closingButtons(news.report.id, 'report');
  const whole = [lines, ...quoteOf(news), button];
  return fits(whole) ? [message(whole)] : packMessages([lines, button, ...quoteOf(news)]);
}

/** The same once the report is closed. */
export function renderClosedReport(news: ReportDetails): readonly SlackMessage[] {
  const { closedBy, note } = news.report;
  const closed = line(bold('Dealt with, by '), person(closedBy), closingNote(note));
  return packMessages([richText(...reportLines(news), closed), ...quoteOf(news)]);
}

function quoteOf({ quote }: ReportDetails): readonly types.KnownBlock[] {
  return quote === null ? [] : quoteBlocks(quote);
}

/** What the person is told when the desk has closed their report. */
export function renderReportOutcome({ reason, line: words, note }: Report): SlackMessage {
  const more = words === null ? '.' : `: ${clip(asInlineText(words), LINE_LENGTH)}`;
  return message([
    richText(
      line(bold('The desk has dealt with what you found not right.')),
      line(plain(`You said: ${REPORT_REASONS[reason]}${more}`)),
      line(plain('Closed'), closingNote(note)),
    ),
  ]);
}

/** What is not right with which fact, who says so, and under which question. */
export function reportLines({ report, question }: ReportDetails): readonly types.RichTextSection[] {
  const { reason, givenBy, line: words, fact } = report;
  return [
    line(
      bold('Not right: '),
      plain(`${REPORT_REASONS[reason]}. From `),
      person(givenBy),
      plain(words === null ? '.' : `. In their words: ${clip(asInlineText(words), LINE_LENGTH)}`),
    ),
    line(plain(`Asked: ${questionWords(question)}`)),
    ...(fact === null ? [] : [line(plain(`Fact: ${clip(asInlineText(fact.factId), LINE_LENGTH)}`))]),
  ];
}

function questionWords(question: AboutQuestion): string {
  switch (question.kind) {
    case 'open':
      return clip(asInlineText(question.words), LINE_LENGTH);
    case 'private':
      return 'a private question';
    case 'forgotten':
      return 'a question that is no longer kept';
    default:
      return question satisfies never;
  }
}
