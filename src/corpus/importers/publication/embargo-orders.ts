import { MONTHS } from '../moments/month-names.ts';

const DAYS = 'mon|tue|wed|thu|fri|sat|sun|today|tonight|tomorrow|noon|midnight';
/** What a moment begins with: `00:01 GMT`, `Monday`, `the 24th`. */
const MOMENT = String.raw`(?:the )?(?:\d|(?:${DAYS}|${MONTHS.join('|')})[a-z]{0,6}\b|further notice)`;
const UNTIL = `(?:untill?|till?|'til|before|prior to|ahead of|earlier than|up to)`;
const USE = '(?:publication|publishing|release|broadcast(?:ing)?|use|transmission|posting)';
const USED = '(?:published|released|broadcast|used|quoted|posted|shared|reported|printed|distributed)';
const DO_USE = '(?:publish|release|broadcast|use|quote|post|share|report|print|distribute|run|circulate)';

const KINDS = '(?:media |press |public |general )?';
/** Behind a word that stands for the whole order: nothing, a sign, a moment, or how it goes on. */
const STOP = String.raw`\s*(?:$|[.:;!–—]|-\s)`;
const AFTER = String.raw`${STOP}|,? ${MOMENT}| ${UNTIL}\b| for\b`;
const WHEN = '(?: (?:time|date|date and time|period))?';
const THIS = String.raw`(?:this|the following|all|attached)(?: [\w-]+){1,4} (?:is|are|remains?)`;
const THINGS = '(?:release|statement|report|story|content|copy|announcement|text|material)';
const BE_USED = `(?:${USE}|${USED})`;

/** Orders to wait. An article about an embargo on arms or goods gives none. */
const HOLDS = [
  // Strictly embargoed: … Under embargo until …
  `(?:strict(?:ly)?|absolute|full|press|news|media) embargo(?:ed)?(?=${AFTER})`,
  `under(?: an?| the)?(?: strict| ${KINDS})? ?embargo(?=${AFTER})`,
  // Embargoed until … Embargoed for release at … Embargoed, 1 December
  String.raw`embargoed(?=\s*(?:$|[:!])| ${UNTIL}\b| for ${KINDS}${USE}| (?:(?:to|at|for|from|not for) )?${MOMENT})`,
  String.raw`embargoed(?=\s*[–—,.-]+ ?(?:$|${MOMENT}|not |do not |strictly ))`,
  // Embargo: … Embargo lifts at … Embargo date: …
  String.raw`embargo${WHEN}(?=\s*$| ${UNTIL} (?!now\b)| ${MOMENT})`,
  String.raw`embargo${WHEN}\s*[:–—-]\s*(?=${MOMENT}|${UNTIL}|strict|not |do not |hold|yes)`,
  `embargo (?:lifts?|lifted|ends?|expires?|is)(?: at| on| from)? (?=${MOMENT})`,
  String.raw`hold for (?:legal|lawyers|clearance|approval)\b`,
  String.raw`hold (?:for (?=${MOMENT})|for ${KINDS}${USE}|story\b|(?:back )?${UNTIL} (?=${MOMENT}|${USE}|embargo))`,
  // Not for publication before … Not to be used until …
  `not (?:for|to be) ${KINDS}(?:${BE_USED}|distribution|quotation)(?:,? or ${BE_USED})? ${UNTIL}`,
  `(?:no (?:public )?${USE}|(?:may|must|can|should) ?not be ${USED}|do not ${DO_USE}(?: this| it)?) ${UNTIL}`,
  // For release on 1 December, Release time: 6 pm, Publish after …
  `for ${KINDS}${USE} ?(?:on or after|after|from|on|at|not before|${UNTIL}|:)? ?(?=${MOMENT})`,
  String.raw`release (?:date|time|date and time|on|at|embargo)?\s*:\s*(?=${MOMENT})`,
  `(?:publish|release|(?:for )?use) (?:only )?(?:(?:on or )?after|not before|not? earlier than) (?=${MOMENT})`,
  `not (?:before|earlier than) (?=${MOMENT})`,
  // Sperrfrist: … Confidential until delivery
  String.raw`sperrfrist\b`,
  `(?:strictly )?(?:private and )?confidential ${UNTIL}`,
  // This story is embargoed …, Report embargoed until …
  String.raw`${THIS} (?:strictly )?embargoed\b(?! (?:by|since)\b)`,
  String.raw`${THIS} under (?:an? )?(?:strict )?embargo\b`,
  String.raw`${THINGS} (?:strictly )?(?:embargoed|under embargo) (?:${UNTIL}|for)\b`,
];
/** Orders that stand alone: only where a line begins. */
const ALONE = [
  String.raw`(?:draft\W{1,4})?not (?:yet )?for (?:publication|release|broadcast|use|transmission)(?=${STOP}|,)`,
  `do not (?:publish|release|broadcast|print|run)(?=${STOP}|,)`,
  `legal hold(?=${STOP}|,)`,
  'hold for (?:release|publication)',
];
const FREES = [
  `for (?:immediate|instant) ${USE}`,
  String.raw`for ${USE}\s{0,3}:?\s{0,3}(?:immediate(?:ly)?|now|at will|(?:up)?on receipt)`,
  `embargo (?:(?:has been|is|was|now) )?(?:lifted|off|over|ended|removed|expired)(?! (?:at |on |from )?${MOMENT})`,
  `no embargo(?=${STOP}|,)`,
  String.raw`embargo\s*:\s*(?:none|no|n/a|lifted|immediate)\b`,
  '(?:not |no longer )(?:under embargo|embargoed)',
];

/** Where an order may begin: with the line, or behind `PRESS RELEASE –`, `(`, `|`. */
const SOMEWHERE = String.raw`(?:^|[|:;.(\[/–—*]\s*|-\s+)(?:please |press |news |media |the )?`;
/** An order to wait. */
export const HOLD = new RegExp(`${SOMEWHERE}(?:${HOLDS.join('|')})`, 'i');
/** An order that needs no moment. */
export const HOLD_ALONE = new RegExp(`^(?:${ALONE.join('|')})`, 'i');
/** The word that there is nothing to wait for. */
export const FREE = new RegExp(`${SOMEWHERE}(?:${FREES.join('|')})`, 'i');
/** In capitals it is an order wherever it stands in a line. */
export const SHOUTED = new RegExp(
  [
    String.raw`\b(?:EMBARGOED|EMBARG\w* UNT\w*|(?:UNDER|STRICT(?:LY)?)(?: STRICT)? EMBARGO|HOLD FOR RELEASE)\b`,
    String.raw`\b(?:LEGAL HOLD|OFF THE RECORD|NOT FOR ATTRIBUTION)\b`,
    String.raw`^\W*EMBARGO(?=\s*[:–—-]|\s*$)`,
  ].join('|'),
);
/** Most lines have none of these words, and need no further look. */
export const SIGNS = new RegExp(
  [
    String.raw`embarg|sperrfrist|confidential|off the record|\b(?:hold|do not|publish|releas)`,
    String.raw`\bnot (?:for|to be|yet|before|be|earlier)\b|\bno (?:publi|release|use|broadcast)`,
    String.raw`\bfor (?:general|media|press|public|immediate|instant|broadcast|use|transmission|posting)`,
  ].join('|'),
  'i',
);
const CONNECTOR_WORDS = [
  ...[UNTIL, 'to', 'for', 'from', '(?:on or )?after', 'on', 'at', 'not', 'no', 'strictly', 'is'],
  ...['lifts?', 'lifted', 'ends?', 'expires?', `${KINDS}${USE}`],
];
/** What stands between an order and its moment. */
export const CONNECTORS = new RegExp(`^(?:(?:${CONNECTOR_WORDS.join('|')})\\b|[\\s:,.!–—]|-(?=\\s))+`, 'i');
