import type { JudgedQuestion } from './judged-question.ts';

/** Questions whose first quote was claimed to answer with a probability in one band. Shares are 0 to 1. */
export interface ReliabilityBand {
  /** The band holds its lower end, and the last one its upper end too. */
  readonly from: number;
  readonly to: number;
  readonly questions: number;
  readonly right: number;
  /** Mean of what was claimed; null without questions. */
  readonly claimed: number | null;
}

const BANDS = 10;

type Claimed = Pick<JudgedQuestion, 'factId' | 'isRight' | 'confidence'>;

/** Sets what was claimed of the first quotes against how often they were right, in ten bands. */
export function reliabilityOf(judged: readonly Claimed[]): readonly ReliabilityBand[] {
  const quoted = judged.filter(({ factId }) => factId !== null);
  const bandOf = ({ confidence }: Claimed) => Math.min(BANDS - 1, Math.floor(confidence * BANDS));
  return Array.from({ length: BANDS }, (_, band) => {
    const within = quoted.filter((question) => bandOf(question) === band);
    const sum = within.reduce((total, { confidence }) => total + confidence, 0);
    return {
      from: band / BANDS,
      to: (band + 1) / BANDS,
      questions: within.length,
      right: within.filter(({ isRight }) => isRight).length,
      claimed: within.length === 0 ? null : sum / within.length,
    };
  });
}

/**
 * How far claims are from what holds, as a mean over all questions (0 to 1); null without questions. It is known as
 * the expected calibration error.
 */
export function calibrationError(bands: readonly ReliabilityBand[]): number | null {
  const total = bands.reduce((sum, { questions }) => sum + questions, 0);
  if (total === 0) return null;
  const off = bands.map(({ questions, right, claimed }) => Math.abs(right - (claimed ?? 0) * questions));
  return off.reduce((sum, each) => sum + each, 0) / total;
}
