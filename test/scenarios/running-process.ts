import { type ChildProcess, spawn } from 'node:child_process';

/** A command of a person's shell, running. */
export interface RunningProcess {
  /** Id of the shell, and of the process group that everything it starts is in. */
  readonly group: number;
  /** Everything printed so far, both streams. */
  readonly printed: () => string;
  /** Resolves with the first match in what is printed; rejects when the process ends without it. */
  readonly untilPrinted: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** The exit code, when it has ended. */
  readonly ended: Promise<number | null>;
  /** Presses Ctrl-C and waits until every process of the command has ended. */
  readonly interrupt: () => Promise<void>;
}

/** Runs a line of shell as a person would type it, in a process group of its own. */
export function runShell(
  line: string,
  { cwd = '.', env = {} }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): RunningProcess {
  const child = spawn('sh', ['-c', line], {
    cwd,
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString('utf8');
    for (const look of waiting) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    group: child.pid ?? 0,
    printed: () => text,
    ended,
    untilPrinted: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text);
          if (match) resolve(match);
        };
        waiting.add(look);
        look();
        ended.then(() => reject(new Error(`"${line}" ended and never printed ${pattern}:\n${text}`)));
      }),
    interrupt: async () => {
      signal(child, 'SIGINT');
      await ended;
    },
  };
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  const isRunning = child.exitCode === null && child.signalCode === null;
  if (child.pid !== undefined && isRunning) process.kill(-child.pid, name);
}
