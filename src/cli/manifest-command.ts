import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { parse } from 'yaml';
import type { Terminal } from './terminal.ts';

/** `factdesk manifest`: prints the app's manifest, to paste it into Slack or to hand it to the Slack CLI. */
export function manifestCommand({ stdout }: Terminal): Command {
  return new Command('manifest')
    .description('Print the manifest of the Slack app, to make the app from it.')
    .option('--json', 'as JSON, as the Slack CLI asks for it', false)
    .action(async ({ json }: { readonly json: boolean }) => {
      const file = fileURLToPath(import.meta.resolve('#project/manifest.yml'));
      const written = await readFile(file, 'utf8');
      stdout.write(json ? `${JSON.stringify(parse(written), null, 2)}\n` : written);
    });
}
