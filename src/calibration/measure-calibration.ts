import { ANSWER_FROM } from '../answer/index.ts';
import type { Calibration } from '../corpus/index.ts';
import type { Verdict } from '../ledger/index.ts';
import { type AskingOptions, askLines, askNearMisses, openHeldOutDesk } from './ask-questions.ts';
import { fewestTrials } from './binomial-bounds.ts';
import { chooseThreshold, type Threshold, weighThreshold } from './choose-threshold.ts';
import { judgeByVerdicts } from './judge-verdicts.ts';
import { isSure, type JudgedQuestion, type Origin } from './judged-question.ts';
import { calibrationError, type ReliabilityBand, reliabilityOf } from './reliability.ts';

/** What a corpus and its newsroom tell of how sure the bot may be. Shares and probabilities are 0 to 1. */
export interface CalibrationReport {
  readonly target: number;
  /** The loosest threshold that keeps to the target; null where none is strict enough. */
  readonly chosen: Threshold | null;
  /** The threshold that holds without a calibration. */
  readonly byDefault: Threshold;
  /** How many questions were judged, by where they come from. */
  readonly asked: Readonly<Record<Origin, number>>;
  /** How many verdicts of people are in the ledger, also those that could not be used. */
  readonly verdicts: number;
  readonly facts: number;
  readonly bands: readonly ReliabilityBand[];
  /** Mean distance of claims from what holds; null without questions. */
  readonly error: number | null;
  /** So many questions to which a sure answer is false are needed to keep to the target, when none gets one. */
  readonly needed: number;
  /** Lines and near misses that get a false sure answer at the chosen threshold or by default, the surest first. */
  readonly falselySure: readonly JudgedQuestion[];
  /** Fingerprint of the decision that was measured. */
  readonly decision: string;
}

/** What to measure. */
export interface MeasuringOptions extends AskingOptions {
  /** The largest share (0 to 1) of false sure answers. */
  readonly target: number;
  readonly verdicts: readonly Verdict[];
  /** Is told after each question how many were asked. @default nobody is told */
  readonly onAsked?: ((asked: number) => void) | undefined;
}

/**
 * Asks a corpus its `asked as` lines, each left out in its turn, near misses of them, and what people have judged; and
 * tells from when on an answer may be called sure. Rejects with what a search rejects with.
 */
export async function measureCalibration({
  target,
  verdicts,
  onAsked = () => {},
  ...asking
}: MeasuringOptions): Promise<CalibrationReport> {
  const heldOut = await openHeldOutDesk(asking);
  const judged: JudgedQuestion[] = [];
  const note = (question: JudgedQuestion) => onAsked(judged.push(question));
  for await (const question of askLines(heldOut)) note(question);
  for await (const question of askNearMisses(heldOut)) note(question);
  const desk = await heldOut.without(null);
  for await (const question of judgeByVerdicts(desk, verdicts)) note(question);
  return {
    ...summarise(judged, target),
    ...counts(judged),
    ...{ target, decision: desk.decision },
    ...{
      verdicts: verdicts.length,
      facts: heldOut.passages.length,
    },
  };
}

function summarise(judged: readonly JudgedQuestion[], target: number) {
  const chosen = chooseThreshold(judged, target) ?? null;
  const byDefault = weighThreshold(judged, ANSWER_FROM);
  const bands = reliabilityOf(judged);
  const { sureFrom } = chosen ?? byDefault;
  return {
    ...{ chosen, byDefault, bands, error: calibrationError(bands), needed: fewestTrials(target) },
    falselySure: judged
      .filter((one) => one.question !== null && !one.isRight && isSure(one, sureFrom))
      .toSorted((a, b) => b.confidence - a.confidence),
  };
}

function counts(judged: readonly JudgedQuestion[]): Pick<CalibrationReport, 'asked'> {
  const count = (origin: Origin) => judged.filter((one) => one.origin === origin).length;
  return { asked: { line: count('line'), 'near-miss': count('near-miss'), verdict: count('verdict') } };
}

/** What of a report is kept beside the sheets; undefined where no threshold was chosen. */
export function toCalibration(report: CalibrationReport, now: Date): Calibration | undefined {
  const { chosen, target, decision, facts, verdicts } = report;
  if (chosen === null) return undefined;
  const { sureFrom, judged, falselySure } = chosen;
  return {
    ...{ sureFrom, target, judged, falselySure, decision, facts, verdicts },
    // Rounded up, so that it stays a bound.
    upperBound: Math.ceil(chosen.upperBound * 10_000) / 10_000,
    calibratedAt: now.toISOString(),
  };
}
