const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Ids travel in button values and citations; a longer heading is a sentence, not an id. */
const LONGEST_ID = 100;

/** Whether a heading is the id of a fact: small letters and digits, with hyphens between them. */
export function isFactId(heading: string): boolean {
  return heading.length <= LONGEST_ID && ID.test(heading);
}
