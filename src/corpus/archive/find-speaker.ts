import { everyMatch } from './every-match.ts';
import { namesOthers } from './named-persons.ts';
import { ASIDE, FUNCTION_WORD, isPersonName, NAME, OFFICE, SAYING, trimName } from './person-name.ts';

const ALSO = '(?:has |had |also |later |then )?';

/** What may follow the name that ends a clause: never a noun, as in "said Norbeck police". */
const GOES_ON = String.raw` (?!and \p{Lu})(?:${FUNCTION_WORD}\b|\p{Ll}+ing\b|[\d(“—–-])`;
const ENDS_NAME = String.raw`(?=$|[^\p{L}\p{M}'’ -]|${GOES_ON})`;
/** `“…,” Vane said`, and where the comma stands outside, `“…”, Vane said`. */
const CLOSED = `(?:[,?!.…—-]’?”|”,)`;
const NAMED = `(${NAME})`;

const SAID_BY = `${CLOSED}\\s+(?:${SAYING}|according to) `;
const INTRODUCES = '[,:] ?“';
const INTRODUCED = `${ASIDE} ${SAYING}(?: [^“”":]{1,60})?${INTRODUCES}`;

/** Where a name can stand beside speech, and what is in each such sentence and quick to look for. */
const PLACES: readonly { readonly sign: RegExp; readonly patterns: readonly RegExp[] }[] = [
  {
    // `“…,” Vane said`
    sign: new RegExp(`${CLOSED}\\s`),
    patterns: [new RegExp(`${CLOSED}\\s+${OFFICE}${NAMED}${ASIDE} ${ALSO}${SAYING}\\b`, 'gu')],
  },
  {
    // `“…,” said Vane`; `“…,” according to Vane`
    sign: new RegExp(SAID_BY),
    patterns: [new RegExp(`${SAID_BY}${OFFICE}${NAMED}${ENDS_NAME}`, 'gu')],
  },
  {
    // `Vane said: “…”`
    sign: new RegExp(INTRODUCES),
    patterns: [
      new RegExp(`^${OFFICE}${NAMED}${ASIDE} ${ALSO}${SAYING}(?: [^“”":]{1,60})?${INTRODUCES}`, 'gu'),
      new RegExp(`(?:[.;] |^\\p{L}[^“”"]{0,60}, )${NAMED}${INTRODUCED}`, 'gu'),
      new RegExp(`” [^“”]{0,60}\\b(?:and|but|while|as) ${NAMED}${INTRODUCED}`, 'gu'),
      new RegExp(`^According to ${OFFICE}${NAMED}${ASIDE}, “`, 'gu'),
    ],
  },
  {
    // `“…” — Karl Vane, mayor`
    sign: /”\s*[—–―-]/,
    patterns: [new RegExp(`”\\s*(?:—|–|--|―|-)\\s*${NAMED}(?=$|[.,] ?| \\()`, 'gu')],
  },
];

/** Without one of these no pattern fits. Most speech stands by itself. */
const TELLS_WHO = new RegExp(`\\b${SAYING}\\b|ccording to|”\\s*[—–―-]`);

/**
 * Who speaks in a sentence with direct speech, as the sentence names them: `“It is late,” Vane said.` gives
 * "Vane". The quotation marks are those of `markQuotations`. Undefined when nobody is named, when two are, or when
 * the words in quotation marks are no speech of their own (`Vane said the “red line” was crossed.`).
 */
export function findSpeaker(sentence: string): string | undefined {
  if (!TELLS_WHO.test(sentence)) return undefined;
  const speakers = new Set<string>();
  for (const { sign, patterns } of PLACES) {
    if (!sign.test(sentence)) continue;
    for (const [, name = ''] of patterns.flatMap((pattern) => everyMatch(sentence, pattern))) {
      if (isPersonName(name)) speakers.add(trimName(name));
    }
  }
  const [speaker] = speakers;
  return speakers.size === 1 ? speaker : undefined;
}

const TELLS = new RegExp(`^${OFFICE}${NAMED}${ASIDE} ${ALSO}${SAYING}\\b`, 'u');

/** Who says what a sentence tells without quoting it: `Vane said that he was tired.` Undefined when two are named. */
export function findTeller(sentence: string): string | undefined {
  const name = TELLS.exec(sentence)?.[1];
  if (!name || !isPersonName(name) || namesOthers(sentence, name)) return undefined;
  return trimName(name);
}

/** How a sentence calls a speaker whom it does not name. */
export type Pronoun = 'he' | 'she';

const HAS_PRONOUN = /\b(?:[Hh]e|[Ss]he)\b/;
const PRONOUNS: readonly RegExp[] = [
  new RegExp(`${CLOSED}\\s+(he|she) ${ALSO}${SAYING}\\b`, 'u'),
  new RegExp(`${CLOSED}\\s+${SAYING} (he|she)\\b`, 'u'),
  new RegExp(`^(He|She) ${ALSO}${SAYING}(?: [^“”":]{1,60})?[,:] ?“`, 'u'),
];

/** Whether "he" or "she" speaks in a sentence with direct speech: `“It is late,” he said.` */
export function findPronoun(sentence: string): Pronoun | undefined {
  if (!HAS_PRONOUN.test(sentence)) return undefined;
  const pronoun = PRONOUNS.map((pattern) => pattern.exec(sentence)?.[1]?.toLowerCase()).find(Boolean);
  return pronoun === 'he' || pronoun === 'she' ? pronoun : undefined;
}

const SIGNATURE = new RegExp(`^(?:—|–|--|―|-) ?${NAMED}(?=$|[.,] | \\()`, 'u');

/** The name on a line of its own below somebody's words: `— Karl Vane, mayor`. */
export function findSignature(line: string): string | undefined {
  const name = SIGNATURE.exec(line)?.[1];
  return name && isPersonName(name) ? trimName(name) : undefined;
}
