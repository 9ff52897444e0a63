const THING =
  '(?:article|story|report|post|page|item|piece|release|statement|dispatch|interview|review|column)';
const TAKEN = '(?:retracted|withdrawn|taken down|removed|deleted|killed|spiked|unpublished|recalled)';

const THIS = '(?:this|the (?:above|following))';
/** Behind a word that stands for the whole order. */
const STOP = String.raw`\s*(?:$|[:\]–—]|-\s)`;

/** How a line begins that takes back the text it stands above, or says that it is not ready. */
const IN_WORDS: readonly string[] = [
  // Mandatory kill: …, Retraction: …, Withdrawn – …
  `(?:(?:mandatory |story )?kill|retract(?:ed|ion)|withdrawn|(?:story|article) ${TAKEN})${STOP}`,
  // This article has been retracted …, The story above was withdrawn.
  String.raw`(?:editor['’]s note: )?${THIS} (?:\w+ )?${THING}(?: above| below)? (?:has been|was|is(?: being)?) ` +
    String.raw`${TAKEN}\b(?! (?:from|by) (?!(?:our|the|this) (?:web)?site))`,
  // We have withdrawn this article …
  `(?:we|the editors|the publisher) (?:have |has )?${TAKEN} this ${THING}`,
  // Please kill this story …
  '(?:editors[:,]? )?(?:please )?(?:kill|disregard|withdraw|retract|spike|do not (?:use|run|publish)) ' +
    String.raw`(?:this|the) (?:\w+ )?${THING}`,
];
/** In capitals only: "Draft" and "Kill" begin sentences, too. */
const IN_CAPITALS: readonly string[] = [
  String.raw`(?:(?:INTERNAL|ROUGH|WORKING|FIRST|SECOND|FINAL) )?DRAFT\s*(?:$|[:\]|–—]|-\s|[Vv]?\d)`,
  String.raw`(?:SPIKED|WITHDRAWN|RETRACTED|KILL(?:ED)?|UNPUBLISHED|TAKEN DOWN)\s*(?:$|[:.!\]|–—]|-\s)`,
  'KILL[.!] ',
];
const BEGIN = String.raw`^[^\p{L}\p{N}]{0,6}`;
const ANY_CASE = new RegExp(`${BEGIN}(?:${IN_WORDS.join('|')})`, 'iu');
const CAPITALS = new RegExp(`${BEGIN}(?:${IN_CAPITALS.join('|')})`, 'u');

/** Whether a line says of the text it stands above that it was taken back, or that it is a draft. */
export function isWithdrawalLine(line: string): boolean {
  return ANY_CASE.test(line) || CAPITALS.test(line);
}
