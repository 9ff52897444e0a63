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
  /** Lets it pass as it does in reality while people do something that they, or Slack, allow few seconds for. */
  readonly unhurried: <Result>(act: () => Promise<Result>) => Promise<Result>;
}

/** Begins a time in which `speed` seconds pass in a real one. */
export function fastTime(speed: number): FastTime {
  const start = Date.now();
  let [pace, before, since] = [speed, 0, performance.now()];
  const passed = () => before + (performance.now() - since) * pace;
  const goOnAt = (next: number) => {
    [before, since] = [passed(), performance.now()];
    pace = next;
  };
  return {
    passed,
    now: () => new Date(start + passed()),
    wait: (ms) => sleep(ms / pace),
    inReal: (ms) => ms / speed,
    async unhurried(act) {
      goOnAt(1);
      try {
        return await act();
      } finally {
        goOnAt(speed);
      }
    },
  };
}
