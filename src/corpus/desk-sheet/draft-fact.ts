import { z } from 'zod';

const schema = z.object({
  kind: z.enum(['quote', 'statement']),
  /** The words; paragraphs are parted by an empty line. */
  text: z.string(),
  saidBy: z.string().optional(),
  /** Partial date the words speak of. */
  asOf: z.string().optional(),
  /** Of the source. */
  title: z.string(),
  publisher: z.string().optional(),
  /** Partial date; without one, `accessed` says when the source was read. */
  published: z.string().optional(),
  accessed: z.string().optional(),
  url: z.string().optional(),
  topics: z.array(z.string()),
  /** Questions that it answers. */
  askedAs: z.array(z.string()),
});

/** A fact as somebody of the desk wrote it down, not yet in a sheet. */
export type DraftFact = Readonly<Omit<z.infer<typeof schema>, 'topics' | 'askedAs'>> & {
  readonly topics: readonly string[];
  readonly askedAs: readonly string[];
};

/** A draft out of what was kept of it; undefined where that is none. */
export function readDraftFact(json: string): DraftFact | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/**
 * The draft as a sheet can hold it: every field on one line, the words in paragraphs of one line each, and nothing that
 * is empty or stands there twice.
 */
export function tidyDraft(draft: DraftFact): DraftFact {
  const { kind, text, title, topics, askedAs } = draft;
  const optional = ['saidBy', 'asOf', 'publisher', 'published', 'accessed', 'url'] as const;
  const given = optional.flatMap((name) => {
    const value = oneLine(draft[name] ?? '');
    return value === '' ? [] : [[name, value] as const];
  });
  return {
    kind,
    text: paragraphsOf(text),
    title: oneLine(title),
    topics: distinct(topics.flatMap((topic) => topic.split(','))),
    askedAs: distinct(askedAs),
    ...Object.fromEntries(given),
  };
}

const LINE_BREAKS = /[\r\n\u0085\u2028\u2029\v\f\t]+/g;

function oneLine(text: string): string {
  return text.replace(LINE_BREAKS, ' ').trim();
}

function paragraphsOf(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .split(/\n{2,}/)
    .map(oneLine)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(oneLine))].filter((text) => text !== '');
}
