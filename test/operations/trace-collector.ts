import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const value = z.object({ stringValue: z.string() }).or(z.object({ intValue: z.number() }));
const attributes = z
  .array(z.object({ key: z.string(), value: value.or(z.object({ doubleValue: z.number() })) }))
  .transform((all) => Object.fromEntries(all.map(({ key, value }) => [key, Object.values(value)[0]])));
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  startTimeUnixNano: z.coerce.bigint(),
  endTimeUnixNano: z.coerce.bigint(),
  attributes,
  status: z.object({ code: z.number() }),
});
const body = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
});

export type CollectedSpan = z.infer<typeof span>;

/** A collector that takes OTLP over HTTP, as JSON, on loopback; it stops when the test ends. */
export interface TraceCollector {
  /** As `OTEL_EXPORTER_OTLP_ENDPOINT` names it. */
  readonly endpoint: string;
  readonly spans: readonly CollectedSpan[];
  readonly services: ReadonlySet<unknown>;
  /** All that was sent to it, as it came. */
  readonly bodies: readonly string[];
  readonly headers: readonly IncomingHttpHeaders[];
  /** From now on it answers so, or not at all. */
  answers: number | 'never';
}

/** Opens one that takes everything. */
export async function openTraceCollector(): Promise<TraceCollector> {
  const spans: CollectedSpan[] = [];
  const services = new Set<unknown>();
  const bodies: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer(async (request, response) => {
    headers.push(request.headers);
    const sent = await text(request);
    bodies.push(sent);
    if (collector.answers === 'never') return;
    response.writeHead(request.url === '/v1/traces' ? collector.answers : 404).end('{}');
    if (collector.answers !== 200) return;
    for (const { resource, scopeSpans } of body.parse(JSON.parse(sent)).resourceSpans) {
      services.add(resource.attributes['service.name']);
      spans.push(...scopeSpans.flatMap((scope) => scope.spans));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const collector: TraceCollector = { endpoint, spans, services, bodies, headers, answers: 200 };
  return collector;
}
