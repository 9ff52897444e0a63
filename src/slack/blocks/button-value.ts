import { z } from 'zod';
import type { FactVersion } from '../../ledger/index.ts';
import { limits } from './block-limits.ts';

/**
 * What a button remembers: ids, so that it still works after a restart, and what was said of the quote above it; never
 * words of a fact.
 */
export interface ButtonValue {
  readonly questionId: string;
  /** The fact it stands under, as it was shown; null under the whole reply. */
  readonly fact: FactVersion | null;
  /** What of the quote does not fit the question. @default nothing */
  readonly doubt?: string;
}

const parts = z.tuple([z.string(), z.string().nullable(), z.string().nullable(), z.string().optional()]);

/** As Slack keeps it, without the doubt where that has no room; null when an id is too long. */
export function writeButtonValue({ questionId, fact, doubt }: ButtonValue): string | null {
  const ids = [questionId, fact?.factId ?? null, fact?.factHash ?? null];
  const values = [...(doubt === undefined ? [] : [[...ids, doubt]]), ids];
  return values.map((value) => JSON.stringify(value)).find(fitsButton) ?? null;
}

const fitsButton = ({ length }: string) => length <= limits.buttonValue;

/** What a button of ours brought back, or null when it is no value of ours. */
export function readButtonValue(value: string): ButtonValue | null {
  const { data } = parts.safeParse(parseJson(value));
  if (data === undefined) return null;
  const [questionId, factId, factHash, doubt] = data;
  const fact = factId === null || factHash === null ? null : { factId, factHash };
  return { questionId, fact, ...(doubt !== undefined && { doubt }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
