import { describe, expect, it } from 'vitest';
import { createInFlight } from '../../../src/slack/connection/in-flight.ts';

describe('work in flight', () => {
  it('is waited for, also what was begun during the wait', async () => {
    const inFlight = createInFlight();
    const done: string[] = [];
    const first = inFlight.track(async () => {
      await Promise.resolve();
      void inFlight.track(async () => {
        await Promise.resolve();
        done.push('second');
      });
      done.push('first');
    });
    expect(await inFlight.drained(5_000)).toBe(true);
    await first;
    expect(done).toEqual(['first', 'second']);
  });

  it('is left behind at the deadline', async () => {
    const inFlight = createInFlight();
    void inFlight.track(() => new Promise(() => {}));
    expect(await inFlight.drained(1)).toBe(false);
  });

  it('hands on the failure of the work', async () => {
    const inFlight = createInFlight();
    await expect(inFlight.track(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await inFlight.drained(1)).toBe(true);
  });
});
