import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { waitUnless } from '../../../src/slack/sending/wait-unless.ts';

describe('a pause', () => {
  it('lasts as long as it is to', async () => {
    const start = performance.now();
    await waitUnless(new AbortController().signal)(30);
    expect(performance.now() - start).toBeGreaterThan(25);
  });

  it('ends when all is stopped, and so do those that stand beside it', async () => {
    const stopped = new AbortController();
    const wait = waitUnless(stopped.signal);
    const pauses = Promise.all([wait(600_000), wait(600_000)]);
    stopped.abort();
    await expect(pauses).resolves.toHaveLength(2);
  });

  it('does not begin any more once all is stopped', async () => {
    const stopped = new AbortController();
    stopped.abort();
    await expect(waitUnless(stopped.signal)(600_000)).resolves.toBeUndefined();
  });
});
