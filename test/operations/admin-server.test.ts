import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMetrics, createReadiness, startAdminServer } from '../../src/operations/index.ts';

async function open() {
  const [metrics, readiness] = [createMetrics('1.2.3'), createReadiness()];
  const server = await startAdminServer({ host: '127.0.0.1', port: 0, metrics, readiness });
  onTestFinished(() => server.close());
  const get = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, init);
    return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') };
  };
  return { metrics, readiness, server, get };
}

describe('the admin port', () => {
  it('says that the process runs from the beginning, and that it is ready once everything is there', async () => {
    const { readiness, get } = await open();
    expect(await get('/livez')).toMatchObject({ status: 200, text: 'ok\n' });
    expect(await get('/readyz')).toMatchObject({ status: 503, text: 'not ready: it is starting\n' });
    let socket: string | null = 'no socket to Slack is open';
    readiness.require(() => socket);
    readiness.require(async () => Promise.reject(new Error('away')));
    readiness.started();
    expect((await get('/readyz')).text).toBe(
      'not ready: no socket to Slack is open; something could not be looked up\n',
    );
    socket = null;
    expect((await get('/readyz')).text).toBe('not ready: something could not be looked up\n');
    readiness.stop();
    expect((await get('/readyz')).text).toBe('not ready: it is stopping\n');
    expect((await get('/livez')).status).toBe(200);
  });

  it('is ready when nothing is missing', async () => {
    const { readiness, get } = await open();
    readiness.require(() => null);
    readiness.started();
    expect(await get('/readyz')).toMatchObject({ status: 200, text: 'ready\n' });
  });

  it('gives nothing else, takes nothing, and cuts who is slow or sends too much', async () => {
    const { server, get } = await open();
    expect((await get('/')).status).toBe(404);
    expect((await get('/metrics/../livez?x=1')).status).toBe(200);
    expect((await get('/livez', { method: 'POST', body: 'x'.repeat(10_000) })).status).toBe(405);
    const tooMuch = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () =>
        socket.write(`GET /livez HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`),
      );
      socket.on('data', (data) => resolve(String(data)));
      socket.on('error', () => resolve('cut'));
    });
    expect(tooMuch).toMatch(/431|cut/);
  });

  it('tells what happened in the format of Prometheus, by names that hold nobody', async () => {
    const { metrics, get } = await open();
    const { observer } = metrics;
    observer.replied({ surface: 'mention', outcome: 'answer', seconds: 0.2 });
    observer.acknowledged(0.01);
    observer.called({ method: 'chat.postMessage', result: 'limited', seconds: 0.1, askedToWait: 3 });
    observer.called({ method: 'chat.postMessage', result: 'answered', seconds: 0.1, askedToWait: 0 });
    observer.waiting(1);
    observer.socket('opened');
    metrics.ledgerFailed();
    const recallRows = { done: 1, waiting: 2, unreached: 3 };
    metrics.watch(async () => ({
      ...{ passages: 7, indexAgeSeconds: 5, indexLoadSeconds: 0.5, sheetProblems: 0, openQuestions: 4 },
      recallRows,
    }));
    const { text, type, status } = await get('/metrics');
    expect(status).toBe(200);
    expect(type).toContain('text/plain');
    for (const line of [
      'factdesk_build_info{version="1.2.3"} 1',
      'factdesk_questions_total{surface="mention",outcome="answer"} 1',
      'factdesk_reply_seconds_bucket{le="0.25",surface="mention"} 1',
      'factdesk_slack_calls_total{method="chat.postMessage",result="limited"} 1',
      'factdesk_slack_wait_seconds_total 3',
      'factdesk_slack_calls_waiting 1',
      'factdesk_sockets_total{event="opened"} 1',
      'factdesk_ledger_errors_total 1',
      'factdesk_passages 7',
      'factdesk_desk_questions_open 4',
      'factdesk_recall_rows{state="waiting"} 2',
    ])
      expect(text).toContain(`${line}\n`);
    expect(text).toContain('factdesk_nodejs_eventloop_lag_seconds');
  });

  it('keeps the last figures of what cannot be looked up', async () => {
    const { metrics, get } = await open();
    metrics.watch(() => Promise.reject(new Error('the ledger is away')));
    expect((await get('/metrics')).text).toContain('factdesk_passages 0\n');
  });

  it('waits two seconds for what hangs, and tells the rest', async () => {
    const { metrics, get } = await open();
    metrics.watch(() => new Promise(() => {}));
    metrics.ledgerFailed();
    const start = performance.now();
    expect((await get('/metrics')).text).toContain('factdesk_ledger_errors_total 1\n');
    expect(performance.now() - start).toBeLessThan(5_000);
  }, 15_000);
});
