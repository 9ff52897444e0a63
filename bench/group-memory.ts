import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Memory of a process in MB. */
export interface Memory {
  readonly now: number;
  /** The most it ever held. Where the system does not tell (it does on Linux), the same as `now`. */
  readonly peak: number;
}

/** Memory of the largest process of a group: the program itself, not the shell or npm that started it. */
export function groupMemory(group: number): Memory {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, pgid]) => pgid === group);
  const [pid = 0, , kilobytes = 0] = processes.sort((a, b) => (b[2] ?? 0) - (a[2] ?? 0))[0] ?? [];
  return memory(pid, kilobytes);
}

/** Memory of one process in MB. */
export function processMemory(pid: number): Memory {
  return memory(pid, Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])));
}

function memory(pid: number, kilobytes: number): Memory {
  return { now: toMegabytes(kilobytes), peak: toMegabytes(peakOf(pid) ?? kilobytes) };
}

function peakOf(pid: number): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes);
  } catch {
    // No such system, or the process has just ended.
    return undefined;
  }
}

const toMegabytes = (kilobytes: number) => Math.round(kilobytes / 1024);
