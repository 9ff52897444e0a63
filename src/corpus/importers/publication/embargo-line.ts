import { readEmbargo } from '../moments/read-moment.ts';

/** What a line of a text says about its own publication. */
export type EmbargoLine =
  /** ISO 8601 with a zone. */
  | { readonly kind: 'until'; readonly until: string }
  /** It may not be published, and until when is not said or not understood. */
  | { readonly kind: 'held' }
  /** It may be published at once. */
  | { readonly kind: 'free' };

const DAYS = 'mon|tue|wed|thu|fri|sat|sun|today|tonight|tomorrow|noon|midnight';
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** What a moment begins with: `00:01 GMT`, `Monday`, `the 24th`. */
const MOMENT = String.raw`(?:the )?(?:\d|(?:${DAYS}|${MONTHS})[a-z]{0,6}\b|further notice)`;
const UNTIL = String.raw`(?:untill?|till?|'til|before|prior to|ahead of|earlier than|up to)`;
const USE = '(?:publication|publishing|release|broadcast(?:ing)?|use|transmission|posting)';
const USED = '(?:published|released|broadcast|used|quoted|posted|shared|reported|printed|distributed)';
const DO_USE = '(?:publish|release|broadcast|use|quote|post|share|report|print|distribute|run|circulate)';
const END = String.raw`(?=\s*(?:$|[.:;,!–—]|-\s))`;

/** Orders to wait. An article about an embargo on arms or goods gives none. */
const HOLDS = [
  String.raw`(?:strict(?:ly)?|absolute|full|press|news|media|under(?: an?| the)?(?: strict| press| news| media)?) embargo(?:ed)?(?=\s*(?:$|[.:;!–—]|-\s)|,? ${MOMENT}| ${UNTIL}\b| for\b)`,
  String.raw`(?:news |press |media )?embargoed(?:(?=\s*(?:$|[:!]))|(?: for (?:media |press |public |general )?${USE})? (?:${UNTIL}|to|at|for|from|not for)(?= ${MOMENT}| ${USE}|$)| ${UNTIL}\b| for (?:media |press |public |general )?${USE}| (?=${MOMENT})|(?=\s*[–—,.-]+ ?(?:$|${MOMENT}|not |do not |strictly )))`,
  String.raw`embargo(?: (?:time|date|date and time|period))?(?:(?=\s*$)| ${UNTIL}\b|\s*[:–—-]\s*(?=${MOMENT}|${UNTIL}|strict|not |do not |hold|yes)| (?:lifts?|lifted|ends?|expires?|is)(?: at| on| from)? (?=${MOMENT})| (?=${MOMENT}))`,
  String.raw`(?:please )?hold (?:for (?=${MOMENT})|for (?:media |press |public )?${USE}|story\b|(?:back )?${UNTIL} (?=${MOMENT}|${USE}|embargo))`,
  String.raw`not (?:for|to be) (?:immediate |general |public |any )?(?:${USE}|${USED}|distribution|quotation)(?:,? or ${USE}|,? or ${USED})? (?:${UNTIL}|in any form)`,
  String.raw`(?:no (?:public )?${USE}|(?:may|must|can|should) ?not be ${USED}|do not ${DO_USE}(?: this| it)?) ${UNTIL}`,
  String.raw`for (?:general |media |press |public )?${USE} ?(?:on or after|after|from|on|at|not before|${UNTIL}|\s*:)? ?(?=${MOMENT})`,
  String.raw`release (?:date|time|date and time|on|at|embargo)?\s*:\s*(?=${MOMENT})`,
  String.raw`(?:publish|release|for use|use) (?:only )?(?:on or after|after|not before|no earlier than|not earlier than) (?=${MOMENT})`,
  String.raw`not (?:before|earlier than) (?=${MOMENT})`,
  String.raw`(?:this|the following|all|attached)(?: [\w-]+){1,4} (?:is|are|remains?) (?:strictly )?(?:embargoed|under (?:a |an )?(?:strict )?embargo)\b(?! (?:by|since)\b)`,
  String.raw`(?:press |news |media )?(?:release|statement|report|story|content|copy|announcement|text|material) (?:strictly )?(?:embargoed|under embargo) (?:${UNTIL}|for)\b`,
];
/** Orders that stand alone: only where a line begins. */
const ALONE = [
  String.raw`(?:draft\W{1,4})?not (?:yet )?for (?:publication|release|broadcast|use|transmission)${END}`,
  String.raw`do not (?:publish|release|broadcast|print)${END}`,
  String.raw`hold for (?:release|publication)`,
];
const FREES = [
  String.raw`for (?:immediate|instant) ${USE}`,
  String.raw`for ${USE}\s*:?\s*(?:immediate(?:ly)?|now|at will|(?:up)?on receipt)`,
  String.raw`(?:the )?embargo (?:(?:has been|is|was|now) )?(?:lifted|off|over|ended|removed|expired)(?! (?:at |on |from )?${MOMENT})`,
  String.raw`no embargo${END}`,
  String.raw`embargo\s*:\s*(?:none|no|n/a|lifted|immediate)\b`,
  String.raw`(?:not |no longer )(?:under embargo|embargoed)`,
];

/** Where an order may begin: with the line, or behind `PRESS RELEASE –`, `(`, `|`. */
const SOMEWHERE = String.raw`(?:^|[|:;.(\[/–—*]\s*|-\s+)`;
const HOLD = new RegExp(`${SOMEWHERE}(?:${HOLDS.join('|')})`, 'i');
const HOLD_ALONE = new RegExp(`^(?:${ALONE.join('|')})`, 'i');
const FREE = new RegExp(`${SOMEWHERE}(?:${FREES.join('|')})`, 'i');
/** In capitals it is an order wherever it stands in a line. */
const SHOUTED =
  /\b(?:EMBARGOED|EMBARG\w* UNT\w*|UNDER (?:STRICT )?EMBARGO|STRICT(?:LY)? EMBARGO(?:ED)?|HOLD FOR RELEASE|NOT FOR (?:RELEASE|PUBLICATION) (?:UNTIL|BEFORE|PRIOR TO))\b|^\W*EMBARGO(?=\s*[:–—-]|\s*$| UNTIL| TILL)/;
/** Most lines have none of these words, and need no further look. */
const SIGNS = /embargo|hold|not|for|release|publish|no /i;

/** E M B A R G O */
const SPACED = /(?<!\p{L})(?:\p{Lu} ){3,40}\p{Lu}(?!\p{L})/gu;

/** Of a line that is longer, the beginning tells. */
const LONGEST = 300;
const MARKS = /^[\s*_#>~`“"'‘([{=+•!–—-]+|[\s*_#~`”"'’)\]}=+!–—-]+$/g;
const CONNECTORS =
  /^(?:(?:untill?|till?|before|prior to|ahead of|earlier than|to|for|from|after|on or after|on|at|not|no|strictly|lifts?|lifted|ends?|expires?|is|in any form|(?:media |press |public |general )?(?:publication|release|broadcast|use|transmission))\b|[\s:,.!–—]|-(?=\s))+/i;

/**
 * What a line orders about the publication of the text it stands above; undefined for every other line, such as one
 * that tells of an embargo on arms.
 * @param timezone The zone of a moment that names none.
 */
export function readEmbargoLine(line: string, timezone?: string): EmbargoLine | undefined {
  const plain = plainly(line.slice(0, LONGEST));
  if (!SIGNS.test(plain)) return undefined;
  const order = HOLD.exec(plain) ?? HOLD_ALONE.exec(plain) ?? SHOUTED.exec(plain);
  const free = FREE.exec(plain);
  if (free && (!order || isWithin(order, free))) return { kind: 'free' };
  if (!order) return undefined;
  const rest = plain.slice(order.index + order[0].length).replace(CONNECTORS, '');
  const until = readEmbargo(rest.replace(/[\s.!*)\]]+$/, ''), timezone);
  return until && line.length <= LONGEST ? { kind: 'until', until } : { kind: 'held' };
}

/** Without the signs around a line, and without what makes letters look otherwise. */
function plainly(line: string): string {
  const letters = line.normalize('NFKC').replace(/\p{Cf}/gu, '').replace(/\s+/g, ' ').replace(MARKS, '');
  return letters.replace(SPACED, (word) => word.replaceAll(' ', ''));
}

/** "NOT UNDER EMBARGO" holds an order that it denies. */
function isWithin(inner: RegExpExecArray, outer: RegExpExecArray): boolean {
  return inner.index >= outer.index && inner.index + inner[0].length <= outer.index + outer[0].length;
}
