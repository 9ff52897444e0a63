import type { ProcessTerminal, Terminal } from './terminal.ts';
import { guardOutput } from './text-output.ts';

/** The terminal as commands have it: all they write goes through here. */
export function guardTerminal(terminal: ProcessTerminal): Terminal {
  return { ...terminal, stdout: guardOutput(terminal.stdout), stderr: guardOutput(terminal.stderr) };
}
