import { readFollowUp } from '../search/index.ts';
import type { Answer } from './answer.ts';

/** The blanks behind a sentence. A point behind few letters may be that of a title or of initials: `Gen.`, `U.S.` */
const BETWEEN_SENTENCES = /(?<=(?:[!?]|(?:\p{Ll}{4}|\d|\d[ap]m)\.)[)”’]?)\s+(?=[(“"]?[\p{Lu}\d])/u;
const ASKS = /\?[)”’]?$/;
/** Quotation marks and filters narrow a search wherever they stand, and must not be left out with their sentence. */
const NARROWS = /["“”]|\p{L}:\S/u;

/**
 * Answers a message. Where nothing answers all of it, what is said beside its question may be in the way ("my editor
 * wants it by noon"): then its question is answered alone, by close matches at most, since what was left out may have
 * said which of several things is meant. `understoodAs` tells what was searched.
 */
export async function answerAsked(
  ask: (question: string) => Promise<Answer>,
  question: string,
): Promise<Answer> {
  const whole = await ask(question);
  const sentence = whole.outcome === 'none' ? askingSentence(question) : undefined;
  if (sentence === undefined) return whole;
  const alone = await ask(sentence);
  if (alone.outcome === 'none') return whole;
  // A list gives none of several things alone.
  if (alone.outcome === 'list') return { ...alone, question, understoodAs: sentence };
  return { ...alone, outcome: 'choices', question, understoodAs: sentence };
}

/** The one sentence that asks, of several; undefined where there is none, or where it needs the others. */
function askingSentence(question: string): string | undefined {
  if (NARROWS.test(question)) return undefined;
  const sentences = question.trim().split(BETWEEN_SENTENCES);
  const [asking, another] = sentences.filter((sentence) => ASKS.test(sentence));
  const isAlone = sentences.length === 1 || another !== undefined;
  return asking === undefined || isAlone || readFollowUp(asking).leans ? undefined : asking;
}
