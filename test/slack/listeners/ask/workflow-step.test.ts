import { describe, expect, it } from 'vitest';
import { openLedger } from '../../../../src/ledger/index.ts';
import { createFolder } from '../../../corpus/temporary-folder.ts';
import {
  openSampleDesk,
  SIGNATURE_QUESTION,
  SIGNATURE_QUOTE,
  UNANSWERED_QUESTION,
} from '../../sample-facts.ts';
import { openCopy, openSlackDesk } from '../../slack-desk.ts';

describe('the workflow step "Find a fact"', () => {
  it('gives a workflow the quote, its citation and its link', async () => {
    const { slack } = await openSlackDesk();
    const run = await slack.runStep('find_fact', { question: SIGNATURE_QUESTION });
    expect(run).toMatchObject({
      status: 'succeeded',
      outputs: { outcome: 'answer', quote: SIGNATURE_QUOTE, link: 'https://example.org/treaty?a=1&b=2' },
    });
    expect(run.outputs.citation).toContain('Treaty Office, 3 December 1997');
  });

  it.each([UNANSWERED_QUESTION, ''])('gives nothing but the outcome for %j', async (question) => {
    const { slack } = await openSlackDesk();
    const run = await slack.runStep('find_fact', { question });
    expect(run.outputs).toEqual({ outcome: 'none', quote: '', citation: '', link: '' });
  });

  it('fails in plain words when the files cannot be searched, instead of hanging', async () => {
    const ask = () => Promise.reject(new Error('broken'));
    const { slack } = await openSlackDesk({ factDesk: { ...(await openSampleDesk()), ask } });
    const run = await slack.runStep('find_fact', { question: SIGNATURE_QUESTION });
    expect(run).toMatchObject({ status: 'failed' });
    expect(run.error).toContain('could not be searched just now');
  });

  it('ends also when the bot was cut off in the middle of it', async () => {
    let isAsked = false;
    const ask = () => {
      isAsked = true;
      return new Promise<never>(() => {});
    };
    const factDesk = await openSampleDesk();
    const directory = await createFolder({});
    const ledger = await openLedger({ directory, now: () => new Date() });
    const desk = await openSlackDesk(
      { factDesk: { ...factDesk, ask } },
      { inherit: () => openLedger({ directory, now: () => new Date() }) },
    );
    const run = desk.slack.runStep('find_fact', { question: SIGNATURE_QUESTION });
    await expect.poll(() => isAsked).toBe(true);
    await desk.app.stop({ deadlineMs: 0 });
    await openCopy({ ...desk, factDesk }, ledger);
    expect(await run).toMatchObject({ status: 'succeeded', outputs: { quote: SIGNATURE_QUOTE } });
  });

  it('fails, and is not looked up again, when the bot was cut off in the middle of it twice', async () => {
    let asked = 0;
    const ask = () => {
      asked += 1;
      return new Promise<never>(() => {});
    };
    const factDesk = { ...(await openSampleDesk()), ask };
    const directory = await createFolder({});
    const reopen = () => openLedger({ directory, now: () => new Date() });
    // Signed requests are repeated by Slack's schedule alone, and nobody here waits a minute for the second time.
    const timing = { retryAfterMs: [0, 0] };
    const desk = await openSlackDesk({ factDesk }, { inherit: reopen, deskChannel: 'foreign-desk', timing });
    const run = desk.slack.runStep('find_fact', { question: SIGNATURE_QUESTION });
    await expect.poll(() => asked).toBe(1);
    await desk.app.stop({ deadlineMs: 0 });
    const second = await openCopy(desk, await reopen());
    await expect.poll(() => asked).toBe(2);
    await second.stop({ deadlineMs: 0 });
    await openCopy(desk, await reopen(), { deskChannel: desk.slack.channel('foreign-desk').id });
    expect(await run).toMatchObject({
      status: 'failed',
      error:
        'The app ended twice while it looked up this question, so it does not try again. Ask it in other words.',
    });
    expect(asked).toBe(2);
    expect(desk.slack.person('grace').messages('foreign-desk')[0]?.text).toContain(
      'A question was set aside.',
    );
  });

  it('ends once, also when Slack sends it again', async () => {
    const { slack } = await openSlackDesk();
    await slack.runStep('find_fact', { question: SIGNATURE_QUESTION });
    slack.redeliver();
    await slack.until(() => slack.envelopes.length === 2 && slack.envelopes[1]?.acknowledgement);
    expect(slack.calls.filter(({ method }) => method === 'functions.completeSuccess')).toHaveLength(1);
  });

  it('counts a run that Slack has ended as ended, and acknowledges it', async () => {
    const { slack, log } = await openSlackDesk();
    slack.faults.next('functions.completeSuccess', {
      kind: 'refused',
      error: 'execution_not_in_running_state',
    });
    void slack.runStep('find_fact', { question: SIGNATURE_QUESTION }).catch(() => undefined);
    const delivery = await slack.until(() => slack.envelopes.find(({ acknowledgement }) => acknowledgement));
    expect(delivery.acknowledgement).toMatchObject({ kind: 'acknowledged' });
    expect(log()).not.toContain('a workflow step failed');
    expect(slack.calls.map(({ method }) => method)).not.toContain('functions.completeError');
  });
});
