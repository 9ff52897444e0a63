import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { guardTerminal } from './guard-terminal.ts';
import type { ProcessTerminal, Terminal } from './terminal.ts';

/** The commands, in the order of the help. Each is loaded, with all it needs, when it is typed. */
const COMMANDS: Readonly<Record<string, (terminal: Terminal) => Promise<Command>>> = {
  ask: async (terminal) => (await import('./ask.ts')).askCommand(terminal),
  check: async (terminal) => (await import('./check.ts')).checkCommand(terminal),
  review: async (terminal) => {
    const { openExistingLedger } = await import('./open-configured-ledger.ts');
    return (await import('./review-command.ts')).reviewCommand(terminal, () => openExistingLedger(terminal));
  },
  desk: async (terminal) => {
    const { openExistingLedger } = await import('./open-configured-ledger.ts');
    return (await import('./desk-command.ts')).deskCommand(terminal, () => openExistingLedger(terminal));
  },
  import: async (terminal) => (await import('./import.ts')).importCommand(terminal),
  archive: async (terminal) => {
    const { openExistingLedger } = await import('./open-configured-ledger.ts');
    return (await import('./archive.ts')).archiveCommand(terminal, () => openExistingLedger(terminal));
  },
  index: async (terminal) => (await import('./index-archive.ts')).indexCommand(terminal),
  manifest: async (terminal) => (await import('./manifest-command.ts')).manifestCommand(terminal),
  init: async (terminal) => (await import('./init/init-command.ts')).initCommand(terminal),
  doctor: async (terminal) => (await import('./doctor/doctor-command.ts')).doctorCommand(terminal),
  workspaces: async (terminal) =>
    (await import('./workspaces/workspaces-command.ts')).workspacesCommand(terminal),
  keys: async (terminal) => (await import('./workspaces/keys-command.ts')).keysCommand(terminal),
  backup: async (terminal) => (await import('./backup/backup-command.ts')).backupCommand(terminal),
  restore: async (terminal) => (await import('./backup/restore-command.ts')).restoreCommand(terminal),
  serve: async (terminal) => (await import('./serve.ts')).serveCommand(terminal),
  calibrate: async (terminal) => (await import('./calibrate.ts')).calibrateCommand(terminal),
  eval: async (terminal) => (await import('./eval.ts')).evalCommand(terminal),
  encoder: async (terminal) => (await import('./encoder-command.ts')).encoderCommand(terminal),
  replay: async (terminal) => {
    const { openConfiguredLedger } = await import('./open-configured-ledger.ts');
    return (await import('./replay.ts')).replayCommand(terminal, () => openConfiguredLedger(terminal));
  },
  recall: async (terminal) => {
    const { openConfiguredLedger } = await import('./open-configured-ledger.ts');
    return (await import('./recall-command.ts')).recallCommand(terminal, () =>
      openConfiguredLedger(terminal),
    );
  },
  ledger: async (terminal) => {
    const { openConfiguredLedger } = await import('./open-configured-ledger.ts');
    return (await import('./ledger-command.ts')).ledgerCommand(terminal, () =>
      openConfiguredLedger(terminal),
    );
  },
};

const WORKSPACE_OPTION = '--workspace';

/** Runs one command line, without the names of interpreter and script. Never throws; sets the exit code. */
export async function runCommandLine(typed: readonly string[], process: ProcessTerminal): Promise<void> {
  const { words, workspace } = takeWorkspace(typed);
  let terminal = guardTerminal(process);
  try {
    if (workspace !== undefined) {
      const { inWorkspace } = await import('./workspaces/in-workspace.ts');
      terminal = await inWorkspace(terminal, workspace);
    }
    const program = new Command('factdesk')
      .description('Quoted, sourced answers from the facts on file.')
      .option(
        `${WORKSPACE_OPTION} <team>`,
        'where many workspaces are served: the facts and the ledger of this one',
      )
      .helpCommand(false);
    for (const load of commandsFor(words)) program.addCommand(await load(terminal));
    prepare(program, terminal);
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    // What can fail has been loaded by what failed.
    const { reportFailure } = await import('./report-failure.ts');
    reportFailure(error, terminal);
  }
}

/** Every command may be about one of many workspaces, so this stands anywhere and is read before the others. */
function takeWorkspace(typed: readonly string[]) {
  const end = typed.includes('--') ? typed.indexOf('--') : typed.length;
  const at = typed.slice(0, end).findIndex((word) => word.split('=')[0] === WORKSPACE_OPTION);
  const [, joined] = (typed[at] ?? '').split('=');
  if (at < 0) return { words: typed, workspace: undefined };
  const length = joined === undefined ? 2 : 1;
  return {
    words: [...typed.slice(0, at), ...typed.slice(at + length)],
    workspace: joined ?? typed[at + 1] ?? '',
  };
}

/** The command that is typed; all of them where help is wanted, or none is known by what was typed. */
function commandsFor([first = '']: readonly string[]) {
  if (first === '--version' || first === '-V') return [];
  const typed = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  return typed ? [typed] : Object.values(COMMANDS);
}

/** Commander must neither print to the real process nor end it. */
function prepare(command: Command, terminal: Terminal): void {
  const { stdout, stderr } = terminal;
  command
    .version(packageJson.version)
    .exitOverride()
    .showHelpAfterError('(--help tells how it is used)')
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
    });
  for (const subcommand of command.commands) prepare(subcommand, terminal);
}
