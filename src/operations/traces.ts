import type { Ask, AskOptions, ReloadableFactDesk } from '../answer/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { NOBODY, type Observer } from '../slack/index.ts';
import { observedLedger } from './observed-ledger.ts';
import { createRequestParts, type RequestParts } from './request-parts.ts';
import { openSpans, type Spans, type SpansOptions } from './spans.ts';

/** Tells a collector of OpenTelemetry how long each part of the work on a question took. */
export interface Traces {
  /** To be told what the bot in Slack does. */
  readonly observer: Observer;
  /** The same ledger, whose calls are timed. */
  observeLedger(ledger: Ledger): Ledger;
  /** The same fact desk, whose answers are timed. */
  observeFactDesk(factDesk: ReloadableFactDesk): ReloadableFactDesk;
  /** Sends what is left; false when that failed or took too long. Never rejects. */
  close(): Promise<boolean>;
}

/**
 * Opens traces, to where the standard variables of OpenTelemetry say. Work is noted while it is done, and made into
 * spans when the reply is out: no question waits for any of this.
 */
export async function openTraces(options: SpansOptions): Promise<Traces> {
  const spans = await openSpans(options);
  const parts = createRequestParts(options.requests);
  return {
    observer: createObserver(parts, spans),
    observeLedger: (ledger) =>
      observedLedger(ledger, ({ method, startedAt, error }) =>
        parts.note({
          ...{ name: `ledger ${method}`, startedAt, isCall: true, isFailed: error !== undefined },
          attributes: { 'ledger.method': method },
        }),
      ),
    observeFactDesk: (factDesk) => ({ ...factDesk, ask: timedAsk(factDesk.ask, parts) }),
    close: spans.close,
  };
}

function createObserver(parts: RequestParts, spans: Spans): Observer {
  return {
    ...NOBODY,
    acknowledged: (seconds) => parts.note({ name: 'acknowledge', startedAt: ago(seconds) }),
    called: ({ method, result, seconds, askedToWait }) =>
      parts.note({
        ...{
          name: `slack ${method}`,
          startedAt: ago(seconds),
          isCall: true,
          isFailed: result !== 'answered',
        },
        attributes: { 'slack.method': method, 'slack.result': result, 'slack.asked_to_wait_s': askedToWait },
      }),
    replied({ surface, outcome }) {
      const noted = parts.take();
      if (noted !== undefined) spans.send({ ...noted, surface, outcome });
    },
  };
}

function timedAsk(ask: Ask, parts: RequestParts): Ask {
  return (question, options) => {
    const startedAt = performance.now();
    const onPart: AskOptions['onPart'] = (name, since) => parts.note({ name, startedAt: since });
    const answering = ask(question, { ...options, onPart });
    answering.then(
      ({ quotes }) =>
        parts.note({ name: 'answer', startedAt, attributes: { 'factdesk.quotes': quotes.length } }),
      () => parts.note({ name: 'answer', startedAt, isFailed: true }),
    );
    return answering;
  };
}

const ago = (seconds: number) => performance.now() - seconds * 1_000;
