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
 * The language of a text, as a BCP 47 tag; undefined for English that nobody calls so. Feeds and systems are set to a
 * language once and bear its tag for ever: a text that is plainly English is English, whatever they call it.
 */
export function readLanguage(stated: string | undefined, text: string): string | undefined {
  if (stated === undefined) return detectForeignLanguage(text);
  const isForeign = !/^en(?:$|[-_])|^english$/i.test(stated);
  return isForeign && isSurelyEnglish(text.slice(0, MOST_UNITS)) ? undefined : stated;
}

/**
 * The language of a text that does not tell its own, as a BCP 47 tag (`de`). Undefined for English, and for texts
 * that are too short to tell: what cannot be told counts as English.
 */
function detectForeignLanguage(text: string): string | undefined {
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

/** Of some of these words one may be met in another language, of two different ones hardly any. */
function isSurelyEnglish(sample: string): boolean {
  const met = new Set(sample.toLowerCase().match(ENGLISH));
  return met.size >= 2 && isPlainlyEnglish(sample);
}
