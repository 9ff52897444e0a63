import { Command } from 'commander';
import type { Terminal } from './terminal.ts';

/** `factdesk serve`, which is `npm start`: the bot with Slack tokens, the playground without. */
export function serveCommand(terminal: Terminal): Command {
  return new Command('serve')
    .description('Start the bot; without Slack tokens, the playground.')
    .action(async () => {
      // Bolt takes longer to load than a question takes to answer: other commands need not wait for it.
      const { serve } = await import('./serve-bot.ts');
      await serve(terminal);
    });
}
