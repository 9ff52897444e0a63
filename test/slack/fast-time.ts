import { setTimeout as sleep } from 'node:timers/promises';

/** Time that passes faster, for those who wait and for those who count. */
export interface FastTime {
  /** The clock of the stand-in. */
  readonly now: () => Date;
  /** Waits so many milliseconds of this time. */
  readonly wait: (ms: number) => Promise<void>;
  /** Milliseconds of this time since it began. */
  readonly passed: () => number;
  /** So many milliseconds of this time, in real ones. */
  readonly inReal: (ms: number) => number;
}

/** Begins a time in which `speed` seconds pass in a real one. */
export function fastTime(speed: number): FastTime {
  const [began, start] = [performance.now(), Date.now()];
  const passed = () => (performance.now() - began) * speed;
  return {
    passed,
    now: () => new Date(start + passed()),
    wait: (ms) => sleep(ms / speed),
    inReal: (ms) => ms / speed,
  };
}
