import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { amount } from '../amount.ts';
import type { FactDesk } from '../answer/index.ts';
import { CommandError } from './command-error.ts';
import type { Terminal } from './terminal.ts';

/** The app is what its manifest says, in the playground as in Slack. */
const manifestFile = () => fileURLToPath(import.meta.resolve('#project/manifest.yml'));

/** A running stand-in for Slack. */
export interface Playground {
  /** What the bot needs to connect to it. */
  readonly slack: {
    readonly botToken: string;
    readonly appToken: string;
    readonly apiUrl: string;
    readonly deskChannel: string;
    readonly deskMembers: readonly string[];
  };
  /** Tells the person at the terminal where the page is. */
  readonly announce: () => void;
  readonly close: () => Promise<void>;
}

/** Starts the playground on a port of this machine. Throws CommandError with the way out. */
export async function openPlayground(
  port: number,
  factDesk: FactDesk,
  terminal: Terminal,
): Promise<Playground> {
  const { readManifest, startStandIn } = await loadPlayground();
  const manifest = readManifest(parse(await readFile(manifestFile(), 'utf8')));
  const { facts, sources, examples } = await factDesk.onFile();
  try {
    const standIn = await startStandIn({ manifest, port, now: terminal.now, examples });
    standIn.faults.keepPace();
    const { url, botToken, appToken, apiUrl } = standIn;
    const onFile = `${amount(facts, 'fact')} from ${amount(sources, 'source')}`;
    const announce = () => {
      terminal.stdout.write(`
factdesk playground: ${url}

A local stand-in for Slack with ${onFile} on file. Nothing leaves this machine.
To connect to Slack instead, put your two tokens into .env (README.md has the steps).
Press Ctrl-C to stop.
`);
    };
    const deskChannel = standIn.addChannel('fact-desk').id;
    // Two, since nobody signs what they wrote.
    const deskMembers = ['ines', 'jonas'].map((name) => standIn.person(name).id);
    return {
      slack: { botToken, appToken, apiUrl, deskChannel, deskMembers },
      announce,
      close: () => standIn.close(),
    };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new CommandError(
      `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`,
    );
  }
}

/** The page is drawn with development packages, which a production install leaves out. */
async function loadPlayground() {
  try {
    return await import('../playground/index.ts');
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')) throw cause;
    const message =
      'There are no Slack tokens, and the packages of the playground are not installed. ' +
      'Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN, or run "npm install" with development packages.';
    throw new CommandError(message, { cause });
  }
}
