import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { type Encoder, openEncoder, type TextKind } from '../encoder/index.ts';
import { measureEncoder } from './encoder-figures.ts';
import type { Terminal } from './terminal.ts';

/** `factdesk encoder`: what is to be known of a sentence encoder before the bot is given it. */
export function encoderCommand(terminal: Terminal): Command {
  return new Command('encoder')
    .description('Look at a sentence encoder.')
    .helpCommand(false)
    .addCommand(
      new Command('check')
        .description(
          'Tell model, size and speed of the encoder in a folder, and how it fares with known questions.',
        )
        .argument('<folder>', 'folder with the model in ONNX, tokenizer.json and config.json')
        .action((folder: string) => check(folder, terminal)),
    );
}

async function check(folder: string, { stdout, now }: Terminal): Promise<void> {
  const encoder = await openEncoder(folder);
  try {
    const { file, bytes, dimensions, pooling, floor } = encoder.model;
    const speed = {
      question: await medianMs(encoder, 'How many passengers took the ferry last year?', 'question'),
      passage: await medianMs(encoder, PASSAGE, 'passage'),
    };
    const rows = [
      ['model', file],
      ['size', `${(bytes / 1e6).toFixed(1)} MB`],
      ['vector', `${dimensions} numbers, ${POOLING[pooling]}`],
      ['nothing in common', `below a cosine of ${floor.toFixed(2)}`],
      ['a question', `${speed.question.toFixed(1)} ms`],
      ['a fact', `${speed.passage.toFixed(1)} ms`],
    ];
    stdout.write(rows.map(([name = '', value = '']) => `${name.padEnd(18)} ${value}\n`).join(''));
    stdout.write(await renderFigures(folder, encoder, now()));
  } finally {
    await encoder.close();
  }
}

async function renderFigures(folder: string, encoder: Encoder, now: Date): Promise<string> {
  // What is encoded for this is nobody's to keep.
  const data = await mkdtemp(join(tmpdir(), 'factdesk-encoder-'));
  try {
    const figures = await measureEncoder({ folder, encoder, data, now });
    if (!figures) return "The project's own questions are not here (test/scenarios): there are no figures.\n";
    const rows = figures.flatMap(({ style, questions, first, inThree }) => [
      [`${style}, first`, `${first.without}`, `${first.with}`, `of ${questions}`],
      ['  among three', `${inThree.without}`, `${inThree.with}`, ''],
    ]);
    const head = ["the project's questions", 'without', 'with', ''];
    return [head, ...rows]
      .map(([name = '', without = '', withIt = '', of = '']) =>
        `${name.padEnd(24)} ${without.padStart(7)} ${withIt.padStart(7)} ${of}`.trimEnd().concat('\n'),
      )
      .join('');
  } finally {
    await rm(data, { recursive: true });
  }
}

const POOLING = {
  mean: 'the mean of all tokens',
  first: 'of the first token',
  own: 'as the model gives it',
} as const;

/** As long as facts mostly are. */
const PASSAGE =
  'The port authority said on Monday that ferries to the islands carried 120,000 passengers in 2024.';
const ROUNDS = 21;

async function medianMs(encoder: Encoder, text: string, kind: TextKind): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await encoder.encode([text], kind);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0;
}
