import type { ErasedCounts, Erasure, LedgerCounts } from '../ledger/index.ts';

/** How much the ledger holds, a sort of record on each line. */
export function renderCounts(counts: LedgerCounts): string {
  const { questions, feedback, deskQuestions } = counts;
  const lines = [
    ['Questions', total(questions), parts(questions)],
    ['Facts shown', counts.deliveries, ''],
    ['Sure answers', counts.sureAnswers.given, `  (${counts.sureAnswers.reported} reported as wrong)`],
    ['Choices', counts.choices, ''],
    ['Feedback', total(feedback), parts(feedback)],
    ['Desk questions', total(deskQuestions), parts(deskQuestions)],
  ] as const;
  const width = Math.max(...lines.map(([, number]) => String(number).length));
  return lines
    .map(([name, number, detail]) => `${name.padEnd(15)} ${String(number).padStart(width)}${detail}\n`)
    .join('');
}

/** What was erased of a person. What the disk still holds is not erased yet. */
export function renderErased(person: string, { counts, stillOnDisk }: Erasure<ErasedCounts>): string {
  if (total({ ...counts }) === 0) return `Nothing of ${person} is on record.\n`;
  const { questions, deliveries, choices, feedback, deskQuestions, reviews, recalls } = counts;
  return (
    `${stillOnDisk === null ? 'Erased' : 'Taken out of the ledger of'} ${person}: questions ${questions}, ` +
    `deliveries ${deliveries}, choices ${choices}, feedback ${feedback}, desk questions ${deskQuestions}, ` +
    `reviews ${reviews}, recalls ${recalls}.\n` +
    'Messages in Slack itself are not touched.\n'
  );
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function parts(counts: Readonly<Record<string, number>>): string {
  const named = Object.entries(counts).map(([name, count]) => `${count} ${name.replaceAll('-', ' ')}`);
  return `  (${named.join(', ')})`;
}
