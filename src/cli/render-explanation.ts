import type { Colors } from 'picocolors/types.js';
import type { AnswerExplanation, ExplainedHit } from '../answer/index.ts';
import { escapeLine } from './escape-controls.ts';
import { HELD_BACK, SHOWN_FOR, WITHOUT_ENCODER } from './held-back-texts.ts';

/** Why the outcome is what it is, as a person reads it: the words that met, the features of score and confidence. */
export function renderExplanation(
  { thresholds, heldBack, shownFor, withoutEncoder, hits }: AnswerExplanation,
  colors: Colors,
): string {
  const [first] = hits;
  const asksFor = first === undefined ? 'nothing was found' : `asks for: ${first.explanation.asksFor}`;
  const limits = `an answer from ${percent(thresholds.answer)}, a close match from ${percent(thresholds.choice)}`;
  const head = `${colors.bold('Why')} (${asksFor}; ${limits})`;
  const held = [
    ...(heldBack ? [HELD_BACK[heldBack]] : []),
    ...(shownFor ? [SHOWN_FOR[shownFor]] : []),
    ...(withoutEncoder ? [WITHOUT_ENCODER[withoutEncoder]] : []),
  ];
  return `${[head, ...held, ...hits.map((hit, rank) => renderHit(hit, rank, colors))].join('\n\n')}\n`;
}

function renderHit(
  { factId, confidence, explanation, signs }: ExplainedHit,
  rank: number,
  colors: Colors,
): string {
  const terms = explanation.terms.map(({ typed, share, metIn, metBy }) =>
    row(
      escapeLine(typed),
      percent(share),
      `${metIn}${metBy.length === 0 || metBy.includes(typed) ? '' : ` as ${metBy.map(escapeLine).join(', ')}`}`,
    ),
  );
  const parts = explanation.parts.map(({ name, measure, weight, points }) =>
    row(name, points.toFixed(2), `${measure.toFixed(2)} × ${weight.toFixed(2)}`),
  );
  const odds = signs
    .filter(({ logOdds }) => logOdds !== 0)
    .map(({ name, measure, logOdds }) => row(name, logOdds.toFixed(2), measure.toFixed(2)));
  return [
    `${rank + 1}. ${colors.bold(escapeLine(factId))} answers with ${percent(confidence)}, ` +
      `score ${explanation.score.toFixed(2)}`,
    ...meaningOf(explanation),
    colors.dim('   word, its share of the question, where it was met'),
    ...terms,
    colors.dim('   part of the score, its points, measure × weight'),
    ...parts,
    colors.dim('   sign for or against, its log odds, measure'),
    ...odds,
  ].join('\n');
}

function meaningOf({ meansTheSame }: ExplainedHit['explanation']): readonly string[] {
  if (!meansTheSame) return [];
  return [
    `   means nearly the same as “${escapeLine(meansTheSame.text)}” (${percent(meansTheSame.likeness)})`,
  ];
}

function row(name: string, value: string, detail: string): string {
  return `   ${name.padEnd(24)} ${value.padStart(7)}   ${detail}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
