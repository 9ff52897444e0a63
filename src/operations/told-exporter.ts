import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';

/** As OpenTelemetry numbers what came of an export. */
const SUCCESS = 0;
const REASON_LENGTH = 200;

/** The same exporter, with a line in the log when spans begin to get lost, and one when they are taken again. */
export function tellOfFailures(exporter: SpanExporter, logger: Logger): SpanExporter {
  let isLosing = false;
  return {
    ...{
      forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
      shutdown: () => exporter.shutdown(),
    },
    export(spans, done) {
      exporter.export(spans, (result) => {
        const isLost = result.code !== SUCCESS;
        if (isLost && !isLosing)
          logger.warn(
            { reason: reasonOf(result.error) },
            'traces get lost: what OTEL_EXPORTER_OTLP_ENDPOINT names does not take them',
          );
        if (!isLost && isLosing) logger.info('traces are taken again');
        isLosing = isLost;
        done(result);
      });
    },
  };
}

/** What the collector said beside that is its own, and may be long. */
function reasonOf(error: (Error & { readonly code?: unknown }) | undefined): string {
  const said = [error?.code, error?.message].filter((word) => word !== undefined && word !== '');
  return said.join(' ').slice(0, REASON_LENGTH) || 'unknown';
}
