import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { loadCorpus, readVisiblePassages, soundReading } from '../corpus/index.ts';
import { createFactVectors, openIndexProvider } from '../corpus-index/index.ts';
import type { Encoder } from '../encoder/index.ts';
import { openIndex, type QuestionVector, type SearchIndex } from '../search/index.ts';

/** The project's own facts, and the questions to which it is known which of them answer. */
const FACTS = fileURLToPath(new URL('../../facts', import.meta.url));
const QUESTIONS = fileURLToPath(new URL('../../test/scenarios/golden.jsonl', import.meta.url));

const Question = z.object({ question: z.string(), style: z.string(), expect: z.array(z.string()) });
type Question = z.infer<typeof Question>;

/** How many questions find a right fact first, and among the first three. */
export interface RankingFigures {
  readonly style: string;
  readonly questions: number;
  readonly first: { readonly without: number; readonly with: number };
  readonly inThree: { readonly without: number; readonly with: number };
}

/** What the figures are measured with. */
export interface FiguresOptions {
  readonly folder: string;
  /** The encoder in it. */
  readonly encoder: Encoder;
  /** Where vectors may be kept meanwhile. */
  readonly data: string;
  readonly now: Date;
}

/**
 * Asks the project's own questions without the encoder and with it; undefined where they are not there, as in a copy
 * without tests.
 */
export async function measureEncoder(
  options: FiguresOptions,
): Promise<readonly RankingFigures[] | undefined> {
  const text = await readFile(QUESTIONS, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const questions = text
    .trim()
    .split('\n')
    .map((line) => Question.parse(JSON.parse(line)))
    .filter(({ expect }) => expect.length > 0);
  const index = await openEncoded(options);
  const ranks: (Question & { readonly without: number; readonly with: number })[] = [];
  for (const asked of questions) {
    const vector = await encodeQuestion(options.encoder, index.mend(asked.question));
    ranks.push({ ...asked, without: rankOf(index, asked), with: rankOf(index, asked, vector) });
  }
  return [...new Set(ranks.map(({ style }) => style))].map((style) => {
    const own = ranks.filter((one) => one.style === style);
    const within = (depth: number) => ({
      without: own.filter((one) => one.without < depth).length,
      with: own.filter((one) => one.with < depth).length,
    });
    return { style, questions: own.length, first: within(1), inThree: within(3) };
  });
}

async function openEncoded({ folder, data, now }: FiguresOptions): Promise<SearchIndex> {
  const corpus = await loadCorpus({ sheets: FACTS, archive: [] });
  const reading = soundReading(corpus);
  const vectors = createFactVectors({ folder, data, report: () => {} });
  const { passages } = await readVisiblePassages(corpus, now);
  await vectors.encode(passages);
  const { segments, synonyms } = await openIndexProvider(() => reading, { vectors }).contents(now);
  return openIndex(segments, synonyms);
}

async function encodeQuestion({ model, encode }: Encoder, question: string): Promise<QuestionVector> {
  const [values = new Float32Array(model.dimensions)] = await encode([question], 'question');
  return { model: model.fingerprint, floor: model.floor, values };
}

/** Where the first right fact stands, from 0. */
function rankOf(index: SearchIndex, { question, expect }: Question, vector?: QuestionVector): number {
  const at = index.search(question, { vector }).hits.findIndex(({ passage }) => expect.includes(passage.id));
  return at < 0 ? Number.POSITIVE_INFINITY : at;
}
