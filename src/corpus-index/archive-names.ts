import type { Passage } from '../corpus/index.ts';
import { commonestFirst } from './commonest-first.ts';

/** What articles are named by. */
export interface ArchiveNames {
  /** Each once: `source` or `speaker`, a colon, and the name. Topics are counted by the index. */
  readonly names: readonly string[];
  /** By key of the article: numbers of its names. */
  readonly ofArticle: ReadonlyMap<string, readonly number[]>;
}

/**
 * The names of what may be shown, a line each, the commonest first: one text a kind passes to another thread at once.
 */
export interface NameLists {
  readonly source: string;
  readonly speaker: string;
}

export const NO_NAMES: NameLists = { source: '', speaker: '' };

/** Collects the names of articles whose passages arrive in reading order. */
export class NamesBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #ofArticle = new Map<string, number[]>();
  #last: Passage | undefined;

  /** Adds the names of a passage to those of the article with this key. */
  add(key: string, passage: Passage): void {
    const last = this.#last;
    this.#last = passage;
    if (last?.source === passage.source && last.attribution === passage.attribution) return;
    const numbers = this.#ofArticle.get(key) ?? [];
    this.#ofArticle.set(key, numbers);
    const { kind, source, attribution } = passage;
    const named = [`source:${source.title}`, `source:${source.publisher ?? ''}`];
    for (const name of kind === 'article' ? named : [...named, `speaker:${attribution}`]) {
      const number = this.#numbers.get(name) ?? this.#numbers.size;
      this.#numbers.set(name, number);
      if (!numbers.includes(number)) numbers.push(number);
    }
  }

  finish(): ArchiveNames {
    return { names: [...this.#numbers.keys()], ofArticle: this.#ofArticle };
  }
}

/** Names of articles, and which articles are left. */
interface Part {
  readonly names: ArchiveNames;
  readonly isLeft: (key: string) => boolean;
}

/** Lists the names of all articles of some parts that are left. What was withdrawn leaves no name behind. */
export function listNames(parts: readonly Part[]): NameLists {
  const ranked = commonestFirst(namesLeft(parts));
  const list = (kind: string) =>
    ranked
      .filter((name) => name.startsWith(kind) && name.length > kind.length)
      .map((name) => name.slice(kind.length).replaceAll('\n', ' '))
      .join('\n');
  return { source: list('source:'), speaker: list('speaker:') };
}

/** The names of each article that is left. */
function* namesLeft(parts: readonly Part[]): Generator<string> {
  for (const { names, isLeft } of parts) {
    for (const [key, numbers] of names.ofArticle) {
      if (isLeft(key)) for (const number of numbers) yield names.names[number] ?? '';
    }
  }
}
