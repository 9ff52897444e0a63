import { spawn } from 'node:child_process';

/** Runs a program to its end, with a text on its standard input. */
export function execute(program: string, words: readonly string[], input: string) {
  return new Promise<{ readonly stdout: string; readonly exitCode: number | null }>((resolve) => {
    const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.once('close', (exitCode) => resolve({ stdout, exitCode }));
    child.stdin.end(input);
  });
}
