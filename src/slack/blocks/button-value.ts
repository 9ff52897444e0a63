import { z } from 'zod';
import type { FactVersion } from '../../ledger/index.ts';
import { limits } from './block-limits.ts';

/** What a button remembers: ids, never content, so that it still works after a restart and shows nothing by itself. */
export interface ButtonValue {
  readonly questionId: string;
  /** The fact it stands under, as it was shown; null under the whole reply. */
  readonly fact: FactVersion | null;
}

const parts = z.tuple([z.string(), z.string().nullable(), z.string().nullable()]);

/** As Slack keeps it; null when an id is too long for that. */
export function writeButtonValue({ questionId, fact }: ButtonValue): string | null {
  const value = JSON.stringify([questionId, fact?.factId ?? null, fact?.factHash ?? null]);
  return value.length <= limits.buttonValue ? value : null;
}

/** What a button of ours brought back, or null when it is no value of ours. */
export function readButtonValue(value: string): ButtonValue | null {
  const { data } = parts.safeParse(parseJson(value));
  if (data === undefined) return null;
  const [questionId, factId, factHash] = data;
  return { questionId, fact: factId === null || factHash === null ? null : { factId, factHash } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
