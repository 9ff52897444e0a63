import { NEWER, type Quote, tellAboutFact } from '../answer/index.ts';
import type { Told } from './begin-talk.ts';
import { escapeLine } from './escape-controls.ts';
import { helpLines } from './help-lines.ts';
import { type Look, quoteLine, renderAnswer, renderAnswerLine, renderQuote } from './render-answer.ts';

/** What is told, as a person reads it on a terminal, several lines. */
export function renderTold(told: Told, look: Look): string {
  if (told.kind === 'answer') return renderAnswer(told.answer, look);
  const lead = (text: string) => look.colors.bold(escapeLine(text));
  if (told.kind === 'help') {
    const [first, ...others] = helpLines(told.onFile);
    return `${[lead(first), ...others.map(escapeLine)].join('\n')}\n`;
  }
  return `${partsOf(told)
    .map((part) => (typeof part === 'string' ? lead(part) : renderQuote(part, look)))
    .join('\n\n')}\n`;
}

/** The same on one line. */
export function renderToldLine(told: Told): string {
  if (told.kind === 'answer') return renderAnswerLine(told.answer);
  if (told.kind === 'help') return `${helpLines(told.onFile).map(escapeLine).join(' ')}\n`;
  const parts = partsOf(told).map((part) => (typeof part === 'string' ? escapeLine(part) : quoteLine(part)));
  return `${parts.join(' ').replaceAll(/\s+/g, ' ')}\n`;
}

/** Sentences of ours, and quotes, in order. */
function partsOf(told: Exclude<Told, { kind: 'answer' | 'help' }>): readonly (string | Quote)[] {
  if (told.kind === 'sentence') return [told.text];
  const { asked, standing } = told;
  const facts = standing.facts.flatMap((fact) => {
    const { text, url, quote } = tellAboutFact(asked, fact);
    return [url === null ? text : `${text} ${url}`, ...(quote === null ? [] : [quote])];
  });
  if (asked !== 'currency') return facts;
  return standing.newer.length === 0 ? [...facts, NEWER.none] : [...facts, NEWER.some, ...standing.newer];
}
