import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CommandError } from '../command-error.ts';
import type { Terminal } from '../terminal.ts';

/** Somebody pressed Ctrl-C, or the terminal is gone. */
const STOPPED = 'Stopped. Nothing was written.';

/**
 * Asks for something that nobody may read over a shoulder: what is typed or pasted does not show. Rejects with
 * CommandError on Ctrl-C and Ctrl-D.
 */
export async function askHidden({ stdin, stdout }: Terminal, question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  stdout.write(question);
  try {
    return await firstLine({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  } finally {
    stdout.write('\n');
  }
}

/** Asks a question for yes or no; anything but a word that begins with the other letter is the default. */
export async function askYesNo(
  { stdin, stdout }: Terminal,
  question: string,
  usual: boolean,
): Promise<boolean> {
  stdout.write(`${question} [${usual ? 'Y/n' : 'y/N'}] `);
  // The terminal itself shows what is typed.
  const answer = (await firstLine({ input: stdin, terminal: false })).toLowerCase();
  return usual ? !answer.startsWith('n') : answer.startsWith('y');
}

function firstLine(options: Parameters<typeof createInterface>[0]): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = createInterface(options);
    const stop = () => reject(new CommandError(STOPPED));
    reader.once('line', (line) => {
      resolve(line.trim());
      reader.close();
    });
    reader.once('SIGINT', () => reader.close());
    // After a line it comes too late to change anything.
    reader.once('close', stop);
  });
}
