import { Command } from 'commander';
import { amount } from '../amount.ts';
import { readConfig } from '../config.ts';
import {
  type Fact,
  factsInUse,
  inspectCorpus,
  type ReviewRule,
  reviewOf,
  toPassage,
} from '../corpus/index.ts';
import { checkedOn, type FactReach, type Ledger, LedgerError, orderByDamage } from '../ledger/index.ts';
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
  const inUse = factsInUse(corpus.facts);
  const rule = { today: now().toISOString().slice(0, 10), afterDays };
  const ledger = await open();
  try {
    const facts = await weighFacts(inUse, { ...rule, all, ledger });
    const report = { ...rule, facts, onFile: inUse.length, hasLedger: ledger !== undefined };
    stdout.write((json ? reviewJson : csv ? reviewCsv : renderReviews)(report));
  } catch (cause) {
    throw cause instanceof LedgerError ? new CommandError(cause.message, { cause }) : cause;
  } finally {
    await ledger?.close();
  }
  if (problems.length === 0) return;
  const cannot = `${amount(problems.length, 'problem')} in the sheets: what they concern may be missing here.`;
  stderr.write(`${cannot} "factdesk check" tells them.\n`);
  setExitCode(1);
}

interface Weighing extends ReviewRule {
  /** Also facts that are not due, or whose review was put off. */
  readonly all: boolean;
  readonly ledger: Ledger | undefined;
}

async function weighFacts(
  facts: readonly Fact[],
  { all, ledger, ...rule }: Weighing,
): Promise<readonly ReviewedFact[]> {
  const reviewed = facts.map((fact) => {
    const foundTrueOn = ledger && checkedOn(ledger, toPassage(fact));
    const snooze = ledger?.knownSnooze(fact.id);
    const snoozedUntil = snooze !== undefined && snooze.until >= rule.today ? snooze.until : null;
    return { fact, snoozedUntil, review: reviewOf(fact, { ...rule, foundTrueOn }) };
  });
  const listed = reviewed.filter(
    ({ review, snoozedUntil }) => all || (review.isOverdue && snoozedUntil === null),
  );
  const uses = await ledger?.reachOf(listed.map(({ fact }) => fact.id));
  return orderByDamage(
    listed.map((each) => ({
      ...each,
      days: each.review.days,
      use: uses === undefined ? null : (uses.get(each.fact.id) ?? NEVER_SHOWN),
    })),
  );
}

const NEVER_SHOWN: FactReach = { copies: 0, people: 0 };
