import { contextWindows } from './context-windows.ts';
import type { CutParagraph, Sentence } from './read-utterances.ts';
import type { Neighbours } from './short-paragraphs.ts';
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
 * Every sentence of a paragraph with the words around it: the rest of the paragraph, or of its context window, with the
 * short paragraphs it stands among. Where a paragraph begins with a sentence that leans on the one before, the two
 * show each other.
 */
export function surroundingWords(
  text: string,
  paragraphs: readonly CutParagraph[],
  number: number,
  among: Neighbours = { from: number, to: number + 1 },
): readonly { readonly sentence: Sentence; readonly context: string }[] {
  const paragraph = paragraphs[number];
  if (!paragraph) return [];
  const { sentences } = paragraph;
  const wordsOf = (span: Span | undefined) => (span ? text.slice(span.start, span.end).trim() : '');
  const above = paragraphs.slice(among.from, number).map(wordsOf);
  const below = paragraphs.slice(number + 1, among.to).map(wordsOf);
  const before = above.length === 0 && leans(wordsOf(sentences[0])) ? paragraphs[number - 1] : undefined;
  const next = below.length === 0 ? paragraphs[number + 1]?.sentences[0] : undefined;
  const after = leans(wordsOf(next)) ? next : undefined;
  return contextWindows(paragraph, sentences).flatMap((window) =>
    window.sentences.map((sentence) => ({
      sentence,
      context: join(
        ...above,
        sentence === sentences[0] ? wordsOf(before?.sentences.at(-1)) : '',
        wordsOf({ start: window.start, end: sentence.start }),
        wordsOf({ start: sentence.end, end: window.end }),
        sentence === sentences.at(-1) ? wordsOf(after) : '',
        ...below,
      ),
    })),
  );
}

function leans(words: string): boolean {
  return LEANS.test(words);
}

function join(...texts: readonly string[]): string {
  return texts.filter((words) => words !== '').join(' ');
}
