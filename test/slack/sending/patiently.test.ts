import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { type PatienceOptions, patiently } from '../../../src/slack/sending/patiently.ts';

/** A call that fails with each of the errors in turn, then works. */
function callAfter(errors: readonly Error[], options: PatienceOptions = {}) {
  const waits: number[] = [];
  const left = [...errors];
  const call = async () => {
    const error = left.shift();
    if (error !== undefined) throw error;
    return 'done';
  };
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  return { waits, outcome: patiently(call, wait, options) };
}

const said = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });
const limited = new webApi.WebAPIRateLimitedError(7);
const broken = new webApi.WebAPIHTTPError(500, 'Internal Server Error', {}, '');
const noAnswer = new webApi.WebAPIRequestError(new DOMException('too late', 'TimeoutError'));

describe('patience with what Slack says in its answers', () => {
  it.each(['ratelimited', 'rate_limited'])('waits longer each time for "%s"', async (error) => {
    const { waits, outcome } = callAfter([said(error), said(error), said(error)]);
    expect(await outcome).toBe('done');
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  it('tries again when Slack failed inside', async () => {
    const { waits, outcome } = callAfter([said('internal_error'), said('service_unavailable')]);
    expect(await outcome).toBe('done');
    expect(waits).toEqual([500, 1_500]);
  });

  it('gives up after six attempts', async () => {
    const failures = Array.from({ length: 6 }, () => said('internal_error'));
    await expect(callAfter(failures).outcome).rejects.toBe(failures[5]);
  });

  it.each([limited, broken])('does not repeat what was repeated further down ($name)', async (error) => {
    const { waits, outcome } = callAfter([error]);
    await expect(outcome).rejects.toBe(error);
    expect(waits).toEqual([]);
  });

  it('never repeats a call whose answer got lost, since it may have been done', async () => {
    const { waits, outcome } = callAfter([noAnswer]);
    await expect(outcome).rejects.toBe(noAnswer);
    expect(waits).toEqual([]);
  });

  it('repeats it all the same where twice is as good as once', async () => {
    const { outcome } = callAfter([noAnswer], { isRepeatable: true });
    expect(await outcome).toBe('done');
  });
});
