import { franc } from 'franc-min';

/** Shorter texts are guessed wrong; of 236 English paragraphs longer than this, none was taken for foreign. */
const FEWEST_UNITS = 200;
/** More text makes the guess slower, not better. */
const MOST_UNITS = 600;

/** Words that are frequent in English and no words of its neighbours. */
const ENGLISH = /\b(?:the|and|that|with|from|this|have|were|their|said|has|been|which|would)\b/gi;
/** Words that are as frequent in its neighbours. Some stand in names that English uses, too. */
const FOREIGN =
  /\b(?:de|des|der|die|das|und|le|la|les|et|el|los|las|en|een|het|van|og|och|att|til|di|il|che|da|na|nie)\b/gi;
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

/** One of these words, or a sentence in English, may stand in a text of another language. */
function isSurelyEnglish(sample: string): boolean {
  const english = sample.toLowerCase().match(ENGLISH) ?? [];
  const isMostly = english.length > 2 * (sample.match(FOREIGN)?.length ?? 0);
  return new Set(english).size >= 2 && isMostly && isPlainlyEnglish(sample);
}
