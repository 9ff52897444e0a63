import type { FactDesk } from '../answer/index.ts';
import { type FactVersion, factVersion, type Verdict } from '../ledger/index.ts';
import { given, judgeBy } from './ask-questions.ts';
import type { JudgedQuestion } from './judged-question.ts';

/**
 * Judges questions by what people said of the replies. A question whose words are known is asked again, so that what
 * the desk has mended since no longer counts; of the others it is told what was claimed then, as long as the decision
 * is the same. The words of these questions are not given on: they may be private.
 */
export async function* judgeByVerdicts(
  desk: FactDesk,
  verdicts: readonly Verdict[],
): AsyncGenerator<JudgedQuestion> {
  for (const verdict of verdicts) {
    if (verdict.words === null) {
      if (verdict.decision === desk.decision) yield* given(asClaimed(verdict));
      continue;
    }
    const asked = { question: verdict.words, origin: 'verdict' } as const;
    const judged = await judgeBy(desk, asked, (quote) => isRight(factVersion(quote), verdict));
    if (judged) yield { ...judged, question: null };
  }
}

/**
 * Whether a fact answers, by a verdict. Of another fact than the one that was called wrong, or of that one in other
 * words, nobody has said whether it does.
 */
function isRight(
  { factId, factHash }: FactVersion,
  { fact, answers }: Pick<Verdict, 'fact' | 'answers'>,
): boolean | undefined {
  if (answers) return factId === fact.factId;
  return factId === fact.factId && factHash === fact.factHash ? false : undefined;
}

function asClaimed({ first, wasAnswer, ...verdict }: Verdict): JudgedQuestion | undefined {
  const judgement = isRight(first, verdict);
  if (first.confidence === null || judgement === undefined) return undefined;
  return {
    ...{ origin: 'verdict', question: null, factId: first.factId, isRight: judgement },
    ...{ confidence: first.confidence, mayAnswer: wasAnswer },
  };
}
