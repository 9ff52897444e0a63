import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type Passage, shareContext } from '../corpus/index.ts';

/** A question of a set and the ids of the passages that answer it; none when nothing in the corpus does. */
export interface EvalQuestion {
  readonly id: string;
  readonly text: string;
  readonly answers: ReadonlySet<string>;
}

/** A corpus with questions whose answers are known, in the form of the BEIR benchmark. */
export interface EvalSet {
  readonly name: string;
  readonly passages: readonly Passage[];
  readonly questions: readonly EvalQuestion[];
}

/** A folder that is not a readable set. The message says which file and line, and what was expected. */
export class EvalSetError extends Error {
  override readonly name = 'EvalSetError';
}

const CorpusLine = z.object({
  _id: z.string().min(1),
  title: z.string().default(''),
  text: z.string(),
  metadata: z.object({ doc: z.string().optional() }).default({}),
});
const QueryLine = z.object({ _id: z.string().min(1), text: z.string() });
type CorpusLine = z.infer<typeof CorpusLine>;

function parseLine<T>(schema: z.ZodType<T>, line: string, place: string): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (cause) {
    const what = cause instanceof z.ZodError ? z.prettifyError(cause).replaceAll('\n', ' ') : 'not JSON';
    throw new EvalSetError(`${place}: ${what}. Each line must be one JSON object of a BEIR set.`, { cause });
  }
}

async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<readonly T[]> {
  const rows: T[] = [];
  let number = 0;
  try {
    for await (const line of createInterface({
      input: createReadStream(file, 'utf8'),
      crlfDelay: Infinity,
    })) {
      number++;
      if (line.trim() !== '') rows.push(parseLine(schema, line, `${file}:${number}`));
    }
  } catch (cause) {
    if (cause instanceof EvalSetError) throw cause;
    throw new EvalSetError(
      `${file} cannot be read. A set is a folder with corpus.jsonl, queries.jsonl and qrels/test.tsv.`,
      { cause },
    );
  }
  return rows;
}

/** Sets bear no dates; passages must. No question of a set asks for one. */
const UNDATED = '9999';

/** Lines of one document, a paragraph. */
interface Paragraph {
  readonly document: string;
  readonly title: string;
  readonly lines: CorpusLine[];
}

function toParagraphs(lines: readonly CorpusLine[]): readonly Paragraph[] {
  const paragraphs = new Map<string, Paragraph>();
  for (const line of lines) {
    const document = line.metadata.doc ?? line._id;
    const paragraph = paragraphs.get(document);
    if (paragraph) paragraph.lines.push(line);
    else paragraphs.set(document, { document, title: line.title, lines: [line] });
  }
  return [...paragraphs.values()];
}

/** Paragraphs that follow each other under one title are a text. */
function toTexts(paragraphs: readonly Paragraph[]): readonly (readonly Paragraph[])[] {
  const texts: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const text = texts.at(-1);
    if (text && paragraph.title !== '' && text[0]?.title === paragraph.title) text.push(paragraph);
    else texts.push([paragraph]);
  }
  return texts;
}

const lengthOf = ({ lines }: Paragraph) => lines.reduce((sum, { text }) => sum + text.length + 1, 0);

/** Each passage has the others of its paragraph as its context, as a passage of an imported article has. */
function toPassages(lines: readonly CorpusLine[], file: string): readonly Passage[] {
  const numbers = new Map(lines.map((line, index) => [line, index + 1]));
  const passages = toTexts(toParagraphs(lines)).flatMap((paragraphs) =>
    shareContext(paragraphs.map(lengthOf)).flatMap(({ from, to }, at) => {
      const around = paragraphs.slice(from, to).flatMap((paragraph) => paragraph.lines);
      const { document = '', lines: own = [] } = paragraphs[at] ?? {};
      return own.map((line): Passage => {
        const source = { id: line.title || document, title: line.title, accessed: UNDATED, file };
        const place = { file, line: numbers.get(line) ?? 1, start: 0, end: line.text.length };
        const others = around.filter((other) => other !== line).map(({ text }) => text);
        return {
          id: line._id,
          text: line.text,
          kind: 'article',
          attribution: source.id,
          asOf: UNDATED,
          isUndated: true,
          source,
          place,
          context: others.join(' '),
          topics: [],
          askedAs: [],
          alsoCalled: [],
        };
      });
    }),
  );
  return passages.toSorted((one, other) => one.place.line - other.place.line);
}

async function readAnswers(file: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const answers = new Map<string, Set<string>>();
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new EvalSetError(`${file} cannot be read. It names the right passages, a line each.`, { cause });
  });
  for (const line of text.split(/\r?\n/).slice(1)) {
    const [question, passage, score] = line.split('\t');
    if (!question || !passage || Number(score) <= 0) continue;
    answers.set(question, (answers.get(question) ?? new Set()).add(passage));
  }
  return answers;
}

/**
 * Reads a BEIR folder.
 * @throws EvalSetError when a file is missing or a line is not what it should be.
 */
export async function readEvalSet(folder: string, typos: boolean): Promise<EvalSet> {
  const corpus = path.join(folder, 'corpus.jsonl');
  const lines = await readLines(corpus, CorpusLine);
  const queries = await readLines(
    path.join(folder, typos ? 'queries-typos.jsonl' : 'queries.jsonl'),
    QueryLine,
  );
  const answers = await readAnswers(path.join(folder, 'qrels', 'test.tsv'));
  const none: ReadonlySet<string> = new Set();
  return {
    name: path.basename(path.resolve(folder)),
    passages: toPassages(lines, corpus),
    questions: queries.map(({ _id: id, text }) => ({ id, text, answers: answers.get(id) ?? none })),
  };
}
