import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';
import { escapeJson, escapeText } from './escape-controls.ts';
import type { Terminal } from './terminal.ts';

/** The playground's page is the place to look; only what goes wrong belongs on its terminal. */
export async function createLogger(
  { logLevel, logFormat, slack }: Pick<Config, 'logLevel' | 'logFormat' | 'slack'>,
  { stderr }: Pick<Terminal, 'stderr'>,
): Promise<Logger> {
  const level = slack === undefined && logLevel === 'info' ? 'warn' : logLevel;
  if (logFormat === 'json') return pino({ level }, { write: (line) => void stderr.write(escapeJson(line)) });
  const { prettyFactory } = await import('pino-pretty');
  const asLine = prettyFactory({
    colorize: false,
    translateTime: 'UTC:yyyy-mm-dd HH:MM:ss',
    ignore: 'pid,hostname',
  });
  return pino({ level }, { write: (line) => void stderr.write(escapeText(asLine(line) ?? '')) });
}
