import type { Answer, Ask, Quote } from '../../src/answer/index.ts';

/** A question that a person judged beforehand. */
export interface JudgedQuestion {
  readonly question: string;
  /** Whether anything on file answers. */
  readonly isAnswerable: boolean;
  /** Whether this quote answers. */
  readonly answers: (quote: Quote) => boolean;
}

/** What was said to questions that were judged beforehand; the lists hold questions, for whoever reads a failure. */
export interface Verdict {
  readonly answerable: number;
  readonly unanswerable: number;
  /** Share (0 to 1) of the answerable that got a sure answer which is right. */
  readonly sureAndRight: number;
  /** Share (0 to 1) of the answerable whose first quote is right, sure or not. */
  readonly shownFirst: number;
  /** Share (0 to 1) of the answerable with a right quote among those shown. */
  readonly shown: number;
  /** Answerable, and surely answered by something else. */
  readonly wrongSure: readonly string[];
  /** Not answerable, and surely answered all the same. */
  readonly falseSure: readonly string[];
}

/** Asks every question and counts how the answers did. There must be one of each sort at least. */
export async function judgeAnswers(ask: Ask, questions: readonly JudgedQuestion[]): Promise<Verdict> {
  const judged: Judged[] = [];
  for (const question of questions) judged.push({ ...question, answer: await ask(question.question) });
  const answerable = judged.filter(({ isAnswerable }) => isAnswerable);
  const unanswerable = judged.filter(({ isAnswerable }) => !isAnswerable);
  const share = (holds: (one: Judged) => boolean) => answerable.filter(holds).length / answerable.length;
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    sureAndRight: share((one) => isSure(one) && isRightFirst(one)),
    shownFirst: share(isRightFirst),
    shown: share(({ answer, answers }) => answer.quotes.some(answers)),
    wrongSure: answerable.filter((one) => isSure(one) && !isRightFirst(one)).map(({ question }) => question),
    falseSure: unanswerable.filter(isSure).map(({ question }) => question),
  };
}

interface Judged extends JudgedQuestion {
  readonly answer: Answer;
}

function isSure({ answer }: Judged): boolean {
  return answer.outcome === 'answer';
}

function isRightFirst({ answer: { quotes }, answers }: Judged): boolean {
  const [first] = quotes;
  return first !== undefined && answers(first);
}
