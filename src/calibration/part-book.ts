import type { Passage } from '../corpus/index.ts';
import { readCountries, readFigures, WORD_CLASS, wordClasses } from '../search/index.ts';
import { namesIn, speakerIn } from './names-in-text.ts';
import type { Named, QuestionPart } from './question-part.ts';

/** What a corpus tells of: what can stand in a question for something else. */
export interface PartBook {
  /** Where a question names something; of what overlaps, the longest. */
  partsOf(question: string): readonly QuestionPart[];
  /** What else of its sort the corpus tells of, in the order of its passages. */
  othersThan(named: Named): readonly Named[];
}

const YEAR = /\b(?:1[6-9]|20)\d\d\b/g;
const NUMBER = /^[$€£¥]?(\d[\d.,]*\d|\d)/;
/** Shorter words for roles are as often none: "the major powers", "in general". */
const SHORTEST_ROLE = 7;

/** Reads what passages tell of. */
export function readPartBook(passages: readonly Passage[]): PartBook {
  const byKey = new Map<string, Named>();
  const add = (named: Named) => {
    const key = `${named.kind} ${named.sort} ${named.forms[0]?.toLowerCase()}`;
    if (!byKey.has(key)) byKey.set(key, named);
  };
  const countries = readCountries().map(({ names }): Named => ({ kind: 'country', sort: '', forms: names }));
  const countryForms = new Set(countries.flatMap(({ forms }) => forms));
  const texts = passages.map(({ text, attribution, askedAs, asOf }) => {
    const speaker = speakerIn(attribution);
    if (speaker) add(speaker);
    return [text, attribution, asOf, ...askedAs].join('\n');
  });
  for (const text of texts) {
    for (const named of namesIn(text)) if (!named.forms.some((form) => countryForms.has(form))) add(named);
    for (const named of [...yearsIn(text), ...numbersIn(text).map(({ named: one }) => one), ...rolesIn(text)])
      add(named);
  }
  const all = searchable(texts.join('\n'));
  for (const country of countries) if (country.forms.some((form) => placeOf(all, form) >= 0)) add(country);
  const known = [...byKey.values()];
  const bySort = new Map<string, readonly Named[]>();
  for (const named of known) bySort.set(sortOf(named), [...(bySort.get(sortOf(named)) ?? []), named]);
  const plain = known.filter(({ kind }) => kind !== 'number');
  return {
    partsOf: (question) => longestOf([...findNamed(question, plain), ...numbersIn(question)]),
    othersThan: (named) => (bySort.get(sortOf(named)) ?? []).filter((other) => !areAlike(named, other)),
  };
}

const sortOf = ({ kind, sort }: Named) => `${kind} ${sort}`;

/** Whether two names may be of one: one holds the other. */
function areAlike(a: Named, b: Named): boolean {
  const holds = (one: string, other: string) => placeOf(searchable(one), other) >= 0;
  return a.forms.some((one) => b.forms.some((other) => holds(one, other) || holds(other, one)));
}

function yearsIn(text: string): readonly Named[] {
  return (text.match(YEAR) ?? []).map((year) => ({ kind: 'year', sort: '', forms: [year] }));
}

function rolesIn(text: string): readonly Named[] {
  const classOf = wordClasses();
  return (text.toLowerCase().match(/\p{L}+/gu) ?? [])
    .filter((word) => word.length >= SHORTEST_ROLE && (classOf(word) & WORD_CLASS.role) !== 0)
    .map((role) => ({ kind: 'role', sort: '', forms: [role] }));
}

/** Numbers in digits, by what they measure; dates are none. */
function numbersIn(text: string): readonly QuestionPart[] {
  return readFigures(text).flatMap(({ start, end, quantity }): readonly QuestionPart[] => {
    const number = NUMBER.exec(text.slice(start, end))?.[1];
    if (number === undefined) return [];
    const from = text.indexOf(number, start);
    const named: Named = { kind: 'number', sort: quantity, forms: [number] };
    return [{ named, form: 0, start: from, end: from + number.length }];
  });
}

/** A text with its letters made small once. */
interface Searchable {
  readonly text: string;
  readonly small: string;
}

const searchable = (text: string): Searchable => ({ text, small: text.toLowerCase() });

const LETTER_BEFORE = /[\p{L}\p{N}]$/u;
const LETTER_BEHIND = /^[\p{L}\p{N}]/u;

/** Offset of a name in a text, as words of their own and whatever its capitals; -1 where it is not. */
function placeOf({ text, small }: Searchable, name: string): number {
  // In small letters these are other words: "who" is no WHO.
  const isExact = name === name.toUpperCase() && !/\d/.test(name);
  const [where, what] = isExact ? [text, name] : [small, name.toLowerCase()];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const isWhole = !LETTER_BEFORE.test(where.slice(Math.max(0, at - 1), at));
    if (isWhole && !LETTER_BEHIND.test(where.slice(at + what.length, at + what.length + 1))) return at;
  }
  return -1;
}

function findNamed(question: string, known: readonly Named[]): readonly QuestionPart[] {
  const asked = searchable(question);
  return known.flatMap((named) =>
    named.forms.flatMap((text, form): readonly QuestionPart[] => {
      const start = placeOf(asked, text);
      return start < 0 ? [] : [{ named, form, start, end: start + text.length }];
    }),
  );
}

function longestOf(found: readonly QuestionPart[]): readonly QuestionPart[] {
  const taken: QuestionPart[] = [];
  for (const part of found.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (taken.every(({ start, end }) => part.end <= start || end <= part.start)) taken.push(part);
  return taken;
}
