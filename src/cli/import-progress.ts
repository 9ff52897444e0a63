import type { ImportProgress } from '../corpus/index.ts';
import type { Terminal } from './terminal.ts';

/** A person wants to see it move; ten times a second is smooth, and costs nothing. */
const TERMINAL_INTERVAL_MS = 100;
/** A log wants to know that it lives. */
const PIPE_INTERVAL_MS = 10_000;

/** Shows how far an import has come: one line that is written over on a terminal, a line now and then in a pipe. */
export interface ProgressLine {
  show(progress: ImportProgress): void;
  /** Takes the line away from the terminal. */
  clear(): void;
}

/** Nothing is shown before the first interval is over: short imports need no progress. */
export function openProgressLine({ stderr, now }: Pick<Terminal, 'stderr' | 'now'>): ProgressLine {
  const start = now().getTime();
  const interval = stderr.isTTY ? TERMINAL_INTERVAL_MS : PIPE_INTERVAL_MS;
  let shownAt = start;
  let width = 0;
  return {
    show(progress) {
      const time = now().getTime();
      if (time - shownAt < interval) return;
      shownAt = time;
      const text = describeProgress(progress, time - start);
      if (!stderr.isTTY) return void stderr.write(`${text}\n`);
      stderr.writeStyled(`\r${text.padEnd(width)}`);
      width = text.length;
    },
    clear() {
      if (width > 0) stderr.writeStyled(`\r${' '.repeat(width)}\r`);
      width = 0;
    },
  };
}

/** `12,000 articles read · 640 a second · 38 % · 20 s left` */
export function describeProgress({ read, done }: ImportProgress, elapsedMs: number): string {
  const rate = read / Math.max(elapsedMs / 1000, 0.001);
  const parts = [
    `${read.toLocaleString('en')} articles read`,
    `${Math.round(rate).toLocaleString('en')} a second`,
  ];
  if (done !== undefined && done > 0) {
    parts.push(`${Math.floor(done * 100)} %`, `${describeTime((elapsedMs * (1 - done)) / done)} left`);
  }
  return parts.join(' · ');
}

function describeTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
