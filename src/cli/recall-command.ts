import { Command, Option } from 'commander';
import type { Ledger, Recall, RecallVerb } from '../ledger/index.ts';
import { CommandError } from './command-error.ts';
import { jsonLine } from './json-line.ts';
import { readRecallDetails } from './recall-details.ts';
import { recallCsv, recallJson, renderDryRun, renderRecall, renderRecallList } from './render-recall.ts';
import type { Terminal } from './terminal.ts';
import { withLedger } from './with-ledger.ts';

const VERBS: readonly RecallVerb[] = ['correct', 'refile', 'withdraw', 'leave'];

/** `factdesk recall`: what the card in the desk channel does, for desks without one, and the receipt. */
export function recallCommand(terminal: Terminal, open: () => Promise<Ledger>): Command {
  const recall = new Command('recall').description(
    'Correct or withdraw what people got of a fact that changed.',
  );
  recall.addCommand(listCommand(terminal, open));
  recall.addCommand(showCommand(terminal, open));
  recall.addCommand(runCommand(terminal, open));
  return recall;
}

function listCommand({ stdout }: Terminal, open: () => Promise<Ledger>): Command {
  return new Command('list')
    .description('The facts that were shown and have changed, and what the desk decided.')
    .option('--all', 'also those that are done with', false)
    .option('--json', 'as one JSON object', false)
    .action(({ all, json }: { readonly all: boolean; readonly json: boolean }) =>
      withLedger(open, async (ledger) => {
        const recalls = await ledger.recalls(all ? undefined : ['open', 'running']);
        stdout.write(json ? jsonLine({ recalls }) : renderRecallList(recalls, all));
      }),
    );
}

interface ShowOptions {
  readonly json: boolean;
  readonly csv: boolean;
}

function showCommand({ stdout }: Terminal, open: () => Promise<Ledger>): Command {
  return new Command('show')
    .description(
      'The receipt of a recall: every copy and person, when they were reached, and when they saw it.',
    )
    .argument('<number>', 'of the recall, as the list and the card tell it')
    .addOption(new Option('--json', 'as one JSON object').default(false).conflicts('csv'))
    .addOption(new Option('--csv', 'as a table, a copy or a person on each line').default(false))
    .action((number: string, { json, csv }: ShowOptions) =>
      withLedger(open, async (ledger) => {
        const details = await readRecallDetails(await findRecall(number, ledger), ledger);
        stdout.write((json ? recallJson : csv ? recallCsv : renderRecall)(details));
      }),
    );
}

interface RunOptions {
  readonly verb: RecallVerb;
  readonly by: string;
  readonly reason?: string;
  readonly dryRun: boolean;
  readonly json: boolean;
}

function runCommand({ stdout }: Terminal, open: () => Promise<Ledger>): Command {
  return new Command('run')
    .description('Decide on a recall. The running bot reaches copies and people within a minute.')
    .argument('<number>', 'of the recall')
    .addOption(
      new Option('--verb <verb>', 'what is done about it').choices([...VERBS]).makeOptionMandatory(true),
    )
    .requiredOption('--by <id>', 'Slack user id of whoever decides, such as U012AB3CD')
    .option('--reason <sentence>', 'what was wrong, or why it can stay as it is')
    .option('--dry-run', 'only tell what would be done', false)
    .option('--json', 'as one JSON object', false)
    .action((number: string, options: RunOptions) =>
      withLedger(open, async (ledger) => {
        const recall = await findRecall(number, ledger);
        requireSound(recall, options);
        const { dryRun, json } = options;
        if (dryRun) requireOpen(recall);
        else await decide(recall, options, ledger);
        const details = await readRecallDetails((await ledger.recall(recall.number)) ?? recall, ledger);
        const render = json ? recallJson : dryRun ? renderDryRun(options.verb) : renderRecall;
        stdout.write(render(details));
      }),
    );
}

async function findRecall(number: string, ledger: Ledger): Promise<Recall> {
  const found = /^\d{1,9}$/.test(number) ? await ledger.recall(Number(number)) : undefined;
  if (found === undefined)
    throw new CommandError(`There is no recall "${number}". "factdesk recall list --all" lists them.`, {
      exitCode: 2,
    });
  return found;
}

function requireSound({ change, to, number }: Recall, { verb, by, reason, dryRun }: RunOptions): void {
  const refuse = (what: string): never => {
    throw new CommandError(`${what} Nothing was changed.`, { exitCode: 2 });
  };
  if (!/^[UW][A-Z0-9]+$/.test(by)) refuse(`"${by}" is no Slack user id. One looks like U012AB3CD.`);
  const hasWords = to !== null && (change === 'changed' || change === 'replaced');
  if (!hasWords && (verb === 'correct' || verb === 'refile'))
    refuse(`Nothing stands for the fact of recall ${number} now: use --verb withdraw or leave.`);
  if (!dryRun && (verb === 'correct' || verb === 'leave') && (reason ?? '').trim() === '')
    refuse(`Say it in a sentence: --reason "${verb === 'correct' ? 'What was wrong' : 'Why it can stay'}".`);
}

function requireOpen(recall: Recall): void {
  if (recall.state !== 'open') throw decidedBefore(recall);
}

const decidedBefore = ({ number }: Recall) =>
  new CommandError(`Recall ${number} was decided before. "factdesk recall show ${number}".`);

async function decide(recall: Recall, { verb, by, reason }: RunOptions, ledger: Ledger): Promise<void> {
  const toHash = recall.to?.factHash ?? null;
  const decided = await ledger.decideRecall({
    ...{ number: recall.number, toHash, verb, by },
    reason: reason ?? null,
  });
  if (decided.kind === 'before') throw decidedBefore(recall);
  if (decided.kind !== 'decided')
    throw new CommandError(
      `The fact of recall ${recall.number} has changed again since. Look at it once more.`,
    );
}
