import { openProcessTerminal } from './process-terminal.ts';
import { runCommandLine } from './program.ts';

await runCommandLine(process.argv.slice(2), openProcessTerminal());
