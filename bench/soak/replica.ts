import { once } from 'node:events';
import { createInterface } from 'node:readline';
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
  if (child.stderr === null || child.pid === undefined) throw new Error('The bot could not be started.');
  const { pid } = child;
  const exited = once(child, 'exit');
  let [inspector, adminPort, address, isConnected, lastLine] = ['', 0, '', false, ''];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lastLine = line;
    inspector ||= /^Debugger listening on (ws:\S+)/.exec(line)?.[1] ?? '';
    if (!line.startsWith('{')) return;
    const said = logLine.parse(JSON.parse(line));
    if (said.level >= ERROR) onTrouble(line);
    if (said.msg === 'probes and metrics are served') adminPort = said.port ?? 0;
    if (said.msg !== 'connected to Slack') return;
    isConnected = true;
    address = said.address ?? '';
  });
  const isReady = async () => {
    if (adminPort === 0 || !isConnected) return false;
    return fetch(`http://127.0.0.1:${adminPort}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await exited;
    if (signal === 'SIGTERM' && code !== 0) throw new Error(`A copy ended with exit code ${code}.`);
  };
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await isReady())) {
    if (child.exitCode !== null)
      throw new Error(`A copy ended at its start with exit code ${child.exitCode}: ${lastLine}`);
    if (performance.now() > deadline) {
      await end('SIGKILL');
      throw new Error(`A copy was not ready within ${READY_WITHIN_MS} ms.`);
    }
    await sleep(100);
  }
  return {
    address: address || undefined,
    isReady,
    heap: () => measureHeap(inspector),
    memory: () => processMemory(pid),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
