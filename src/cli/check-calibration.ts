import { fingerprintDecision, readSureness } from '../answer/index.ts';
import type { Config } from '../config.ts';
import { type Corpus, factsInUse, isOutgrown, type Problem, type Warning } from '../corpus/index.ts';

/** What a calibration comes to: how sure an answer must be (0 to 1), and what is wrong with the calibration. */
export interface CheckedCalibration {
  readonly sureFrom: number;
  /** Of a file that cannot be read. */
  readonly problems: readonly Problem[];
  /** Of one that should be made again. */
  readonly warnings: readonly Warning[];
}

const MEND = 'Run factdesk calibrate again';

/** Checks the calibration of a corpus, as a bot with this encoder would use it. */
export function checkCalibration(
  { calibration: reading, facts }: Corpus,
  encoder: Config['encoder'],
): CheckedCalibration {
  const comparedBy =
    encoder === 'off' ? 'words' : encoder === 'embedded' ? 'word vectors' : 'sentence encoder';
  const { sureness, problem } = readSureness(reading, fingerprintDecision(comparedBy));
  const { sureFrom } = sureness;
  if (reading?.problem) return { sureFrom, problems: [reading.problem], warnings: [] };
  if (problem) return { sureFrom, problems: [], warnings: [{ kind: 'calibration', ...problem }] };
  const inUse = factsInUse(facts).length;
  if (!reading || !isOutgrown(reading.calibration, inUse)) return { sureFrom, problems: [], warnings: [] };
  const what = `the calibration was measured on ${reading.calibration.facts} facts, and ${inUse} are on file now`;
  return {
    sureFrom,
    problems: [],
    warnings: [{ kind: 'calibration', file: reading.file, what, mend: MEND }],
  };
}
