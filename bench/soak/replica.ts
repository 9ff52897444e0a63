import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { StandIn } from '../../src/playground/index.ts';
import { type Memory, processMemory } from '../group-memory.ts';
import { spawnBot } from '../spawn-bot.ts';
import { type Heap, measureHeap } from './heap.ts';

/** A copy of the bot as a process of its own. */
export interface Replica {
  /** Where it takes signed requests; undefined where it opens a socket. */
  readonly address: string | undefined;
  /** What its `/readyz` says now; false when nothing answers. */
  isReady(): Promise<boolean>;
  heap(): Promise<Heap>;
  memory(): Memory;
  /** Ends it with no time for a last word. */
  kill(): Promise<void>;
  /** Asks it to end, and waits. @throws Error when its exit code is not 0 */
  stop(): Promise<void>;
}

/** Where a copy runs, and what it is set to. */
export interface ReplicaPlace {
  readonly standIn: StandIn;
  /** Of its data. */
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Hears of each line that it logs as an error. */
  readonly onTrouble: (line: string) => void;
}

const logLine = z.object({
  level: z.number(),
  msg: z.string(),
  port: z.number().optional(),
  address: z.string().optional(),
});
/** Pino's number for an error. */
const ERROR = 50;
const READY_WITHIN_MS = 300_000;

/** Starts a copy, and waits until it is ready. */
export async function startReplica({ onTrouble, settings, ...place }: ReplicaPlace): Promise<Replica> {
  const child = spawnBot(['--inspect=127.0.0.1:0', 'bin/factdesk.js', 'serve'], {
    ...place,
    settings: { ...settings, FACTDESK_ADMIN_PORT: '0', LOG_LEVEL: 'info' },
    stderr: 'pipe',
  });
  const { pid, stderr } = child;
  if (stderr === null || pid === undefined) throw new Error('The bot could not be started.');
  const exited = once(child, 'exit');
  const said = readLog(stderr, onTrouble);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await exited;
    if (signal === 'SIGTERM' && code !== 0) throw new Error(`A copy ended with exit code ${code}.`);
  };
  const isReady = () => says(said.probe);
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(said.isConnected && (await isReady()))) {
    if (child.exitCode !== null) throw new Error(`A copy ended at its start: ${said.lastLine}`);
    if (performance.now() > deadline) {
      await end('SIGKILL');
      throw new Error(`A copy was not ready within ${READY_WITHIN_MS} ms: ${said.lastLine}`);
    }
    await sleep(100);
  }
  return {
    address: said.address,
    isReady,
    heap: () => measureHeap(said.inspector),
    memory: () => processMemory(pid),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

/** What a copy said of itself so far. */
interface Said {
  inspector: string;
  probe: string;
  address: string | undefined;
  isConnected: boolean;
  lastLine: string;
}

function readLog(stream: Readable, onTrouble: (line: string) => void): Readonly<Said> {
  const said: Said = { inspector: '', probe: '', address: undefined, isConnected: false, lastLine: '' };
  createInterface({ input: stream }).on('line', (line) => {
    said.lastLine = line;
    said.inspector ||= /^Debugger listening on (ws:\S+)/.exec(line)?.[1] ?? '';
    if (!line.startsWith('{')) return;
    const { level, msg, port, address } = logLine.parse(JSON.parse(line));
    if (level >= ERROR) onTrouble(line);
    if (msg === 'probes and metrics are served') said.probe = `http://127.0.0.1:${port}/readyz`;
    if (msg === 'connected to Slack') Object.assign(said, { isConnected: true, address });
  });
  return said;
}

/** Whether an address says yes; an empty one and one where nothing answers do not. */
async function says(address: string): Promise<boolean> {
  return fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}
