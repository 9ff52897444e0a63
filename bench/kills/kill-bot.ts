/**
 * The bot that `npm run kills` kills: the real one, whose clock runs so many milliseconds ahead (its one argument).
 * What a killed bot had in hand is anybody's after a minute; with such a clock nobody has to wait for it.
 */
import { openProcessTerminal } from '../../src/cli/process-terminal.ts';
import { runCommandLine } from '../../src/cli/program.ts';

const ahead = Number(process.argv[2]);
await runCommandLine(['serve'], { ...openProcessTerminal(), now: () => new Date(Date.now() + ahead) });
