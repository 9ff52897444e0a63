import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { OngoingRequests } from '../ongoing-requests.ts';
import type { NotedParts } from './request-parts.ts';
import { tellOfFailures } from './told-exporter.ts';

/** A question that is done with, and what was done for it. */
export interface TracedQuestion extends NotedParts {
  readonly surface: string;
  readonly outcome: string;
}

/** Spans on their way to a collector. */
export interface Spans {
  /** Makes a span of a question, with one below it for each of its parts. They are sent later. */
  send(question: TracedQuestion): void;
  /** Sends what is left; false when that failed or took too long. Never rejects. */
  close(): Promise<boolean>;
}

/** What spans are made with. */
export interface SpansOptions {
  readonly version: string;
  readonly requests: OngoingRequests;
  readonly logger: Logger;
  readonly now: () => Date;
}

/** How long the end of the process waits for the collector, in milliseconds. */
const LAST_SPANS_MS = 1_000;

/** Loads OpenTelemetry, which takes a while and some memory. Its own variables say where to, how, and how many. */
export async function openSpans({ version, requests, logger, now }: SpansOptions): Promise<Spans> {
  const [api, sdk, { OTLPTraceExporter }, resources] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const named = resources.resourceFromAttributes({ 'service.name': 'factdesk', 'service.version': version });
  const ids = new sdk.RandomIdGenerator();
  const provider = new sdk.BasicTracerProvider({
    resource: named.merge(resources.detectResources({ detectors: [resources.envDetector] })),
    // The log names a trace before it is made.
    idGenerator: {
      generateTraceId: () => requests.current()?.traceId ?? ids.generateTraceId(),
      generateSpanId: () => ids.generateSpanId(),
    },
    spanProcessors: [new sdk.BatchSpanProcessor(tellOfFailures(new OTLPTraceExporter(), logger))],
  });
  const tracer = provider.getTracer('factdesk', version);
  const { SpanKind, SpanStatusCode } = api;
  const failed = (isFailed: boolean) => ({ code: isFailed ? SpanStatusCode.ERROR : SpanStatusCode.UNSET });
  return {
    send({ request, startedAt, parts, leftOut, surface, outcome }) {
      // OpenTelemetry would look at the clock for each span anew, and parts might seem to lie outside of the whole.
      const clock = now().getTime() - performance.now();
      const attributes = {
        ...{ 'factdesk.request': request.id, 'factdesk.surface': surface, 'factdesk.outcome': outcome },
        ...(leftOut > 0 && { 'factdesk.parts_left_out': leftOut }),
      };
      const root = { kind: SpanKind.SERVER, startTime: clock + startedAt, attributes };
      const question = tracer.startSpan('question', root, api.ROOT_CONTEXT);
      const below = api.trace.setSpan(api.ROOT_CONTEXT, question);
      for (const { name, isCall, isFailed, attributes, ...times } of parts) {
        const kind = isCall ? SpanKind.CLIENT : SpanKind.INTERNAL;
        const part = tracer.startSpan(name, { kind, startTime: clock + times.startedAt, attributes }, below);
        part.setStatus(failed(isFailed)).end(clock + times.endedAt);
      }
      question.setStatus(failed(outcome === 'failed')).end(clock + performance.now());
    },
    close: () =>
      Promise.race([
        provider.shutdown().then(
          () => true,
          () => false,
        ),
        sleep(LAST_SPANS_MS, false, { ref: false }),
      ]),
  };
}
