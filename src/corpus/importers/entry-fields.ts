import { listAt } from './json-value.ts';
import type { Field } from './publication/read-item-state.ts';
import { stateFieldKind } from './publication/state-fields.ts';

/** The beginning of an element, and its attributes. */
const OPENING = /<([A-Za-z][\w.:-]{0,80})(?![\w.:-])([^<>]*)>/g;
const ATTRIBUTE = /(?<![\w:.-])([\w:.-]{1,80})\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)')/g;
/** A state is a word or a moment. */
const LONGEST_VALUE = 300;

/**
 * The fields of an entry of a feed that may say whether it may be shown, in whatever namespace: the parser of feeds
 * gives what it knows, and an embargo that it does not know must not be lost.
 */
export function entryFields(xml: string): readonly Field[] {
  const kinds = new Map<string, boolean>();
  const isState = (name: string) => {
    const known = kinds.get(name) ?? stateFieldKind(name) !== undefined;
    kinds.set(name, known);
    return known;
  };
  return [...xml.matchAll(OPENING)].flatMap(({ index, 0: tag, 1: name = '', 2: attributes = '' }) => {
    if (!isState(name) && !PERIOD.test(name)) return [];
    const begin = index + tag.length;
    const end = tag.endsWith('/>') ? begin : xml.indexOf('</', begin);
    const words = end === -1 ? '' : wordsBetween(xml.slice(begin, Math.min(end, begin + LONGEST_VALUE)));
    return PERIOD.test(name) ? readPeriod(words) : [[name, words || attributesIn(attributes)]];
  });
}

/** Of Dublin Core: "start=2036-05-14T09:00Z; end=2036-06-01; scheme=W3C-DTF". */
const PERIOD = /:(?:valid|available)$/;

function readPeriod(text: string): readonly Field[] {
  const parts = new Map(
    text.split(';').map((part) => [part.split('=', 1)[0]?.trim(), part.replace(/^[^=]*=/, '')]),
  );
  return [
    ['validFrom', parts.get('start')],
    ['validTo', parts.get('end')],
  ];
}

function wordsBetween(xml: string): string {
  return xml.replace(/<!\[CDATA\[|\]\]>|<[^<>]*>/g, ' ').trim();
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [name, double ?? single ?? '']),
  );
}

/** The same of the items of a JSON Feed, by their number. */
export function jsonFeedFields(text: string): readonly (readonly Field[])[] {
  return listAt(JSON.parse(text), 'items').map((item) =>
    typeof item === 'object' && item !== null ? Object.entries(item).flatMap(extensionFields) : [],
  );
}

/** `_halm: { draft: true }` is how JSON Feed is extended. */
function extensionFields([name, value]: Field): readonly Field[] {
  const isExtension =
    name.startsWith('_') && typeof value === 'object' && value !== null && !Array.isArray(value);
  return isExtension ? Object.entries(value) : [[name, value]];
}
