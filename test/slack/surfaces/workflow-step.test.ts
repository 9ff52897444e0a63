import { describe, expect, it } from 'vitest';
import { openSampleDesk, SIGNATURE_QUESTION, SIGNATURE_QUOTE, UNANSWERED_QUESTION } from '../sample-facts.ts';
import { openSlackDesk } from '../slack-desk.ts';

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
});
