import { setImmediate } from 'node:timers/promises';
import { percentile } from '../src/cli/eval-figures.ts';
import type { Passage } from '../src/corpus/index.ts';
import type { Chosen } from './choose-questions.ts';
import type { Engine, Find } from './engines.ts';

/** Milliseconds a question, and the share of right passages found first. */
export interface Asked {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly s1: number;
}

/** What one engine gave on one corpus. */
export interface EngineFigures {
  readonly engine: string;
  readonly facts: number;
  readonly buildMs: number;
  /** What text and index take, after a collection. */
  readonly memoryMb: number;
  /** What the engine takes once, whatever the corpus: code, and lists of English words. */
  readonly fixedMb: number;
  readonly clean: Asked;
  readonly misspelt: Asked;
}

/** An engine that is asked for longer than this is judged by the questions it got to. */
const LONGEST_MS = 10_000;

async function ask(find: Find, { timed, warmUp }: Chosen, which: 'clean' | 'misspelt'): Promise<Asked> {
  const times: number[] = [];
  let right = 0;
  const begun = performance.now();
  for (const { clean, misspelt } of warmUp) {
    await find(clean);
    await find(misspelt);
    if (performance.now() - begun > LONGEST_MS / 4) break;
  }
  for (const question of timed) {
    if (performance.now() - begun > LONGEST_MS) break;
    const start = performance.now();
    const first = await find(question[which]);
    times.push(performance.now() - start);
    if (first === question.answer) right++;
  }
  return {
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p99Ms: percentile(times, 0.99),
    s1: Math.round((right / times.length) * 1000) / 1000,
  };
}

async function memoryMb(): Promise<number> {
  // Only there when node runs with --expose-gc; without it, memory includes garbage. Buffers go a moment later.
  for (let pass = 0; pass < 2; pass++) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

const toTenths = (value: number) => Math.round(value * 10) / 10;

/** A corpus of so many passages shows what an engine takes whatever it holds. */
const TINY = 10;

function* take(passages: Iterable<Passage>, count: number): Generator<Passage> {
  let taken = 0;
  for (const passage of passages) {
    if (taken++ === count) return;
    yield passage;
  }
}

/** Builds an engine and asks it every question, clean and misspelt. */
export async function measureEngine(
  engine: Engine,
  passages: () => Iterable<Passage>,
  questions: Chosen,
): Promise<EngineFigures> {
  const bare = await memoryMb();
  const tiny = await engine.build(() => take(passages(), TINY));
  await tiny(questions.timed[0]?.clean ?? '');
  const before = await memoryMb();
  const start = performance.now();
  const find = await engine.build(passages);
  const buildMs = Math.round(performance.now() - start);
  const clean = await ask(find, questions, 'clean');
  const misspelt = await ask(find, questions, 'misspelt');
  const memory = (await memoryMb()) - before;
  // Asked once more, so that both indexes are alive while memory is measured.
  for (const ask of [tiny, find]) await ask(questions.timed[0]?.clean ?? '');
  let facts = 0;
  for (const _ of passages()) facts++;
  return {
    engine: engine.name,
    facts,
    buildMs,
    memoryMb: toTenths(memory),
    fixedMb: toTenths(before - bare),
    clean,
    misspelt,
  };
}
