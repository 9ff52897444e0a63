import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from '../../answer/index.ts';
import type { Fact } from '../../corpus/index.ts';
import { writeWhole } from '../../write-whole.ts';

/** Each is asked in some milliseconds. */
const MOST_EXAMPLES = 200;

const exampleAnswers = z.object({
  factdesk: z.string(),
  rememberedAt: z.iso.datetime(),
  /** Each fact on file in the words of then, as a hash. */
  facts: z.array(z.string()),
  answers: z.record(z.string(), z.object({ outcome: z.string(), fact: z.string().nullable() })),
});

/** What example questions got, and under which version of factdesk. */
export type ExampleAnswers = Readonly<z.infer<typeof exampleAnswers>>;

/** What one of them got: the outcome, and which fact came first. */
export type ExampleAnswer = ExampleAnswers['answers'][string];

const fileIn = (data: string) => join(data, 'example-answers.json');

/** The first `asked as` line of each fact. */
export function exampleQuestions(facts: readonly Fact[]): readonly string[] {
  const lines = facts.flatMap(({ askedAs: [first] }) => (first === undefined ? [] : [first]));
  return [...new Set(lines)].slice(0, MOST_EXAMPLES);
}

/** A fact in its words of now. */
export const exampleFact = ({ id, text }: Pick<Fact, 'id' | 'text'>) =>
  hash('sha256', `${id}\0${text}`, 'hex').slice(0, 16);

/** What is remembered of an answer. */
export function exampleAnswer({ outcome, quotes: [first] }: Answer): ExampleAnswer {
  return { outcome, fact: first === undefined ? null : exampleFact({ id: first.factId, text: first.text }) };
}

/** Reads what was remembered; undefined where nothing was, or it cannot be read. */
export async function readExampleAnswers(data: string): Promise<ExampleAnswers | undefined> {
  try {
    return exampleAnswers.parse(JSON.parse(await readFile(fileIn(data), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Remembers them. Rejects with the error of the disk. */
export async function writeExampleAnswers(data: string, answers: ExampleAnswers): Promise<void> {
  const file = fileIn(data);
  await writeWhole(file, { beside: `${file}.part`, pieces: [Buffer.from(JSON.stringify(answers))] });
}

/**
 * Which questions are answered otherwise by the same facts, with what they got before: neither is the fact of then gone
 * or changed, nor is that of now one that the desk has written since.
 */
export function changedAnswers(
  before: ExampleAnswers,
  now: Pick<ExampleAnswers, 'facts' | 'answers'>,
): ReadonlyMap<string, ExampleAnswer> {
  const [then, today] = [new Set(before.facts), new Set(now.facts)];
  const changed = new Map<string, ExampleAnswer>();
  for (const [question, answer] of Object.entries(now.answers)) {
    const old = Object.hasOwn(before.answers, question) ? before.answers[question] : undefined;
    if (old === undefined || (old.outcome === answer.outcome && old.fact === answer.fact)) continue;
    const isByDesk =
      (old.fact !== null && !today.has(old.fact)) || (answer.fact !== null && !then.has(answer.fact));
    if (!isByDesk) changed.set(question, old);
  }
  return changed;
}
