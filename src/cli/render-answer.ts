import type { Colors } from 'picocolors/types.js';
import {
  type Answer,
  cite,
  closeMatches,
  listLead,
  type Quote,
  standingHeading,
  tellMismatches,
  tellNothingFound,
} from '../answer/index.ts';
import { escapeLine } from './escape-controls.ts';

/** How a terminal looks. */
export interface Look {
  readonly colors: Colors;
  /** Width of the terminal in columns. */
  readonly columns: number;
}

/** Neither too narrow to read nor too wide. */
const widthOf = (columns: number) => Math.min(Math.max(columns, 40), 100);

/** An answer as a person reads it on a terminal, several lines, with the matched words bold. */
export function renderAnswer(answer: Answer, { colors, columns }: Look): string {
  const lead = colors.bold(tellOutcome(answer));
  const assumed = answer.assumptions.map(
    ({ typed, searchedFor }) =>
      `Searched for ${colors.bold(escapeLine(searchedFor))} instead of “${escapeLine(typed)}”.`,
  );
  const remarks = [...understood(answer), ...answer.remarks.map(escapeLine)];
  const isJudged = isCloseMatch(answer);
  const quotes = answer.quotes.map((quote, index) => {
    const heading = standingHeading(answer.quotes, index);
    const rendered = [...(isJudged ? doubtsOf(quote) : []), renderQuote(quote, { colors, columns })].join(
      '\n',
    );
    return heading === '' ? rendered : `${colors.bold(heading)}\n\n${rendered}`;
  });
  const offered = (answer.onTopic?.newest ?? []).map(({ quote }) => renderQuote(quote, { colors, columns }));
  const topic = answer.onTopic && [colors.bold(`Newest on ${escapeLine(answer.onTopic.topic)}:`), ...offered];
  return `${[[lead, ...assumed, ...remarks].join('\n'), ...quotes, ...(topic ?? [])].join('\n\n')}\n`;
}

/** An answer on one line, for pipes: the answer, or the close matches, with their provenance. */
export function renderAnswerLine(answer: Answer): string {
  const shown = answer.outcome === 'answer' ? [answer.quotes[0]] : answer.quotes.filter(isOwnAnswer);
  const isJudged = isCloseMatch(answer);
  const quotes = shown.map((quote) => [...(isJudged ? doubtsOf(quote) : []), quoteLine(quote)].join(' '));
  const lead = [
    ...(answer.outcome === 'answer' ? [] : [tellOutcome(answer)]),
    ...understood(answer),
    ...answer.remarks.map(escapeLine),
  ];
  return `${[...lead, ...quotes].join(' ').replaceAll(/\s+/g, ' ')}\n`;
}

/** Whether the reader judges which quote answers; sources that differ all answer. */
const isCloseMatch = (answer: Answer) => answer.outcome === 'choices' && answer.sourcesDiffer !== true;

/** Whether a quote answers by itself, and does not give the figure of another time. */
const isOwnAnswer = ({ standing }: Quote) => standing === undefined;

function doubtsOf(quote: Quote): readonly string[] {
  const told = tellMismatches(quote);
  return told === null ? [] : [escapeLine(told)];
}
const understood = ({ understoodAs }: Answer): readonly string[] =>
  understoodAs === undefined ? [] : [`Understood as: ${escapeLine(understoodAs)}`];

function tellOutcome(answer: Answer): string {
  switch (answer.outcome) {
    case 'answer':
      return 'On file:';
    case 'list':
      return listLead(answer);
    case 'choices':
      return answer.sourcesDiffer === true
        ? 'Sources differ. Newest first, each with its date:'
        : closeMatches(answer.quotes.filter(isOwnAnswer).length);
    case 'none': {
      const { lead, details } = tellNothingFound(answer);
      return escapeLine([lead, ...details].join(' '));
    }
    default:
      return answer satisfies never;
  }
}

/** A quote on one line, with its provenance. */
export function quoteLine(quote: Quote): string {
  return `${quoted(quote)} (${provenance(quote).join('; ')})`;
}

/** A quote under a bar, with its provenance below. */
export function renderQuote(quote: Quote, { colors, columns }: Look): string {
  const bar = colors.cyan('│ ');
  const lines = wrap(quote.text, widthOf(columns) - 2).map(
    ([start, end]) => bar + paint(quote, start, end, colors),
  );
  return [...lines, ...provenance(quote).map((line) => `  ${colors.dim(line)}`)].join('\n');
}

/** The statement of the desk never stands in quotation marks. */
function quoted({ kind, text }: Quote): string {
  return kind !== 'statement' ? `“${escapeLine(text)}”` : escapeLine(text);
}

/** Who and as of when; the source; where to check. */
function provenance(quote: Quote): readonly string[] {
  const { attribution, isDeskWording, when, title, details, missing, url, spread, overdue } = cite(quote);
  const whose = [attribution, isDeskWording ? 'desk wording' : null, when, overdue];
  const source = [title, ...details, missing, spread];
  const places = [url, `${quote.source.file}:${quote.source.line}`];
  const join = (parts: readonly (string | null)[], separator: string) =>
    escapeLine(parts.filter((part) => part !== null).join(separator));
  return [join(whose, ' · '), join(source, ', '), join(places, ' · ')];
}

/** Ranges of the text's lines at a width, cut at spaces; a word longer than a line stands alone. */
function wrap(text: string, width: number): readonly (readonly [number, number])[] {
  const lines: [number, number][] = [];
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    const line = lines.at(-1);
    const isNewParagraph = text.slice(line?.[1], index).includes('\n');
    if (line && !isNewParagraph && index + word.length - line[0] <= width) line[1] = index + word.length;
    else lines.push([index, index + word.length]);
  }
  return lines;
}

function paint({ text, highlights }: Quote, from: number, to: number, colors: Colors): string {
  let done = from;
  let line = '';
  for (const [start, end] of highlights) {
    if (end <= done || start >= to) continue;
    const bold = Math.max(start, done);
    line += escapeLine(text.slice(done, bold)) + colors.bold(escapeLine(text.slice(bold, Math.min(end, to))));
    done = Math.min(end, to);
  }
  return line + escapeLine(text.slice(done, to));
}
