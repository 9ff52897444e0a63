import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { generateDocument } from './generate-corpus.ts';
import { createLanguage } from './language.ts';

/** Sentences of an article, as many as an article of a wire has. */
export const SENTENCES = 20;
const MOST_GENERATED = 10;
const IN_PARAGRAPH = 3;

/** What only one article of all says, to know when the bot answers from it. */
export const PLANTED = {
  question: 'How many passengers did the ferry to Norbeck carry in 2031?',
  text: 'The ferry to Norbeck carried 48,173 passengers in 2031, the harbour office said.',
};

/**
 * Writes a wire of `count` articles in ninjs, one a line. Half of each is generated, in words as frequent and as rare
 * as in news; the other half is `real` sentences, over and over, as wires repeat themselves.
 */
export async function writeWire(file: string, count: number, real: readonly string[]): Promise<void> {
  const language = createLanguage();
  const stream = createWriteStream(file);
  for (let index = 0; index < count; index += 1) {
    const { title, sentences } = generateDocument(language, index + 1, 1);
    const generated = sentences.slice(0, MOST_GENERATED);
    const repeated = Array.from(
      { length: SENTENCES - generated.length },
      (_, at) => real[(index * 7 + at) % real.length] ?? '',
    );
    const own = index === count >> 1 ? [PLANTED.text] : [];
    if (!stream.write(`${toItem(index, title, [...own, ...generated, ...repeated])}\n`)) {
      await once(stream, 'drain');
    }
  }
  await finished(stream.end());
}

function toItem(index: number, title: string, sentences: readonly string[]): string {
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += IN_PARAGRAPH) {
    paragraphs.push(sentences.slice(at, at + IN_PARAGRAPH).join(' '));
  }
  return JSON.stringify({
    uri: `https://bench.example/${index}`,
    type: 'text',
    versionCreated: new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString(),
    headlines: [{ value: `${title} ${index}` }],
    bodies: [{ role: 'main', contentType: 'text/plain', value: paragraphs.join('\n\n') }],
  });
}
