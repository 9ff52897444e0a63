import type { Answer, Quote } from './answer.ts';
import { type FactStanding, readFactStanding } from './fact-standing.ts';
import type { Searcher } from './searcher.ts';

/** What was replied to a question. */
export interface GivenReply {
  /** The facts that were quoted, best first. */
  readonly factIds: readonly string[];
  /** The question; null when its words are no longer known. */
  readonly question: string | null;
}

/** How what was replied stands now. */
export interface ReplyStanding {
  /** How each fact that was quoted stands, in their order. */
  readonly facts: readonly FactStanding[];
  /** What answers the question by now and is of a later date than all that was quoted; newest first. */
  readonly newer: readonly Quote[];
}

/** Finds how a reply stands now. */
export async function readReplyStanding(
  searcher: Searcher,
  { factIds, question }: GivenReply,
  ask: (question: string) => Promise<Answer>,
): Promise<ReplyStanding> {
  const facts: FactStanding[] = [];
  for (const factId of factIds) facts.push(await readFactStanding(searcher, factId));
  if (question === null) return { facts, newer: [] };
  const shown = new Set([
    ...factIds,
    ...facts.flatMap((fact) => ('quote' in fact ? [fact.quote.factId] : [])),
  ]);
  const latest = facts
    .flatMap((fact) => ('quote' in fact ? [fact.quote.asOf] : []))
    .toSorted()
    .at(-1);
  const isNewer = ({ factId, asOf }: Quote) => !shown.has(factId) && latest !== undefined && asOf > latest;
  const newer = answering(await ask(question)).filter(isNewer);
  return { facts, newer: newer.toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1)) };
}

/** The quotes that answer as far as can be told: none of close matches, none that gives the figure of another time. */
function answering(answer: Answer): readonly Quote[] {
  const isTold = answer.outcome !== 'choices' || answer.sourcesDiffer === true;
  return isTold ? answer.quotes.filter(({ standing }) => standing === undefined) : [];
}
