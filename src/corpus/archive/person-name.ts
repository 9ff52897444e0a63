/** An expression for any of some words, apart by white space. */
export function anyOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`;
}

export const NAME_PART = String.raw`\p{Lu}[\p{L}\p{M}'’-]*\.?`;
const PARTICLE = '(?:de|da|del|della|di|du|la|le|van|von|der|den|bin|al|el|of|the)';
/** Two to seven capitalised words, or one: "Austin", "Lt. Gen. Mark Vane", "Ursula von der Leyen". */
export const NAME = `${NAME_PART}(?: (?:${PARTICLE} ){0,2}${NAME_PART}){0,6}`;

/** Small words that belong to no title: what stands before "to the mayor" is not the mayor's office. */
export const FUNCTION_WORD = anyOf(`
  a an the to of for by with about against from in on at into as than that which who whom whose and or but if when
  while where after before during since until over under through between among via not no
  yesterday today tonight tomorrow later earlier recently repeatedly again then also only just still
  he she it they we you i his her its their our my this these those last next`);

/** "union leader", "the council member", "Nordwire chief executive", "the mayor,": never "to the mayor". */
const OFFICE_WORD = String.raw`(?!(?:${FUNCTION_WORD}|${PARTICLE}) )\p{Ll}[\p{L}-]*`;
/** What stands before a name and is written small. */
export const OFFICE = `(?:(?:the )?(?:${NAME_PART} ){0,4}(?:${OFFICE_WORD} ){0,3}${OFFICE_WORD},? )?`;

/** "Vane, 45, said", "Vane, who leads the agency, said". */
export const ASIDE = '(?:, [^“”",]{1,80}(?:, [^“”",]{1,40})?,)?';

/** Verbs that tell of speech. */
export const SAYING = anyOf(`
  said says told tells added adds asked asks wrote writes replied replies explained explains noted notes warned
  warns argued argues insisted insists declared announced recalled recalls continued continues testified stated
  acknowledged admitted admits claimed claims concluded tweeted posted stressed emphasised emphasized remarked
  observed commented responded retorted quipped joked vowed promised pledged urged agreed confirmed complained
  cautioned lamented`);

const DAY_OR_MONTH = anyOf(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  January February March April May June July August September October November December
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec`);

/** Capitalised at the beginning of a clause, and no persons. */
const NO_NAME = new RegExp(
  `^${anyOf(`
  He She They It We I You One Who The A An This That These Those Some Many Most Others Another Both All None
  Nobody Everybody Officials Police Residents Witnesses But And Yet So In On At As When While Then Now There Here
  After Before For From With By If To Not No His Her Their Its Our My What Why How Where Asked Since Until`)}(?: |$)`,
);

const ONLY_DAY = new RegExp(`^${DAY_OR_MONTH}\\.?$`);

/** Whether a run of capitalised words can be the name of a person, and is not the name of a thing's owner. */
export function isPersonName(name: string): boolean {
  return !NO_NAME.test(name) && !ONLY_DAY.test(name) && !/['’]s?$/.test(name);
}

const TRAILING_DAY = new RegExp(` ${DAY_OR_MONTH}\\.?$`);

/** "Vane Monday" is Vane, and so is "Vane." at the end of a sentence; "Orr Jr." stays. */
export function trimName(name: string): string {
  return name.replace(TRAILING_DAY, '').replace(/(?<! Jr| Sr)\.$/, '');
}
