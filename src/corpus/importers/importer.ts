import type { NewsItem } from '../archive/index.ts';
import { cleanLine } from './clean-text.ts';

/** Characters of a type that are told. */
const LONGEST_TYPE = 40;

/** What the desk says of documents; counts only where they say nothing of it themselves. */
export interface ImportDefaults {
  /** Whose words the articles are. */
  readonly publisher?: string | undefined;
  /** Within what the ids of the articles are unique: a name that the desk chooses. */
  readonly provider?: string | undefined;
  /** IANA name (`Europe/Oslo`) of the zone of moments that name none. */
  readonly timezone?: string | undefined;
}

/** A file, a page or an entry of an archive whose bytes became text. */
export interface ImportDocument extends ImportDefaults {
  /** For messages: the path or address as the desk named it. */
  readonly name: string;
  /** `file:` or `https:` address. Names the items that bring no name of their own. */
  readonly address: string;
  readonly text: string;
  /** The other parts of a document that is a package by itself, such as `.docx`, by their names inside it. */
  readonly parts?: ReadonlyMap<string, string>;
  /** When the document was last changed, or fetched: the date of items that bear none. */
  readonly modified: Date;
  /** What the desk calls the columns of a table, by the name of the field: `text` is `Story`. */
  readonly columns: ReadonlyMap<string, string>;
}

/** Something in an article that was not understood, and what the desk can do about it. */
export interface Doubt {
  readonly what: string;
  readonly mend: string;
}

/**
 * One article that was read, one that was not and why, what else is to be told, or what was never meant to be an
 * article.
 */
export type Imported =
  | {
      readonly kind: 'item';
      readonly line: number;
      readonly item: NewsItem;
      /** The URIs that it had in archives that were written earlier. */
      readonly formerly: readonly string[];
      /** What is to be told of it, such as for what it is withheld. */
      readonly doubts: readonly Doubt[];
    }
  | {
      /** A `problem` costs an article, a `warning` does not. */
      readonly kind: 'problem' | 'warning';
      /** From 1, in the document. */
      readonly line: number;
      readonly what: string;
      readonly mend: string;
    }
  | {
      readonly kind: 'no article';
      /** What it is, in the format's own word: `picture`, `graphic`, `planning`. */
      readonly type: string;
    };

/** Reads one format. Pure; never throws, whatever the text holds: what cannot be read is a problem. */
export type Importer = (document: ImportDocument) => Iterable<Imported>;

/** A document, or a part of it, that could not be read. */
export function problemAt(line: number, what: string, mend: string): Imported {
  return { kind: 'problem', line, what, mend };
}

/** A fault of a document whose articles were read all the same. */
export function warningAt(line: number, what: string, mend: string): Imported {
  return { kind: 'warning', line, what, mend };
}

/** Something sound that has no words to quote: wires carry pictures and plans between their articles. */
export function noArticle(type: string): Imported {
  return { kind: 'no article', type: cleanLine(type.slice(0, LONGEST_TYPE)) };
}

/**
 * A document or an article that is not worth the time or the memory that reading it would take, or that is not safe to
 * read in part. The message says why.
 */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly mend: string;

  constructor(message: string, mend = 'Leave it out') {
    super(message);
    this.mend = mend;
  }
}

/** What is read of one article, or the problem when it is refused. */
export function orProblem(line: number, read: () => Imported): Imported {
  try {
    return read();
  } catch (error) {
    return refusalAt(line, error);
  }
}

/** The problem that a RefusedError is. Throws every other error again. */
export function refusalAt(line: number, error: unknown): Imported {
  if (error instanceof RefusedError) return problemAt(line, error.message, error.mend);
  throw error;
}

/** The lines (from 1) on which some ascending offsets of a text stand. */
export function linesAt(text: string, offsets: readonly number[]): readonly number[] {
  let line = 1;
  let at = text.indexOf('\n');
  return offsets.map((offset) => {
    for (; at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
    return line;
  });
}
