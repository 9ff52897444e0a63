import { Command } from 'commander';
import { amount } from '../amount.ts';
import { readConfig } from '../config.ts';
import { factsInUse, inspectCorpus, reviewOf } from '../corpus/index.ts';
import { type FactUse, type Ledger, LedgerError, orderByDamage } from '../ledger/index.ts';
import { CommandError } from './command-error.ts';
import { renderReviews, reviewCsv, reviewJson } from './render-review.ts';
import type { ReviewedFact } from './reviewed-fact.ts';
import type { Terminal } from './terminal.ts';

interface ReviewOptions {
  readonly json: boolean;
  readonly csv: boolean;
  readonly all: boolean;
  readonly facts?: string;
}

/**
 * `factdesk review`: the facts that somebody should look at again, the one that may do most damage first. `open` gives
 * the ledger, or undefined where the bot never ran.
 */
export function reviewCommand(terminal: Terminal, open: () => Promise<Ledger | undefined>): Command {
  return new Command('review')
    .description('List the facts that are due for a review, the one that may do most damage first.')
    .option('--json', 'as one JSON object', false)
    .option('--csv', 'as a table for spreadsheets', false)
    .option('--all', 'also facts that are not due', false)
    .option('--facts <folder>', 'folder of the fact sheets')
    .action((options: ReviewOptions) => review(options, terminal, open));
}

async function review(
  { json, csv, all, facts: folder }: ReviewOptions,
  { env, now, stdout, stderr, setExitCode }: Terminal,
  open: () => Promise<Ledger | undefined>,
): Promise<void> {
  if (json && csv) throw new CommandError('Use --json or --csv, not both.', { exitCode: 2 });
  const { facts: configured, reviewAfterDays: afterDays } = readConfig(env);
  const { corpus, problems } = await inspectCorpus({ sheets: folder ?? configured, archive: [] });
  const today = now().toISOString().slice(0, 10);
  const inUse = factsInUse(corpus.facts).map((fact) => ({
    fact,
    review: reviewOf(fact, { today, afterDays }),
  }));
  const listed = inUse.filter(({ review: { isOverdue } }) => all || isOverdue);
  const uses = await readUses(
    listed.map(({ fact }) => fact.id),
    open,
  );
  const facts: readonly ReviewedFact[] = orderByDamage(
    listed.map(({ fact, review }) => ({
      fact,
      review,
      days: review.days,
      use: uses && (uses.get(fact.id) ?? NEVER_SHOWN),
    })),
  );
  const report = { facts, onFile: inUse.length, today, afterDays, hasLedger: uses !== null };
  stdout.write((json ? reviewJson : csv ? reviewCsv : renderReviews)(report));
  if (problems.length === 0) return;
  const cannot = `${amount(problems.length, 'problem')} in the sheets: what they concern may be missing here.`;
  stderr.write(`${cannot} "factdesk check" tells them.\n`);
  setExitCode(1);
}

const NEVER_SHOWN: FactUse = { copies: 0, people: 0 };

/** How far facts have spread; null where there is no ledger that remembers. */
async function readUses(
  ids: readonly string[],
  open: () => Promise<Ledger | undefined>,
): Promise<ReadonlyMap<string, FactUse> | null> {
  const ledger = await open();
  if (ledger === undefined) return null;
  try {
    return await ledger.factUses(ids);
  } catch (cause) {
    throw cause instanceof LedgerError ? new CommandError(cause.message, { cause }) : cause;
  } finally {
    await ledger.close();
  }
}
