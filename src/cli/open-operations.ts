import type { Logger } from 'pino';
import packageJson from '../../package.json' with { type: 'json' };
import type { Config } from '../config.ts';
import type { OngoingRequests } from '../ongoing-requests.ts';
import { allOperations, type Operations, UNSEEN } from './operations.ts';
import type { Terminal } from './terminal.ts';

/** What the ways to see the bot work with. */
interface OperationsOptions extends Pick<Terminal, 'now' | 'endWithin'> {
  readonly logger: Logger;
  readonly requests: OngoingRequests;
}

/** What is left of traces that their collector does not take ends with the process, after so many milliseconds. */
const LOST_TRACES_MS = 250;

/**
 * Opens probes, metrics and traces where they are set, and loads what they need only then. Rejects with a CommandError
 * when the port is taken.
 */
export async function openOperations(
  { admin, tracesTo }: Pick<Config, 'admin' | 'tracesTo'>,
  options: OperationsOptions,
): Promise<Operations> {
  const ways: Operations[] = [];
  if (admin !== undefined) {
    const { openAdminPort } = await import('./open-admin-port.ts');
    ways.push(await openAdminPort(admin, options));
  }
  if (tracesTo !== undefined) ways.push(await openTracing(options));
  return allOperations(ways);
}

async function openTracing({ endWithin, ...options }: OperationsOptions): Promise<Operations> {
  const { openTraces } = await import('../operations/index.ts');
  const traces = await openTraces({ ...options, version: packageJson.version });
  return {
    ...UNSEEN,
    ...traces,
    async close() {
      if (!(await traces.close())) endWithin(LOST_TRACES_MS);
    },
  };
}
