import { type Fact, formatPlace, type Passage, toPassage, type Warning } from '../corpus/index.ts';
import {
  createIndex,
  figuresIn,
  giveOtherFigures,
  isFigure,
  type SearchResult,
  speakOfOtherYears,
} from '../search/index.ts';
import { decide } from './decide.ts';
import { differingAccounts } from './differing-sources.ts';

/**
 * From this likeness (0 to 1, by the weight of the words) two questions ask the same. Among the facts that come with
 * factdesk, questions for those killed and those wounded are alike to .42, for one figure of two years to .77.
 */
const SAME_QUESTION = 0.8;

/** An `asked as` line, and what it finds. */
interface AskedLine {
  readonly question: string;
  /** Line of the sheet, from 1. */
  readonly line: number;
  /** The fact that the desk wrote it for. */
  readonly own: Passage;
  readonly found: SearchResult;
}

/**
 * What shows when every `asked as` line is asked: lines that neither find their own fact first nor show it beside
 * another, and facts that answer one question with different figures. A millisecond or so for each line.
 */
export function warnOfQuestions(facts: readonly Fact[]): readonly Warning[] {
  const index = createIndex(facts.map(toPassage));
  const lines = facts.flatMap((fact) => {
    const own = toPassage(fact);
    return fact.askedAs.map((question, nth): AskedLine => {
      const line = fact.lines.askedAs[nth] ?? fact.line;
      return { question, line, own, found: index.search(question) };
    });
  });
  const contradictions = findContradictions(lines);
  // One cause, one warning: of two facts that contradict each other, one comes second.
  const misled = lines.filter(
    ({
      own,
      found: {
        hits: [first],
      },
    }) => !first || !contradictions.has(pairOf(own, first.passage)),
  );
  return [...contradictions.values(), ...misled.flatMap(warnOfFinding)];
}

function warnOfFinding({ question, line, own, found }: AskedLine): readonly Warning[] {
  const first = found.hits[0]?.passage;
  const isFound = decide(found).outcome !== 'none';
  if (first?.id === own.id && isFound) return [];
  // Two facts may answer one question with figures of two dates: then the reply shows both.
  if (differingAccounts(found).some(({ hit }) => hit.passage.id === own.id)) return [];
  const what =
    first && isFound
      ? `“${question}” finds "${first.id}" (${formatPlace(first.place)}) before "${own.id}"`
      : `“${question}” does not find "${own.id}"`;
  const mend = 'Ask in words that only this fact answers, or take the line out';
  return [{ kind: 'asked-as', file: own.place.file, line, what, mend }];
}

/** By pair: each is told once, of the first question that shows it. */
function findContradictions(lines: readonly AskedLine[]): ReadonlyMap<string, Warning> {
  const pairs = new Map<string, Warning>();
  for (const { question, own, found } of lines) {
    if (!isFigure(found.asksFor)) continue;
    for (const { passage: other, features } of found.hits) {
      const pair = pairOf(own, other);
      if (pairs.has(pair) || features.bestExample < SAME_QUESTION || !contradict(own, other)) continue;
      pairs.set(pair, contradiction(question, own, other));
    }
  }
  return pairs;
}

function pairOf(a: Passage, b: Passage): string {
  return [a.id, b.id].sort().join(' ');
}

function contradict(a: Passage, b: Passage): boolean {
  return (
    a.topics.some((topic) => b.topics.includes(topic)) &&
    isSamePeriod(a.asOf, b.asOf) &&
    !speakOfOtherYears(a.text, b.text) &&
    giveOtherFigures(a.text, b.text)
  );
}

/** A year and a month in it are the same period as far as anybody knows. */
function isSamePeriod(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function contradiction(question: string, own: Passage, other: Passage): Warning {
  const { file, line } = own.place;
  const said = ({ text }: Passage) => [...figuresIn(text)].join(', ');
  const others = `"${other.id}" (${formatPlace(other.place)}) says ${said(other)}`;
  const what = `to “${question}” "${own.id}" says ${said(own)}, and ${others}`;
  const mend = 'Correct one of them, let one replace the other, or ask more exactly for what each counts';
  return { kind: 'contradiction', file, line, what, mend };
}
