import type { Passage } from '../corpus/index.ts';
import { contentWords } from '../search/index.ts';
import { type PartBook, readPartBook } from './part-book.ts';
import { type Named, PART_KINDS, type PartKind, type QuestionPart } from './question-part.ts';
import { type AskedParts, meetsRest, type Told, tellsOf, toldIn } from './told.ts';

/** A question that nothing on file answers, though it is a question of the desk but for one part. */
export interface NearMiss extends AskedParts {
  readonly question: string;
  /** The line that it was made from. */
  readonly madeFrom: string;
}

/** Near misses of one fact are alike: more of them say little more. */
const MOST_OF_FACT = 3;
const MOST = 600;
/** So many others of a kind are tried for one part. */
const TRIES = 12;

/**
 * Makes near misses from the `asked as` lines of passages: one part (a name, a country, a year, a number, a role) is
 * replaced by another of the same kind out of the corpus, such that no passage which tells of the new part tells of
 * half the rest. At most three a passage and 600 in all, of each kind in its turn. The same passages give the same
 * questions.
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
      const miss = replacePart(line, part, { book, holders, from: made.length });
      if (miss !== undefined) return miss;
    }
    return undefined;
  };
  for (const { askedAs } of spread(passages)) {
    let ofFact = 0;
    for (const line of askedAs) {
      const miss = ofFact < MOST_OF_FACT ? makeOne(line) : undefined;
      if (miss === undefined) continue;
      made.push(miss);
      counts.set(miss.part.kind, (counts.get(miss.part.kind) ?? 0) + 1);
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
): NearMiss | undefined {
  const others = book.othersThan(named).filter((other) => other.forms[form] !== undefined);
  const rest = [...contentWords(`${line.slice(0, start)} ${line.slice(end)}`)];
  if (rest.length === 0) return undefined;
  for (let nth = 0; nth < Math.min(TRIES, others.length); nth++) {
    const other = others[(from + nth) % others.length];
    const written = other?.forms[form];
    if (other === undefined || written === undefined) continue;
    if (holders(other).some((told) => meetsRest(told, { rest }))) continue;
    return { question: line.slice(0, start) + written + line.slice(end), madeFrom: line, part: other, rest };
  }
  return undefined;
}

/** Tells which passages tell of something, in whatever form. */
function createHolders(passages: readonly Passage[]): (named: Named) => readonly Told[] {
  const told = passages.map(({ text, attribution, asOf, source, context, askedAs, alsoCalled }) => {
    const { title, published = '' } = source;
    return toldIn([text, attribution, asOf, title, published, context, ...askedAs, ...alsoCalled]);
  });
  const known = new Map<Named, readonly Told[]>();
  return (named) => {
    const holding = known.get(named) ?? told.filter((one) => tellsOf(one, named));
    known.set(named, holding);
    return holding;
  };
}
