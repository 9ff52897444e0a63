import { type Fact, formatPlace, type Passage, toPassage, type Warning } from '../corpus/index.ts';
import {
  createIndex,
  figuresIn,
  giveOtherFigures,
  isFigure,
  type SearchResult,
  speakOfOtherYears,
} from '../search/index.ts';
import { ANSWER_FROM, decide } from './decide.ts';
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

/** Of a line that does not find its own fact: the warning, and the pair of facts that it is about. */
interface Misled {
  readonly pair: string | undefined;
  readonly warning: Warning;
}

/**
 * What shows when every `asked as` line is asked: lines that neither find their own fact first nor show it beside
 * another, and facts that answer one question with different figures. Sure is what is at least as likely (0 to 1) as
 * `sureFrom`. A millisecond or so for each line.
 */
export function warnOfQuestions(facts: readonly Fact[], sureFrom: number = ANSWER_FROM): readonly Warning[] {
  const index = createIndex(facts.map(toPassage));
  const contradictions = new Map<string, Warning>();
  const misled: Misled[] = [];
  for (const fact of facts) {
    const own = toPassage(fact);
    fact.askedAs.forEach((question, nth) => {
      const asked = {
        question,
        line: fact.lines.askedAs[nth] ?? fact.line,
        own,
        found: index.search(question),
      };
      // What was found is not kept: thousands of results, with all that was measured, would fill the memory.
      noteContradictions(asked, contradictions);
      misled.push(...warnOfFinding(asked, sureFrom));
    });
  }
  // One cause, one warning: of two facts that contradict each other, one comes second.
  const others = misled.filter(({ pair }) => pair === undefined || !contradictions.has(pair));
  return [...contradictions.values(), ...others.map(({ warning }) => warning)];
}

function warnOfFinding({ question, line, own, found }: AskedLine, sureFrom: number): readonly Misled[] {
  const first = found.hits[0]?.passage;
  const isFound = decide(found).outcome !== 'none';
  if (first?.id === own.id && isFound) return [];
  // Two facts may answer one question with figures of two dates: then the reply shows both.
  if (differingAccounts(found, sureFrom).some(({ hit }) => hit.passage.id === own.id)) return [];
  const what =
    first && isFound
      ? `“${question}” finds "${first.id}" (${formatPlace(first.place)}) before "${own.id}"`
      : `“${question}” does not find "${own.id}"`;
  const mend = 'Ask in words that only this fact answers, or take the line out';
  const warning: Warning = { kind: 'asked-as', file: own.place.file, line, what, mend };
  return [{ pair: first && pairOf(own, first), warning }];
}

/** By pair: each is told once, of the first question that shows it. */
function noteContradictions({ question, own, found }: AskedLine, known: Map<string, Warning>): void {
  if (!isFigure(found.asksFor)) return;
  for (const hit of found.hits) {
    const { passage: other } = hit;
    const pair = pairOf(own, other);
    // The features last: they are measured when they are asked for.
    if (known.has(pair) || !contradict(own, other) || hit.features.bestExample < SAME_QUESTION) continue;
    known.set(pair, contradiction(question, own, other));
  }
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
