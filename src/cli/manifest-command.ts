import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { type Document, isSeq, parseDocument } from 'yaml';
import { CommandError } from './command-error.ts';
import type { Terminal } from './terminal.ts';

/** Where the bot takes Slack's requests; Bolt is not loaded to know it. */
const EVENTS_PATH = '/slack/events';
/** Where Slack sends whoever has let the app in. */
const REDIRECT_PATH = '/slack/oauth_redirect';
/** By these the bot learns that it may do nothing more in a workspace. */
const END_EVENTS = ['app_uninstalled', 'tokens_revoked'];

interface Options {
  readonly json: boolean;
  readonly http?: string;
  readonly many: boolean;
}

/** `factdesk manifest`: prints the app's manifest, to paste it into Slack or to hand it to the Slack CLI. */
export function manifestCommand({ stdout }: Terminal): Command {
  return new Command('manifest')
    .description('Print the manifest of the Slack app, to make the app from it.')
    .option('--json', 'as JSON, as the Slack CLI asks for it', false)
    .option(
      '--http <address>',
      'for signed requests to this https address of yours, instead of Socket Mode',
      readRequestUrl,
    )
    .option(
      '--many',
      'for every workspace that installs the app, by pages at that address; its tokens are refreshed',
      false,
    )
    .action(async ({ json, http, many }: Options) => {
      if (many && http === undefined)
        throw new CommandError('--many needs --http and the address: a workspace installs the app there.', {
          exitCode: 2,
        });
      const file = fileURLToPath(import.meta.resolve('#project/manifest.yml'));
      const written = await readFile(file, 'utf8');
      const manifest = parseDocument(written);
      if (http !== undefined) sendTo(http, manifest);
      if (many && http !== undefined) installBy(http, manifest);
      if (json) stdout.write(`${JSON.stringify(manifest.toJS(), null, 2)}\n`);
      else stdout.write(http === undefined ? written : manifest.toString({ lineWidth: 120 }));
    });
}

/** Completes the address that Slack is to send to. Throws for one that Slack or the bot would not take. */
function readRequestUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:')
    throw new InvalidArgumentError('It must begin with https://, since Slack sends to nothing else.');
  if (url.href !== `${url.origin}${url.pathname}`)
    throw new InvalidArgumentError('It must be a plain address such as https://factdesk.example.org.');
  const path = url.pathname.replace(/\/$/, '');
  return `${url.origin}${path.endsWith(EVENTS_PATH) ? path : `${path}${EVENTS_PATH}`}`;
}

function sendTo(requestUrl: string, manifest: Document): void {
  manifest.setIn(['settings', 'socket_mode_enabled'], false);
  manifest.setIn(['settings', 'event_subscriptions', 'request_url'], requestUrl);
  manifest.setIn(['settings', 'interactivity', 'request_url'], requestUrl);
  const commands = manifest.getIn(['features', 'slash_commands']);
  if (!isSeq(commands)) return;
  for (const index of commands.items.keys())
    manifest.setIn(['features', 'slash_commands', index, 'url'], requestUrl);
}

function installBy(requestUrl: string, manifest: Document): void {
  const redirectUrl = `${requestUrl.slice(0, -EVENTS_PATH.length)}${REDIRECT_PATH}`;
  manifest.setIn(['oauth_config', 'redirect_urls'], [redirectUrl]);
  manifest.setIn(['settings', 'org_deploy_enabled'], true);
  manifest.setIn(['settings', 'token_rotation_enabled'], true);
  for (const event of END_EVENTS) manifest.addIn(['settings', 'event_subscriptions', 'bot_events'], event);
}
