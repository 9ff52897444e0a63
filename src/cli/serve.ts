import { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** `factdesk serve`, which is `npm start`: the bot with Slack tokens, the playground without. */
export function serveCommand(_terminal: Terminal): Command {
  return new Command('serve').description('Start the bot; without Slack tokens, the playground.');
}
