import { roundTenth } from '../quantiles.ts';
import { openNewsroom } from './newsroom.ts';
import { type PartFigures, soakPart } from './soak-part.ts';
import type { Way } from './way.ts';

/** How long, and with what. */
export interface SoakOptions {
  /** Of all ways together. */
  readonly minutes: number;
  /** Sentences of the archive. */
  readonly passages: number;
  readonly askers: number;
  readonly ways: readonly Way[];
  /** Hears what is going on. */
  readonly print: (line: string) => void;
}

/** What a soak gives. */
export interface SoakFigures {
  readonly passages: number;
  readonly askers: number;
  /** How long it took to write the archive and to index it; not part of the time. */
  readonly preparedInSeconds: number;
  readonly asked: number;
  readonly lost: number;
  readonly doubled: number;
  /** By the way that Slack reached the bot. */
  readonly ways: Readonly<Partial<Record<Way, PartFigures>>>;
}

/** Runs the bot for so long, by each way in turn with an equal part of the time, and counts what became of all questions. */
export async function runSoak({ minutes, ways, ...options }: SoakOptions): Promise<SoakFigures> {
  const { passages, askers, print } = options;
  const start = performance.now();
  print(`an archive of ${passages} passages is written and indexed`);
  const newsroom = await openNewsroom(passages);
  const preparedInSeconds = roundTenth((performance.now() - start) / 1_000);
  const parts: Partial<Record<Way, PartFigures>> = {};
  try {
    for (const way of ways) {
      const part = await soakPart({ way, newsroom, askers, print, ms: (minutes * 60_000) / ways.length });
      print(`${way}: ${part.asked} asked, ${part.lost} lost, ${part.doubled} doubled`);
      parts[way] = part;
    }
  } finally {
    await newsroom.remove();
  }
  const total = (figure: 'asked' | 'lost' | 'doubled') =>
    Object.values(parts).reduce((sum, part) => sum + part[figure], 0);
  return {
    ...{ passages, askers, preparedInSeconds },
    ...{ asked: total('asked'), lost: total('lost'), doubled: total('doubled') },
    ways: parts,
  };
}
