export { lowerBound } from './binomial-bounds.ts';
export type { Threshold } from './choose-threshold.ts';
export { drawReliability } from './draw-reliability.ts';
export type { JudgedQuestion } from './judged-question.ts';
export {
  type CalibrationReport,
  type MeasuringOptions,
  measureCalibration,
  toCalibration,
} from './measure-calibration.ts';
export type { ReliabilityBand } from './reliability.ts';
