import { expect, it } from 'vitest';
import type { CalibrationReport, JudgedQuestion } from '../../src/calibration/index.ts';
import { renderCalibration } from '../../src/cli/render-calibration.ts';

const falselySure = (origin: JudgedQuestion['origin'], question: string): JudgedQuestion => ({
  ...{ origin, question, factId: 'storm-peru', isRight: false, confidence: 0.8, mayAnswer: true },
});

const byDefault = {
  sureFrom: 0.65,
  judged: 80,
  falselySure: 2,
  upperBound: 0.08,
  answerable: 40,
  rightlySure: 30,
};
const report: CalibrationReport = {
  ...{ target: 0.05, chosen: null, byDefault, needed: 59, bands: [], error: null, verdicts: 0, facts: 20 },
  asked: { line: 60, 'near-miss': 60, verdict: 0 },
  falselySure: [
    falselySure('near-miss', 'What did the storm do to Mars?'),
    falselySure('line', 'storm Peru cellars'),
  ],
  decision: 'x',
};

const render = (shown: CalibrationReport) => renderCalibration(shown, { written: null });

it('only questions that a fact may answer are told to be written down, and made ones are said to be made', () => {
  expect(render(report)).toContain(
    `Sure and false. Where the fact does answer, write the question under it as "asked as":
  0.80  storm Peru cellars  →  storm-peru

Sure and false, made from a line: nothing on file answers.
  0.80  What did the storm do to Mars?  →  storm-peru
`,
  );
});

it('nobody is told to write down what was made, where that alone is false', () => {
  const made = report.falselySure.filter(({ origin }) => origin === 'near-miss');
  expect(render({ ...report, falselySure: made })).not.toContain('write the question under it');
});
