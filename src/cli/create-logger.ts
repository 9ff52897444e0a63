import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';
import type { OngoingRequests } from '../ongoing-requests.ts';
import { escapeJson, escapeText } from './escape-controls.ts';
import type { Terminal } from './terminal.ts';

/**
 * Every line names the request that it is of, and its trace where traces are sent. The playground's page is the place
 * to look; only what goes wrong belongs on its terminal.
 */
export async function createLogger(
  config: Pick<Config, 'logLevel' | 'logFormat' | 'slack' | 'workspaces' | 'tracesTo'>,
  { stderr }: Pick<Terminal, 'stderr'>,
  requests: OngoingRequests,
): Promise<Logger> {
  const { logLevel, logFormat, slack, workspaces, tracesTo } = config;
  const mixin = () => requestFields(requests, { hasTraces: tracesTo !== undefined });
  const isPlayground = slack === undefined && workspaces === undefined;
  const level = isPlayground && logLevel === 'info' ? 'warn' : logLevel;
  if (logFormat === 'json')
    return pino({ level, mixin }, { write: (line) => void stderr.write(escapeJson(line)) });
  const { prettyFactory } = await import('pino-pretty');
  const asLine = prettyFactory({
    colorize: false,
    translateTime: 'UTC:yyyy-mm-dd HH:MM:ss',
    ignore: 'pid,hostname',
  });
  return pino({ level, mixin }, { write: (line) => void stderr.write(escapeText(asLine(line) ?? '')) });
}

/** What a line tells of the request that it is of. `trace_id` is the name that viewers of logs look for. */
export function requestFields(
  requests: OngoingRequests,
  { hasTraces }: { readonly hasTraces: boolean },
): object {
  const request = requests.current();
  if (request === undefined) return {};
  return { request: request.id, ...(hasTraces && { trace_id: request.traceId }) };
}
