import { readEmbargoLine } from './embargo-line.ts';
import { type PublicationState, readPublicationState } from './publication-state.ts';
import { stateFieldKind } from './state-fields.ts';
import { isWithdrawalLine } from './withdrawal-line.ts';

/** Lines of a text among which orders about its publication are looked for. */
const HEAD_LINES = 12;
/** Below them, only what is an order in capitals counts. */
const ORDER_BELOW = new RegExp(
  String.raw`^[^\p{L}\p{N}\n]{0,6}(?:(?:STRICT(?:LY)? |UNDER )?(?:EMBARGO|HOLD FOR RELEASE|NOT FOR PUBLICATION)|` +
    String.raw`This (?:\w+ ){1,3}is (?:strictly )?(?:embargoed|under embargo)\b)`,
  'u',
);

/** What the words of an article say about its publication. */
export interface TextNotices {
  /** The moments (ISO 8601) until which it is to be held. */
  readonly until: readonly string[];
  /** Lines that hold it back and tell no moment that can be read, or take it back. */
  readonly held: readonly string[];
  /** What "Status: draft" and its like say. */
  readonly states: readonly PublicationState[];
}

/**
 * Reads the orders that stand in the words of an article: at the head of each text, such as `EMBARGOED UNTIL …`, and
 * in capitals further below.
 * @param timezone The zone of moments that name none.
 */
export function readTextNotices(texts: readonly (string | undefined)[], timezone?: string): TextNotices {
  const lines = texts.flatMap((text = '') => linesToRead(text));
  const orders = lines.map((line) => ({ line, order: readEmbargoLine(line, timezone) }));
  return {
    until: orders.flatMap(({ order }) => (order?.kind === 'until' ? [order.until] : [])),
    held: [
      ...new Set(
        orders.flatMap(({ line, order }) => (order?.kind === 'held' || isWithdrawalLine(line) ? [line] : [])),
      ),
    ],
    states: lines.flatMap((line) => readNamedState(line, timezone) ?? []),
  };
}

/** A text without the lines of its head that say when it may be published, and nothing else. */
export function withoutNotices(text: string): string {
  let seen = 0;
  return text
    .split('\n')
    .filter((line) => {
      if (line.trim() !== '') seen += 1;
      return seen > HEAD_LINES || readEmbargoLine(line)?.kind !== 'until';
    })
    .join('\n')
    .trim();
}

/** Most texts hold no such word, and need not be cut into lines. */
const ORDER_WORDS =
  /EMBARGO|HOLD FOR RELEASE|NOT FOR PUBLICATION|is (?:strictly )?(?:embargoed|under embargo)/;

function linesToRead(text: string): readonly string[] {
  const head: string[] = [];
  let at = 0;
  while (at < text.length && head.length < HEAD_LINES) {
    const found = text.indexOf('\n', at);
    const end = found === -1 ? text.length : found;
    head.push(
      ...text
        .slice(at, end)
        .split(/[\r\u2028\u2029]/)
        .filter((line) => line.trim() !== ''),
    );
    at = end + 1;
  }
  const below = text.slice(at);
  return ORDER_WORDS.test(below)
    ? [...head, ...below.split(/[\n\r\u2028\u2029]/).filter((line) => ORDER_BELOW.test(line))]
    : head;
}

const NAMED = /^[\s*_#>-]{0,10}([\p{L}][\p{L} _-]{1,30}?)[*_ ]{0,3}[:：][*_ ]{0,3}(\S.{0,80})$/u;
const LONGEST_NAMED = 150;
/** These mean nothing else wherever they stand. */
const PLAIN_NAME = /embargo|^(?:pub(?:lication|lishing)? ?)?status$|hold until/i;

/** `Status: draft`. "Killed: 12" and "Release: an album" are words of an article. */
function readNamedState(line: string, timezone: string | undefined): PublicationState | undefined {
  if (line.length > LONGEST_NAMED) return undefined;
  const [, name = '', value = ''] = NAMED.exec(line.trim()) ?? [];
  const kind = stateFieldKind(name);
  if (kind !== 'state' && kind !== 'held' && kind !== 'embargo' && kind !== 'expiry') return undefined;
  const state = readPublicationState([[name, value.replace(/[*_\s]{1,40}$/, '')]], timezone);
  return state.doubts.length === 0 || PLAIN_NAME.test(name) ? state : undefined;
}
