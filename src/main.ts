import { openProcessTerminal } from './cli/process-terminal.ts';
import { runCommandLine } from './cli/program.ts';

// `npm start` is `factdesk serve`.
await runCommandLine(['serve', ...process.argv.slice(2)], openProcessTerminal());
