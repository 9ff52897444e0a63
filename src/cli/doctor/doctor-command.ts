import { Command } from 'commander';
import { amount } from '../../amount.ts';
import { type Config, ConfigError, readConfig } from '../../config.ts';
import type { WorkspacesConfig } from '../../workspaces-config.ts';
import { jsonLine } from '../json-line.ts';
import { SETTINGS_FILE } from '../settings-file.ts';
import type { Terminal } from '../terminal.ts';
import { examineExamples } from './examine-examples.ts';
import { examineArchive, examineDeskFolder, examineSheets } from './examine-facts.ts';
import { examineLedger } from './examine-ledger.ts';
import { examineFolder, examineNode, examineSettingsFile } from './examine-machine.ts';
import { examineSlack } from './examine-slack.ts';
import { examineWorkspaces } from './examine-workspaces.ts';
import { type Finding, notSet, ok, wrong } from './finding.ts';
import { renderFindings } from './render-findings.ts';

/** `factdesk doctor`: looks at everything that the bot needs, a line each, with the way out. */
export function doctorCommand(terminal: Terminal): Command {
  return new Command('doctor')
    .description(
      'Look at everything the bot needs: Node, settings, tokens, facts, archive, ledger, disk, clock.',
    )
    .option('--json', 'as one JSON object', false)
    .option('--remember', 'take what the example questions of the sheets get now for right', false)
    .action(async ({ json, remember }: { readonly json: boolean; readonly remember: boolean }) => {
      const findings = await examineAll(terminal, remember);
      const isWrong = findings.some(({ status }) => status === 'wrong');
      terminal.stdout.write(json ? jsonLine({ isWell: !isWrong, findings }) : render(findings));
      if (isWrong) terminal.setExitCode(1);
    });
}

async function examineAll(terminal: Terminal, remember: boolean): Promise<readonly Finding[]> {
  const { env, now } = terminal;
  const node = examineNode(process.versions.node);
  let config: ReturnType<typeof readConfig>;
  try {
    config = readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return [node, ...error.problems.map((problem) => wrong('settings', problem, 'Mend it in .env.'))];
  }
  const ready = [node, ok('settings', 'can be used'), ...(await examineSettingsFile(SETTINGS_FILE))];
  const { workspaces } = config;
  if (workspaces?.isCorpusShared === false)
    return [...ready, ...(await examineMany(workspaces, config, terminal))];
  const sheets = await examineSheets(config);
  return [
    ...ready,
    ...(await examineWayIn(config, terminal)),
    ...unusedSecret(config, env),
    sheets,
    await examineDeskFolder(config, now()),
    ...(await examineArchive(config, now())),
    await examineFolder('data folder', config.data, 'FACTDESK_DATA'),
    ...((config.slack ?? workspaces ?? terminal.workspace) ? [await examineLedger(config, now)] : []),
    ...(sheets.status === 'ok' ? [await examineExamples(config, terminal, remember)] : []),
  ];
}

/** How Slack reaches the bot, in one workspace or in many. */
async function examineWayIn({ slack, workspaces }: Config, terminal: Terminal): Promise<readonly Finding[]> {
  if (terminal.workspace !== undefined)
    return [notSet('Slack', 'the same for all workspaces: factdesk doctor without --workspace')];
  if (workspaces !== undefined) return examineWorkspaces(workspaces, terminal);
  return examineSlack(slack, terminal.now);
}

/** Where each workspace has facts of its own, they are looked at one by one. */
async function examineMany(
  workspaces: WorkspacesConfig,
  config: Config,
  terminal: Terminal,
): Promise<readonly Finding[]> {
  return [
    ...(await examineWorkspaces(workspaces, terminal)),
    notSet('facts', 'each workspace has its own: factdesk check --workspace TEAM'),
    await examineFolder('data folder', config.data, 'FACTDESK_DATA'),
    await examineLedger(config, terminal.now),
  ];
}

/** Whoever has set both may wonder why nothing listens. */
function unusedSecret({ slack }: Config, { SLACK_SIGNING_SECRET }: Terminal['env']): readonly Finding[] {
  if (!SLACK_SIGNING_SECRET?.trim() || slack === undefined || !('appToken' in slack)) return [];
  return [
    notSet('signed requests', 'SLACK_APP_TOKEN is set (Socket Mode), so SLACK_SIGNING_SECRET is not used'),
  ];
}

function render(findings: readonly Finding[]): string {
  const wrongs = findings.filter(({ status }) => status === 'wrong').length;
  const end = wrongs === 0 ? 'The bot can start.' : `${amount(wrongs, 'thing')} must be mended first.`;
  return `${renderFindings(findings)}\n\n${end}\n`;
}
