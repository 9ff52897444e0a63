import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { type PatienceOptions, patiently } from '../../../src/slack/sending/patience.ts';

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

const limited = (seconds: number) => new webApi.WebAPIRateLimitedError(seconds);
const broken = new webApi.WebAPIHTTPError(500, 'Internal Server Error', {}, '');
const notReached = new webApi.WebAPIRequestError(
  new TypeError('fetch failed', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) }),
);
const noAnswer = new webApi.WebAPIRequestError(new DOMException('too late', 'TimeoutError'));

describe('patience with Slack', () => {
  it('waits as long as Slack asks', async () => {
    const { waits, outcome } = callAfter([limited(7), limited(3)]);
    expect(await outcome).toBe('done');
    expect(waits).toEqual([7_000, 3_000]);
  });

  it('does not leave an asker waiting for more than a minute', async () => {
    const { waits, outcome } = callAfter([limited(40), limited(40)]);
    await expect(outcome).rejects.toBeInstanceOf(webApi.WebAPIRateLimitedError);
    expect(waits).toEqual([40_000]);
  });

  it('tries again when Slack failed or was not reached', async () => {
    const { waits, outcome } = callAfter([broken, notReached]);
    expect(await outcome).toBe('done');
    expect(waits).toEqual([500, 1_500]);
  });

  it('gives up after three attempts', async () => {
    await expect(callAfter([broken, broken, broken]).outcome).rejects.toBe(broken);
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
