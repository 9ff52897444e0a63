import { segment } from 'sentencex';
import { everyMatch } from './every-match.ts';
import { markQuotations } from './mark-quotations.ts';
import { ASIDE, NAME, OFFICE, SAYING } from './person-name.ts';
import type { Span } from './span.ts';

/**
 * The sentences of a paragraph, without the white space around them, as an editor would cut them: "U.S.",
 * "Nov. 5" and "Lt. Gen." do not end one, and a quotation of several sentences stays whole.
 */
export function splitSentences(paragraph: string): readonly Span[] {
  const cuts = findCuts(paragraph);
  const spans: Span[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1] ?? paragraph.length;
    const words = paragraph.slice(start, end);
    const trimmed = words.trim();
    if (trimmed === '') continue;
    const from = start + words.indexOf(trimmed);
    spans.push({ start: from, end: from + trimmed.length });
  }
  return spans;
}

/** Where sentences begin. A quotation is not cut, unless it goes on in the next paragraph. */
function findCuts(paragraph: string): readonly number[] {
  const cuts: number[] = [];
  let offset = 0;
  let before = '';
  for (const piece of segment('en', paragraph)) {
    const closed = offset + (STRAY_CLOSING.exec(piece)?.[0].length ?? 0);
    if (offset === 0 || (closed < paragraph.length && !goesOn(before, piece))) cuts.push(closed);
    for (const start of findHiddenStarts(piece)) cuts.push(offset + start);
    offset += piece.length;
    before = piece;
  }
  if (cuts.length <= 1) return cuts;
  const [first = 0, ...others] = cuts;
  const { quotations, isOpen } = markQuotations(paragraph);
  const whole = isOpen ? quotations.slice(0, -1) : quotations;
  let next = 0;
  return [
    first,
    ...others.filter((cut) => {
      while ((whole[next]?.end ?? Infinity) <= cut) next++;
      return (whole[next]?.start ?? Infinity) >= cut;
    }),
  ];
}

/** Marks that belong to the sentence before. */
const STRAY_CLOSING = /^[”’»)\]]+\s*/;

/** A sentence does not begin with a small letter or a comma: "Ash, R-Va." is not the end of one before ", voted". */
const CONTINUES = /^[\s"”’)\]]*(?:\p{Ll}|[,;]|$)/u;
/** "Approx. 500", "Fr. Ash", "on Tues. Nov. 5" */
const TITLES =
  'Approx|Fr|Pt|Pvt|Cpl|Rt|Hon|Messrs|Msgr|Supt|Insp|Det|Adm|Cmdr|Brig|Ald|Assn|Bldg|Cllr|Ave|Blvd';
const DAYS = 'Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun';
/** With the blanks around it, in UTF-16 units. */
const LONGEST_ABBREVIATION = 12;
const ABBREVIATED = new RegExp(String.raw`(?:^|\P{L})(?:${TITLES}|${DAYS})\.\s*$`, 'u');
/** “Is it over?” Vane asked. */
const ASKED = new RegExp(`^${OFFICE}(?:${NAME}${ASIDE} ${SAYING}|${SAYING} ${NAME})\\b`, 'u');
const ENDS_SPEECH = /[?!…—-]["”’»]\s*$/;
function goesOn(before: string, piece: string): boolean {
  return (
    CONTINUES.test(piece) ||
    (ABBREVIATED.test(before.slice(-LONGEST_ABBREVIATION)) && /^[\p{Lu}\d]/u.test(piece)) ||
    (ENDS_SPEECH.test(before.slice(-LONGEST_ABBREVIATION)) && ASKED.test(piece))
  );
}

/**
 * After a word such as "U.S." or "p.m." only the next word tells whether the sentence ended. These begin one
 * and hardly ever follow an abbreviation as part of a name.
 */
const STARTERS = `
  The An? It Its He She They We You I His Her Their Our This That These Those There But And Or In On At By For
  From After Before When While If As Since Later Meanwhile However Many Most Some Several Both Officials
  Neither No Not What Who How Why`;
const HIDDEN_START = new RegExp(
  String.raw`(?:[A-Za-z]\.[A-Za-z]\.|\bno\.|\betc\.)\s+(?=(?:${STARTERS.trim().split(/\s+/).join('|')}) )`,
  'g',
);

function findHiddenStarts(piece: string): readonly number[] {
  return everyMatch(piece, HIDDEN_START).map((match) => match.index + match[0].length);
}
