import { setTimeout as sleep } from 'node:timers/promises';
import type { Memory } from '../group-memory.ts';
import { roundTenth } from '../quantiles.ts';
import { type AskedFigures, ask, judge } from './askers.ts';
import { type Disturbances, keepDisturbances } from './disturbances.ts';
import type { Heap } from './heap.ts';
import type { Newsroom } from './newsroom.ts';
import type { Replica } from './replica.ts';
import type { Way } from './way.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** What one way gives. */
export interface PartFigures extends AskedFigures {
  /** How often each disturbance was carried out, and how long all of them and their aftermath took together. */
  readonly disturbances: Readonly<Record<string, number>>;
  readonly disturbedSeconds: number;
  readonly saves: number;
  /** Of a copy that ran on while another was killed, after garbage was collected. */
  readonly heap: HeapGrowth;
  /** Of each copy that ran at the end. */
  readonly memoryMb: readonly Memory[];
  /** What the copies logged as errors: how often, and the first few. */
  readonly errors: number;
  readonly firstErrors: readonly string[];
}

interface HeapGrowth {
  readonly atStart: Heap;
  readonly atEnd: Heap;
  readonly growthPercent: number;
  /** Between the two. */
  readonly minutes: number;
}

interface Part {
  readonly way: Way;
  readonly newsroom: Newsroom;
  readonly askers: number;
  readonly ms: number;
  readonly print: (line: string) => void;
}

/** In parts of the time: when the copies are replaced, how long one then warms up, and when the other is killed. */
const ROLLING_RESTART_AT = 0.12;
const WARM_UP = 0.12;
const KILL_AT = 0.5;
const SAVE_EVERY_MS = 20_000;
const FAULT_EVERY_MS = 30_000;
/** So many posts in a row fail. */
const FAULTS = 3;
/** Whoever looks after the copies starts a killed one again after so long. */
const RESTART_AFTER_MS = 1_000;
const ERRORS_SHOWN = 5;

/** Lets people ask two copies for so long, with everything that goes wrong. */
export async function soakPart({ way, newsroom, askers, ms, print }: Part): Promise<PartFigures> {
  const place = await openWorkplace(way, newsroom);
  const disturbances = keepDisturbances();
  const stop = new AbortController();
  const { signal } = stop;
  try {
    print(`${way}: two copies start`);
    await disturbances.during('start', async () => {
      await place.addReplica();
      await place.addReplica();
      await place.connect();
    });
    const asking = ask(place.standIn, { askers, questions: newsroom.questions, signal });
    const saving = repeat(SAVE_EVERY_MS, signal, () => newsroom.saveSheet());
    const failing = repeat(FAULT_EVERY_MS, signal, (n) => failPosts(n, place, disturbances));
    const [steady, first] = await disturbCopies({ place, disturbances, ms, print });
    stop.abort();
    print(`${way}: nobody asks any more, replies are waited for`);
    const asked = await asking;
    const [saves] = await Promise.all([saving, failing]);
    return {
      ...judge(asked, disturbances),
      disturbances: disturbances.counts(),
      disturbedSeconds: disturbances.seconds(),
      saves,
      heap: growth(first, { at: performance.now(), heap: await steady.heap() }),
      memoryMb: place.replicas.map((replica) => replica.memory()),
      errors: place.troubles.length,
      firstErrors: place.troubles.slice(0, ERRORS_SHOWN),
    };
  } finally {
    stop.abort();
    await place.close();
  }
}

interface HeapThen {
  readonly at: number;
  readonly heap: Heap;
}

/**
 * Replaces both copies one after the other, as a Deployment does: a new one is ready before an old one goes. Later kills
 * the younger one. Gives the other, which ran on, and its heap once it was warm.
 */
async function disturbCopies({
  place,
  disturbances,
  ms,
  print,
}: Pick<Part, 'ms' | 'print'> & {
  readonly place: Workplace;
  readonly disturbances: Disturbances;
}): Promise<readonly [Replica, HeapThen]> {
  const { replicas } = place;
  const start = performance.now();
  const untilPart = (share: number) => sleep(Math.max(0, start + share * ms - performance.now()));
  await untilPart(ROLLING_RESTART_AT);
  print('both copies are replaced');
  await disturbances.during('rolling restart', async () => {
    for (const old of [...replicas]) {
      await place.addReplica();
      await old.stop();
      replicas.splice(replicas.indexOf(old), 1);
    }
  });
  await sleep(WARM_UP * ms);
  const [steady, other] = replicas;
  if (steady === undefined || other === undefined) throw new Error('Two copies should run now.');
  const heap = await disturbances.during('look at the heap', () => steady.heap());
  const first = { at: performance.now(), heap };
  await untilPart(KILL_AT);
  print('one copy is killed');
  await disturbances.during('kill -9', async () => {
    replicas.splice(replicas.indexOf(other), 1);
    await other.kill();
    await sleep(RESTART_AFTER_MS);
    await place.addReplica();
  });
  await untilPart(1);
  return [steady, first];
}

/** Slack refuses some posts, at one time as too many, at another with a failure of its own. */
async function failPosts(n: number, { standIn }: Workplace, disturbances: Disturbances): Promise<void> {
  const fault =
    n % 2 === 0
      ? ({ kind: 'rate-limited', retryAfterSeconds: 1 } as const)
      : ({ kind: 'server-error' } as const);
  await disturbances.during(n % 2 === 0 ? 'posts: 429' : 'posts: 5xx', async () =>
    standIn.faults.next('chat.postMessage', fault, FAULTS),
  );
}

/** Does something again and again until told to stop; gives how often it was done. */
async function repeat(
  everyMs: number,
  signal: AbortSignal,
  act: (n: number) => Promise<void>,
): Promise<number> {
  for (let n = 0; ; n += 1) {
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return n;
    await act(n);
  }
}

function growth(first: HeapThen, last: HeapThen): HeapGrowth {
  return {
    atStart: first.heap,
    atEnd: last.heap,
    growthPercent: roundTenth((last.heap.heapMb / first.heap.heapMb - 1) * 100),
    minutes: roundTenth((last.at - first.at) / 60_000),
  };
}
