import { Command } from 'commander';
import { escapeLine } from '../escape-controls.ts';
import { jsonLine } from '../json-line.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallations } from './with-installations.ts';

/** `factdesk workspaces`: where the app is installed, without any token. */
export function workspacesCommand(terminal: Terminal): Command {
  return new Command('workspaces')
    .description('List the workspaces that have installed the app.')
    .option('--json', 'as one JSON object', false)
    .action(({ json }: { readonly json: boolean }) =>
      withInstallations(terminal, async (installations) => {
        const found = await installations.list();
        const listed = found.installations.map(({ key, grant, installedAt, keyId }) => ({
          ...{ key, name: grant.name, installedAt, keyId },
          isForOrganisation: grant.isForOrganisation,
        }));
        if (json) terminal.stdout.write(jsonLine({ installations: listed, unreadable: found.unreadable }));
        else {
          const lines = listed.map(({ key, name, installedAt, keyId }) =>
            [key, escapeLine(name), `installed ${installedAt.toISOString()}`, `key ${keyId}`].join('  '),
          );
          const none = lines.length + found.unreadable.length === 0;
          terminal.stdout.write(none ? 'No workspace has installed the app.\n' : '');
          for (const line of lines) terminal.stdout.write(`${line}\n`);
        }
        for (const { reason } of found.unreadable) terminal.stderr.write(`${reason}\n`);
        if (found.unreadable.length > 0) terminal.setExitCode(1);
      }),
    );
}
