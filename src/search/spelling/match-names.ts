import { fold } from '../text/fold.ts';
import { fitsIn } from './fuzzy.ts';

/** Shorter ones are compared with whole words of a name only. */
const SHORT_NAME = 6;

const isAsLongAs = (wanted: string) => (word: string) => Math.abs(word.length - wanted.length) <= 2;

/** Whether what was typed is the name, part of it, or a slip away from part of it; case and accents aside. */
export function resembles(typed: string, name: string): boolean {
  const [wanted, given] = [fold(typed), fold(name)];
  if (wanted === '' || given === '') return false;
  if (given.includes(wanted)) return true;
  // Fuse cuts long patterns into pieces and would take any piece; names that long are copied, not typed.
  if (wanted.length < 4 || wanted.length > 32) return false;
  // A short name fits somewhere into a longer word by accident: Mars is no part of Myanmar.
  const isShort = wanted.length < SHORT_NAME;
  const candidates = isShort ? given.split(/[^\p{L}\d]+/u).filter(isAsLongAs(wanted)) : [given];
  return candidates.some((candidate) => fitsIn(wanted, candidate));
}
