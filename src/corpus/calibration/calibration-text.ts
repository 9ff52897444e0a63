import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import type { Calibration } from './calibration.ts';

const HEAD = `# How sure factdesk must be before it gives a quote as the answer. Written by "factdesk calibrate":
# run that again instead of editing this. Without this file factdesk uses the value it comes with.
`;

/** The least and the greatest probability that is of use: below even chances an answer is likelier wrong. */
export const SURE_FROM_RANGE = { least: 0.5, most: 0.99 } as const;

const share = z.number().min(0).max(1);
const count = z.int().min(0);
const { least, most } = SURE_FROM_RANGE;
const Fields = z.strictObject({
  'sure from': z.number().min(least).max(most),
  target: share,
  'upper bound': share,
  judged: count,
  'falsely sure': count,
  calibrated: z.iso.datetime(),
  decision: z.string().min(1),
  facts: count,
  verdicts: count,
});

/** The text of the file, in YAML. */
export function formatCalibration(calibration: Calibration): string {
  const fields: z.infer<typeof Fields> = {
    'sure from': calibration.sureFrom,
    target: calibration.target,
    'upper bound': calibration.upperBound,
    judged: calibration.judged,
    'falsely sure': calibration.falselySure,
    calibrated: calibration.calibratedAt,
    decision: calibration.decision,
    facts: calibration.facts,
    verdicts: calibration.verdicts,
  };
  return HEAD + stringify(fields);
}

/** A calibration, or in `fault` what is wrong with the text, as words that go on "the calibration …". */
export function parseCalibration(
  text: string,
):
  | { readonly calibration: Calibration; readonly fault?: never }
  | { readonly fault: string; readonly calibration?: never } {
  const document = parseDocument(text);
  if (document.errors.length > 0) return { fault: 'is not YAML' };
  const { data, error } = Fields.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (data === undefined) {
    const [issue] = error.issues;
    const place = issue?.path.join(' › ');
    return { fault: `cannot be used: ${place ? `"${place}": ` : ''}${issue?.message ?? 'it is empty'}` };
  }
  return {
    calibration: {
      sureFrom: data['sure from'],
      target: data.target,
      upperBound: data['upper bound'],
      judged: data.judged,
      falselySure: data['falsely sure'],
      calibratedAt: data.calibrated,
      decision: data.decision,
      facts: data.facts,
      verdicts: data.verdicts,
    },
  };
}
