import { cleanLine } from '../clean-text.ts';
import { isNoDate, readEmbargo, readExpiry } from '../moments/read-moment.ts';
import { type Field, showValue, textsOfValue } from './field-values.ts';
import { type StateFieldKind, stateFieldKind, zoneInName } from './state-fields.ts';
import { readFlag, readStateWord, type StateWord, type Status } from './state-words.ts';

/** Whether an article may be shown, and from when until when. */
export interface PublicationState {
  readonly pubStatus: Status;
  /** ISO 8601 with a zone. */
  readonly embargoedUntil: string | undefined;
  readonly expires: string | undefined;
  /** What says something of the state that was not understood: the article is withheld for it. */
  readonly doubts: readonly string[];
}

/** What one text of one field says. */
type Finding =
  | { readonly says: StateWord }
  | { readonly until: string }
  | { readonly expires: string }
  | { readonly doubt: true }
  | { readonly code: true };

type TextReader = (text: string, timezone: string | undefined) => Finding | undefined;

const DOUBT: Finding = { doubt: true };

/** What each kind of field says by one of its texts; undefined when it holds nothing back. */
const READERS: Readonly<Record<Exclude<StateFieldKind, 'container'>, TextReader>> = {
  state: (text) => says(readStateWord(text)),
  held: (text) => says(ifFlag(text, 'withheld', undefined), readNothing(text)),
  canceled: (text) =>
    says(
      ifFlag(text, 'canceled', undefined) ?? (readEmbargo(text) ? 'canceled' : undefined),
      readNothing(text),
    ),
  shown: (text, timezone) => {
    const word = ifFlag(text, 'usable', 'withheld') ?? readStateWord(text);
    return says(word, readNothing(text) || readEmbargo(text, timezone) !== undefined);
  },
  release: (text, timezone) => {
    const word = ifFlag(text, 'usable', 'withheld');
    return word ? { says: word } : readEmbargoText(text, timezone);
  },
  embargo: readEmbargoText,
  expiry: (text, timezone) => {
    const expires = readExpiry(text, timezone);
    if (expires && !isNoDate(text)) return { expires };
    return says(undefined, readNothing(text) || /^never$/i.test(text));
  },
  password: () => ({ says: 'withheld' }),
  reason: (text) => (readNothing(text) ? undefined : { says: 'timed' }),
  code: () => ({ code: true }),
  // Wires have notices of their own for everything; only some are about the state.
  signal: (text) => {
    const word = readStateWord(text);
    if (word) return word === 'usable' ? undefined : { says: word };
    return stateFieldKind(text.replace(/^.*[:/#]/, '')) ? DOUBT : undefined;
  },
  unknown: (text) => (readNothing(text) ? undefined : DOUBT),
};

/**
 * Reads the state of an article from its fields; those that have nothing to do with it are passed over. Unknown never
 * publishes: a field that is named like a state or an embargo and says what is not understood withholds the article.
 * @param timezone The zone of moments that name none.
 */
export function readPublicationState(fields: Iterable<Field>, timezone?: string): PublicationState {
  const findings = [...fields].flatMap(([name, value]) => {
    const kind = stateFieldKind(name);
    return kind ? readField(name, value, kind, timezone) : [];
  });
  const until = findings
    .flatMap(({ finding }) => ('until' in finding ? [finding.until] : []))
    .sort(byInstant);
  const expires = findings
    .flatMap(({ finding }) => ('expires' in finding ? [finding.expires] : []))
    .sort(byInstant);
  const words = findings.flatMap(({ finding }) => ('says' in finding ? [finding.says] : []));
  const doubts = findings
    .filter(({ finding }) => 'doubt' in finding || ('code' in finding && words.length === 0))
    .map(describeField);
  const isHeld = words.includes('withheld') || (words.includes('timed') && until.length === 0);
  const held = isHeld || doubts.length > 0 ? 'withheld' : 'usable';
  return {
    pubStatus: words.includes('canceled') ? 'canceled' : held,
    embargoedUntil: until.at(-1),
    expires: expires[0],
    doubts: [...new Set(doubts)],
  };
}

interface FieldFinding {
  readonly name: string;
  readonly value: unknown;
  readonly finding: Finding;
}

function readField(
  name: string,
  value: unknown,
  kind: StateFieldKind,
  timezone?: string,
): readonly FieldFinding[] {
  if (kind === 'container') return readContainer(value, timezone);
  const texts = textsOfValue(value);
  if (texts === undefined) return [{ name, value, finding: DOUBT }];
  const zone = zoneInName(name) ?? timezone;
  return texts.flatMap((text) => {
    const finding = READERS[kind](text, zone);
    return finding ? [{ name, value, finding }] : [];
  });
}

/** As a person would recognise it. */
function describeField({ name, value }: FieldFinding): string {
  return `${cleanLine(name).slice(0, 40)} "${cleanLine(showValue(value)).slice(0, 60)}"`;
}

function readContainer(value: unknown, timezone: string | undefined): readonly FieldFinding[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const kind = stateFieldKind(name);
    return kind && kind !== 'container' ? readField(name, inner, kind, timezone) : [];
  });
}

/** "Until 6 pm …" in a field that says so itself. */
const LEAD = /^(?:(?:embargo(?:ed)?|until|till|not before|hold until|after|from)\b[\s:]*)+/i;

function readEmbargoText(text: string, timezone: string | undefined): Finding | undefined {
  if (readNothing(text) || /^(?:lifted|embargo lifted|immediate(?:ly)?)$/i.test(text)) return undefined;
  const until = readEmbargo(text.replace(LEAD, '') || text, timezone);
  if (until) return { until };
  const word = ifFlag(text, 'timed', undefined) ?? readStateWord(text);
  return word === 'usable' ? undefined : says(word);
}

function says(word: StateWord | undefined, isNothing = false): Finding | undefined {
  if (word) return { says: word };
  return isNothing ? undefined : DOUBT;
}

function ifFlag(text: string, yes: StateWord | undefined, no: StateWord | undefined): StateWord | undefined {
  const flag = readFlag(text);
  return flag === undefined ? undefined : flag ? yes : no;
}

/** Whether a text says no, or that there is nothing to say. */
function readNothing(text: string): boolean {
  return readFlag(text) === false || isNoDate(text);
}

function byInstant(one: string, other: string): number {
  return Date.parse(one) - Date.parse(other);
}
