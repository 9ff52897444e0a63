/** An expression for any of some words, apart by white space. */
function anyOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`;
}

const NAME_PART = String.raw`\p{Lu}[\p{L}\p{M}'’-]*\.?`;
const PARTICLE = '(?:de|da|del|della|di|du|la|le|van|von|der|den|bin|al|el|of|the)';
/** Two to seven capitalised words, or one: "Austin", "Lt. Gen. Mark Vane", "Ursula von der Leyen". */
const NAME = `(${NAME_PART}(?: (?:${PARTICLE} ){0,2}${NAME_PART}){0,6})`;
const VERB = anyOf(`
  said says told tells added adds asked asks wrote writes replied explained noted warned argued insisted
  declared announced recalled continued testified stated acknowledged admitted claimed concluded tweeted`);
/** What comes between the verb and a name, and is written small: "said chief executive Mark Vane". */
const ROLE = anyOf(`
  executive officer director manager chairman chairwoman chair president minister secretary ambassador envoy
  spokesman spokeswoman spokesperson mayor governor senator member councillor leader chief head commander
  general captain coach analyst economist professor researcher scientist historian author editor lawyer
  prosecutor judge doctor founder owner resident farmer`);
/** "union leader", "the council member", "Nordwire chief executive": never "to the mayor". */
const OFFICE_WORD = String.raw`(?!(?:to|of|for|by|with|about|against|from|an?) )\p{Ll}[\p{L}-]*`;
const OFFICE = `(?:(?:the )?(?:${NAME_PART} ){0,4}(?:${OFFICE_WORD} ){0,2}${ROLE} )?`;
/** "Vane, 45, said", "Vane, who leads the agency, said". */
const ASIDE = '(?:, [^“”",]{1,80}(?:, [^“”",]{1,40})?,)?';

const AFTERWARDS = [
  new RegExp(`[,?!.…—-]["”]\\s+${OFFICE}${NAME}${ASIDE} ${VERB}\\b`, 'u'),
  new RegExp(`[,?!.…—-]["”]\\s+${VERB} ${OFFICE}${NAME}`, 'u'),
];
const BEFOREHAND = [
  new RegExp(`^${NAME}${ASIDE} ${VERB}(?: [^“”":]{1,60})?[,:] ?["“]`, 'u'),
  new RegExp(`(?:[.;] |^\\p{L}[^“”"]{0,60}, )${NAME}${ASIDE} ${VERB}(?: [^“”":]{1,60})?[,:] ?["“]`, 'u'),
];

/** Capitalised at the beginning of a clause, but no names. */
const NO_NAME = new RegExp(
  `^${anyOf(`
  He She They It We I You One Who The A An This That These Those Some Many Others Another Officials Police But
  And Yet So In On At As When While Then His Her Their`)}$`,
);

/**
 * Who speaks in a sentence with direct speech, as the sentence names them: `“It is late,” Vane said.` gives
 * "Vane". Undefined when nobody is named, or the words in quotation marks are no speech of their own
 * (`Vane said the “red line” was crossed.`): then the article is to be named, not a speaker.
 */
export function findSpeaker(sentence: string): string | undefined {
  if (!/["“]/.test(sentence)) return undefined;
  for (const pattern of [...AFTERWARDS, ...BEFOREHAND]) {
    const name = pattern.exec(sentence)?.[1];
    if (name && !NO_NAME.test(name.split(' ')[0] ?? '')) return name.replace(/['’]s$|(?<! Jr| Sr)\.$/, '');
  }
  return undefined;
}
