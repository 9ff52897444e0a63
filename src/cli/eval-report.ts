import type { Figures } from './eval-figures.ts';

const show = (value: number | null) => (value === null ? '–' : value.toFixed(3));

/** The figures of a set for a person to read, with the table of claimed and true probabilities. */
export function renderFigures(figures: Figures): string {
  const { set, facts, queries, calibration, ...shares } = figures;
  const lines = [`${set}: ${facts} passages, ${queries} questions`];
  for (const [name, value] of Object.entries(shares)) lines.push(`  ${name.padEnd(16)} ${show(value)}`);
  lines.push('  claimed       questions  mean claimed  truly right');
  for (const { from, to, questions, claimed, right } of calibration) {
    const range = `${from.toFixed(1)} to ${to.toFixed(1)}`;
    const columns = [String(questions).padStart(9), show(claimed).padStart(13), show(right).padStart(12)];
    lines.push(`  ${range.padEnd(13)} ${columns.join(' ')}`);
  }
  return `${lines.join('\n')}\n`;
}
