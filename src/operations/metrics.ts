import { setTimeout as sleep } from 'node:timers/promises';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from '../slack/index.ts';
import type { Figures } from './bot-figures.ts';

/** From the quickest acknowledgement to a reply that waited for Slack, in seconds. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Prometheus gives a reading up after ten seconds: a ledger that hangs is waited for no longer than this, in ms. */
const PATIENCE_MS = 2_000;

/** What is counted, and how it is told. */
export interface Metrics {
  /** To be told what the bot in Slack does. */
  readonly observer: Observer;
  ledgerFailed(): void;
  /** From now on what the bot holds is looked up for every reading. */
  watch(figures: () => Promise<Figures>): void;
  /** All of it in the text format of Prometheus, and the type to send with it. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

/** Nothing counted yet. No label holds a person, a place or words: each has a small and fixed set of values. */
export function createMetrics(version: string): Metrics {
  const register = new Registry();
  // Their names tell by themselves whether they are of the process or of Node.js.
  collectDefaultMetrics({ register, prefix: 'factdesk_' });
  const info = new Gauge({
    ...{ name: 'factdesk_build_info', help: 'The version that runs; always 1.', registers: [register] },
    labelNames: ['version'],
  });
  info.set({ version }, 1);
  const failures = new Counter({
    ...{ name: 'factdesk_ledger_errors_total', help: 'Calls that the ledger could not do.' },
    registers: [register],
  });
  let figuresNow: (() => Promise<Figures>) | undefined;
  const showFigures = createFigureGauges(register);
  return {
    observer: createObserver(register),
    ledgerFailed: () => failures.inc(),
    watch(figures) {
      figuresNow = figures;
    },
    async read() {
      // What cannot be looked up keeps its last value: the other figures are wanted all the more.
      const tooLate = sleep(PATIENCE_MS, undefined, { ref: false });
      const figures = await Promise.race([figuresNow?.(), tooLate]).catch(() => undefined);
      if (figures !== undefined) showFigures(figures);
      return { type: register.contentType, text: await register.metrics() };
    },
  };
}

function createObserver(register: Registry): Observer {
  const registers = [register];
  const counter = (name: string, help: string, ...labelNames: readonly string[]) =>
    new Counter({ name, help, labelNames, registers });
  const seconds = (name: string, help: string, ...labelNames: readonly string[]) =>
    new Histogram({ name, help, labelNames, registers, buckets: SECONDS });
  const questions = counter(
    'factdesk_questions_total',
    'Questions with a reply, by surface and outcome.',
    ...['surface', 'outcome'],
  );
  const replies = seconds('factdesk_reply_seconds', 'From the question to its reply.', 'surface');
  const acknowledgements = seconds('factdesk_acknowledge_seconds', 'Until Slack was told that it is kept.');
  const calls = counter(
    'factdesk_slack_calls_total',
    'Calls to Slack, by method and result.',
    ...['method', 'result'],
  );
  const answers = seconds('factdesk_slack_call_seconds', 'How long Slack took to answer.', 'method');
  const pauses = counter('factdesk_slack_wait_seconds_total', 'For how long Slack asked to wait.');
  const queue = new Gauge({
    ...{ name: 'factdesk_slack_calls_waiting', help: 'Calls to Slack that wait for their turn.', registers },
  });
  const sockets = counter('factdesk_sockets_total', 'Sockets to Slack, opened and closed.', 'event');
  const refusals = counter(
    'factdesk_requests_refused_total',
    'Requests to the port for Slack that were refused, by reason.',
    'reason',
  );
  return {
    acknowledged: (took) => acknowledgements.observe(took),
    replied({ surface, outcome, seconds: took }) {
      questions.inc({ surface, outcome });
      replies.observe({ surface }, took);
    },
    called({ method, result, seconds: took, askedToWait }) {
      calls.inc({ method, result });
      answers.observe({ method }, took);
      if (askedToWait > 0) pauses.inc(askedToWait);
    },
    waiting: (change) => queue.inc(change),
    socket: (event) => sockets.inc({ event }),
    refused: (reason) => refusals.inc({ reason }),
  };
}

function createFigureGauges(register: Registry): (figures: Figures) => void {
  const registers = [register];
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const passages = gauge('factdesk_passages', 'Passages that may be shown.');
  const age = gauge('factdesk_index_age_seconds', 'Since the facts were read last.');
  const load = gauge('factdesk_index_load_seconds', 'How long reading them took.');
  const problems = gauge('factdesk_sheet_problems', 'Problems in the fact sheets.');
  const openQuestions = gauge('factdesk_desk_questions_open', 'Questions that the desk has not closed.');
  const recallRows = new Gauge({
    ...{ name: 'factdesk_recall_rows', help: 'Copies and people of recalls that are under way.', registers },
    labelNames: ['state'],
  });
  return (figures) => {
    passages.set(figures.passages);
    age.set(figures.indexAgeSeconds);
    load.set(figures.indexLoadSeconds);
    problems.set(figures.sheetProblems);
    openQuestions.set(figures.openQuestions);
    for (const state of ['done', 'waiting', 'unreached'] as const)
      recallRows.set({ state }, figures.recallRows[state]);
  };
}
