import type { Colors } from 'picocolors/types.js';
import {
  type AnswerExplanation,
  CONFIDENCE_TEXTS,
  type ExplainedHit,
  tellMismatches,
} from '../answer/index.ts';
import { aboutFeature } from '../search/index.ts';
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
  { factId, confidence, mismatches, explanation, signs }: ExplainedHit,
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
  const parts = explanation.parts.map(({ name, measure, weight, points }) => {
    const product = `${measure.toFixed(2)} × ${weight.toFixed(2)}`.padEnd(14);
    return `${row(name, points.toFixed(2), product)} ${aboutFeature(name)}`;
  });
  return [
    `${rank + 1}. ${colors.bold(escapeLine(factId))} answers with ${percent(confidence)}, ` +
      `score ${explanation.score.toFixed(2)}`,
    ...doubtsOf(mismatches),
    ...meaningOf(explanation),
    colors.dim('   word, its share of the question, where it was met'),
    ...terms,
    colors.dim('   what makes it surer (+) or less sure (-), in log odds: the weightiest first'),
    ...signsOf(signs),
    colors.dim('   what put it in this place: points, measure × weight'),
    ...parts,
  ].join('\n');
}

/** What decided on a quote, in words: what counted most comes first. */
function signsOf(signs: ExplainedHit['signs']): readonly string[] {
  return signs
    .filter(({ logOdds }) => logOdds !== 0)
    .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .map(({ name, measure, logOdds }) => {
      const points = `${logOdds > 0 ? '+' : ''}${logOdds.toFixed(2)}`;
      return `   ${points.padStart(6)}   ${CONFIDENCE_TEXTS[name]} (${name} ${measure.toFixed(2)})`;
    });
}

function doubtsOf(mismatches: ExplainedHit['mismatches']): readonly string[] {
  const told = tellMismatches({ mismatches });
  return told === null ? [] : [`   does not fit: ${escapeLine(told)}`];
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
