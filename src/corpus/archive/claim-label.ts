const LABEL =
  '(?:(?:the|false|viral|popular) )?(?:claims?|myths?|fiction|falsehoods?|false|fake|hoax(?:es)?|rumou?rs?' +
  '|misinformation|disinformation|misconceptions?|misleading|untrue|allegations?|lies?)' +
  String.raw`(?: (?:#|no\.? ?)?\d{1,3})?`;
const SAID = `what(?:['’]s| is| was| they| he| she| people)? (?:being )?(?:said|say|claimed|claim|shared)`;

const ALONE = new RegExp(String.raw`^\W{0,4}(?:${LABEL}|${SAID})\W{0,4}$`, 'iu');
const LEADS = new RegExp(String.raw`^\W{0,4}${LABEL}\s?(?::|–|—|- )\W{0,4}\p{Lu}`, 'iu');

/** Whether a line calls what stands below it somebody's claim, which the article does not share: "Myth", "Claim 3". */
export function isClaimLabel(line: string): boolean {
  return line.length <= 60 && ALONE.test(line.trim());
}

/** Whether a paragraph begins by saying so of itself: "Myth: The quay was sold." */
export function isLabelledClaim(paragraph: string): boolean {
  return LEADS.test(paragraph);
}
