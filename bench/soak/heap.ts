import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';

/** What a process holds in its main thread once garbage is collected, in megabytes. */
export interface Heap {
  /** Objects. */
  readonly heapMb: number;
  /** Bytes beside the heap: the arrays of an index, buffers. */
  readonly buffersMb: number;
}

const heapUsage = z.object({ usedSize: z.number(), backingStorageSize: z.number().default(0) });
const answer = z.object({ id: z.number(), result: z.unknown() });

/** What is under way at one moment is not held: the least of so many looks counts. */
const LOOKS = 3;
const BETWEEN_LOOKS_MS = 1_500;

/** Asks a process that was started with `--inspect`, whose inspector has this address. */
export async function measureHeap(inspector: string): Promise<Heap> {
  const socket = new WebSocket(inspector);
  await once(socket, 'open');
  try {
    const looks: Heap[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      if (look > 0) await sleep(BETWEEN_LOOKS_MS);
      await call(socket, look * 2, 'HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize } = heapUsage.parse(
        await call(socket, look * 2 + 1, 'Runtime.getHeapUsage'),
      );
      looks.push({ heapMb: megabytes(usedSize), buffersMb: megabytes(backingStorageSize) });
    }
    return {
      heapMb: Math.min(...looks.map(({ heapMb }) => heapMb)),
      buffersMb: Math.min(...looks.map(({ buffersMb }) => buffersMb)),
    };
  } finally {
    socket.close();
  }
}

function call(socket: WebSocket, id: number, method: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const hear = (data: unknown) => {
      const message = answer.parse(JSON.parse(String(data)));
      if (message.id !== id) return;
      socket.off('message', hear);
      resolve(message.result);
    };
    socket.on('message', hear);
    socket.once('close', () => reject(new Error(`${method}: the process ended.`)));
    socket.send(JSON.stringify({ id, method }));
  });
}

const megabytes = (bytes: number) => Math.round(bytes / 10_000) / 100;
