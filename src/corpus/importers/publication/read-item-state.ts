import type { Doubt } from '../importer.ts';
import { type Field, textsOfValue } from './field-values.ts';
import { type PublicationState, readPublicationState } from './publication-state.ts';
import { stateFieldKind } from './state-fields.ts';
import { readTextNotices } from './text-notices.ts';

export type { Field } from './field-values.ts';

/** What of an article may say whether it may be shown. */
interface Subject {
  readonly status?: string | undefined;
  readonly embargo?: string | undefined;
  readonly expires?: string | undefined;
  readonly fields?: Iterable<Field> | undefined;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  readonly text?: string | undefined;
  readonly edNote?: string | undefined;
  readonly usageTerms?: string | undefined;
}

/** The state of an article, and for what it is held back without having been understood. */
export interface ItemState extends Omit<PublicationState, 'doubts'> {
  /** Whether it says that it corrects what was published. */
  readonly isCorrection: boolean;
  readonly doubts: readonly Doubt[];
}

const ANY_FIELD =
  'Say it in a known way (draft, published, a moment with its zone), and import the article again';
const ANY_LINE = 'Write the moment with its zone, or take the line out, and import the article again';

/**
 * The state of an article by all that its source says: its fields, and the orders in its words. Where they differ the
 * gravest counts, the last end of an embargo, and the first day on which it expires.
 * @param timezone The zone of moments that name none.
 */
export function readItemState(subject: Subject, timezone: string | undefined): ItemState {
  const { status, embargo, expires, fields = [], title, summary, text, edNote, usageTerms } = subject;
  const named: readonly Field[] = [
    ['status', status],
    ['embargo', embargo],
    ['expires', expires],
  ];
  const notices = readTextNotices([title, edNote, usageTerms, summary, text, ...remarksIn(fields)], timezone);
  const states = [readPublicationState([...named, ...fields], timezone), ...notices.states];
  const isCanceled = states.some(({ pubStatus }) => pubStatus === 'canceled');
  const isHeld = notices.held.length > 0 || states.some(({ pubStatus }) => pubStatus !== 'usable');
  return {
    pubStatus: isCanceled ? 'canceled' : isHeld ? 'withheld' : 'usable',
    embargoedUntil: lastOf([
      ...states.flatMap(({ embargoedUntil }) => embargoedUntil ?? []),
      ...notices.until,
    ]),
    isCorrection: [...named, ...fields].some(isCorrection),
    expires: inOrder(states.flatMap((state) => state.expires ?? []))[0],
    doubts: [
      ...states.flatMap(({ doubts }) =>
        doubts.map((field) => doubtAbout(`${field} is not understood`, ANY_FIELD)),
      ),
      ...notices.held.map((line) => doubtAbout(`it says "${line.trim().slice(0, 80)}"`, ANY_LINE)),
    ],
  };
}

/** An order may stand in a field of any name: "Comments", "Instructions". */
const LONGEST_REMARK = 300;

function remarksIn(fields: Iterable<Field>): readonly string[] {
  return [...fields].flatMap(([, value]) =>
    typeof value === 'string' && value.length <= LONGEST_REMARK && value.includes(' ') ? [value] : [],
  );
}

/** `stat:corrected`, `Correction` */
const CORRECTION = /(?:^|[:/#])correct(?:ed|ion)$/i;

function isCorrection([name, value]: Field): boolean {
  return (
    stateFieldKind(name) === 'state' && (textsOfValue(value) ?? []).some((text) => CORRECTION.test(text))
  );
}

function doubtAbout(reason: string, mend: string): Doubt {
  return { what: `an article is withheld: ${reason}`, mend };
}

function lastOf(moments: readonly string[]): string | undefined {
  return inOrder(moments).at(-1);
}

function inOrder(moments: readonly string[]): readonly string[] {
  return [...moments].sort((one, other) => Date.parse(one) - Date.parse(other));
}
