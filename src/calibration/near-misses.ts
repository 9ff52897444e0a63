import type { Passage } from '../corpus/index.ts';
import { contentWords, fold } from '../search/index.ts';
import { type PartBook, readPartBook } from './part-book.ts';
import { type Named, PART_KINDS, type PartKind, type QuestionPart } from './question-part.ts';

/** A question that nothing on file answers, though it is a question of the desk but for one part. */
export interface NearMiss {
  readonly question: string;
  /** The line that it was made from. */
  readonly madeFrom: string;
  readonly kind: PartKind;
}

/** Near misses of one fact are alike: more of them say little more. */
const MOST_OF_FACT = 3;
const MOST = 600;
/** So many others of a kind are tried for one part. */
const TRIES = 12;
/** A passage that tells of the new part and of this share of the other words may answer. */
const MAY_ANSWER = 0.5;

/**
 * Makes near misses from the `asked as` lines of passages: one part (a name, a country, a year, a number, a role) is
 * replaced by another of the same kind out of the corpus, such that no passage which tells of the new part tells of
 * half the rest. At most three a passage and 600 in all, of each kind as many as there are. The same passages give the
 * same questions.
 */
export function makeNearMisses(passages: readonly Passage[]): readonly NearMiss[] {
  const book = readPartBook(passages);
  const holders = createHolders(passages);
  const made: NearMiss[] = [];
  const counts = new Map<PartKind, number>(PART_KINDS.map((kind) => [kind, 0]));
  const makeOne = (line: string): NearMiss | undefined => {
    const parts = book.partsOf(line);
    // The kind that was made least often first.
    const inTurn = parts.toSorted(
      (a, b) => (counts.get(a.named.kind) ?? 0) - (counts.get(b.named.kind) ?? 0) || a.start - b.start,
    );
    for (const part of inTurn) {
      const question = replacePart(line, part, { book, holders, from: made.length });
      if (question !== undefined) return { question, madeFrom: line, kind: part.named.kind };
    }
    return undefined;
  };
  for (const { askedAs } of spread(passages)) {
    let ofFact = 0;
    for (const line of askedAs) {
      const miss = ofFact < MOST_OF_FACT ? makeOne(line) : undefined;
      if (miss === undefined) continue;
      made.push(miss);
      counts.set(miss.kind, (counts.get(miss.kind) ?? 0) + 1);
      ofFact++;
    }
    if (made.length >= MOST) break;
  }
  return made.slice(0, MOST);
}

/** Of very many passages every so-manieth, so that near misses are of all of them. */
function spread(passages: readonly Passage[]): readonly Passage[] {
  const asked = passages.filter(({ askedAs }) => askedAs.length > 0);
  const step = Math.max(1, Math.floor((asked.length * MOST_OF_FACT) / MOST));
  return asked.filter((_, nth) => nth % step === 0);
}

interface Replacing {
  readonly book: PartBook;
  readonly holders: (named: Named) => readonly Told[];
  /** With which of the others is begun. */
  readonly from: number;
}

/** The question with the part replaced; undefined where whatever is put there may be answered. */
function replacePart(
  line: string,
  { named, form, start, end }: QuestionPart,
  { book, holders, from }: Replacing,
): string | undefined {
  const others = book.othersThan(named).filter((other) => other.forms[form] !== undefined);
  const rest = [...contentWords(`${line.slice(0, start)} ${line.slice(end)}`)];
  if (rest.length === 0) return undefined;
  for (let nth = 0; nth < Math.min(TRIES, others.length); nth++) {
    const other = others[(from + nth) % others.length];
    const written = other?.forms[form];
    if (other === undefined || written === undefined) continue;
    const isAnswered = holders(other).some(
      ({ words }) => rest.filter((word) => words.has(word)).length >= MAY_ANSWER * rest.length,
    );
    if (!isAnswered) return line.slice(0, start) + written + line.slice(end);
  }
  return undefined;
}

/** What a passage tells, in folded words with blanks between, and by the stems of what it is about. */
interface Told {
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

const asWords = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Tells which passages tell of something, in whatever form. */
function createHolders(passages: readonly Passage[]): (named: Named) => readonly Told[] {
  const told = passages.map(({ text, attribution, asOf, source, context, askedAs, alsoCalled }): Told => {
    const all = [
      text,
      attribution,
      asOf,
      source.title,
      source.published ?? '',
      context,
      ...askedAs,
      ...alsoCalled,
    ];
    return { text: ` ${asWords(all.join('\n'))} `, words: contentWords(all.join('\n')) };
  });
  const known = new Map<Named, readonly Told[]>();
  return (named) => {
    const forms = named.forms.map((form) => ` ${asWords(form)} `);
    const holding = known.get(named) ?? told.filter(({ text }) => forms.some((form) => text.includes(form)));
    known.set(named, holding);
    return holding;
  };
}
