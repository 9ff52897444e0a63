import { readByline } from './byline.ts';

/** The byline stands above the text, with a date and a standfirst at most. */
const LOOK = 3;
const LONGEST = 150;
const BY = /^By:? \p{Lu}[^.!?“”]*$/u;

/** The names of a line "By Ida Orr and Tom Ash" above the text of a page, and the text without that line. */
export function takeByline(
  text: string,
  publisher: string | undefined,
): { readonly by: string | undefined; readonly text: string } {
  const line = text.split(/\n+/, LOOK).find((one) => one.length <= LONGEST && BY.test(one));
  const by = line && readByline(line, publisher);
  return line && by ? { by, text: text.replace(line, '').trimStart() } : { by: undefined, text };
}

/**
 * Who wrote an article, by what its page says in several places, the surest first, and by what it shows its readers.
 * What is shown goes before what a system filled in, unless both name the same person.
 */
export function chooseByline(
  stated: readonly (string | undefined)[],
  shown: string | undefined,
  publisher: string | undefined,
): string | undefined {
  const known = stated.find((by) => by !== undefined && readByline(by, publisher) !== undefined);
  return shown === undefined || (known && sharesName(known, shown)) ? known : shown;
}

function sharesName(one: string, other: string): boolean {
  const words = new Set(namesIn(other));
  return namesIn(one).some((word) => words.has(word));
}

function namesIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}
