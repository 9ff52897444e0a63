import { contextWindows } from './context-windows.ts';
import type { CutParagraph, Sentence } from './read-utterances.ts';
import type { Span } from './span.ts';

/**
 * How a sentence begins that takes something back, or leans on the one before: "But the dam held.", "None of it is
 * true.", "He denied it."
 */
const LEANS = new RegExp(
  String.raw`^["“„«‘'(]?(?:${[
    'But|However|Yet|Still|Nevertheless|Nonetheless|Instead|Though|Although|Even so|Even then|Rather|On the contrary',
    'And|Or|Nor|So|Then|Thus|Hence|Therefore|Otherwise|Meanwhile|Later|Also|Too|Not|No[,.]|Yes[,.]|Except|Only',
    'That|This|These|Those|Such|It|Its|He|His|She|Her|They|Their|Them|There|Here|One of (?:them|those|these)',
    'None|Neither|Both|Either|Each of|All of|Some of|Most of|Many of|Few of|Nothing of|Part of',
    'The (?:two|three|four|five|pair|latter|former|same|other|others)',
    'The (?:claims?|rumou?rs?|allegations?|accusations?|reports?|statements?)',
  ].join('|')})(?![\p{L}\p{N}])`,
  'u',
);

/**
 * Every sentence of a paragraph with the words around it: the rest of the paragraph, or of its context window. Where
 * a paragraph begins with a sentence that leans on the one before, the two show each other.
 */
export function surroundingWords(
  text: string,
  paragraphs: readonly CutParagraph[],
  number: number,
): readonly { readonly sentence: Sentence; readonly context: string }[] {
  const paragraph = paragraphs[number];
  if (!paragraph) return [];
  const { sentences } = paragraph;
  const before = leans(text, sentences[0]) ? paragraphs[number - 1]?.sentences.at(-1) : undefined;
  const next = paragraphs[number + 1]?.sentences[0];
  const after = leans(text, next) ? next : undefined;
  return contextWindows(paragraph, sentences).flatMap((window) =>
    window.sentences.map((sentence) => ({
      sentence,
      context: join(
        sentence === sentences[0] ? wordsOf(text, before) : '',
        text.slice(window.start, sentence.start).trim(),
        text.slice(sentence.end, window.end).trim(),
        sentence === sentences.at(-1) ? wordsOf(text, after) : '',
      ),
    })),
  );
}

function leans(text: string, sentence: Span | undefined): boolean {
  return LEANS.test(wordsOf(text, sentence));
}

function wordsOf(text: string, span: Span | undefined): string {
  return span ? text.slice(span.start, span.end) : '';
}

function join(...texts: readonly string[]): string {
  return texts.reduce((joined, words) => (joined && words ? `${joined} ${words}` : joined || words));
}
