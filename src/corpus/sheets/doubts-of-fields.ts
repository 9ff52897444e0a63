import type { Doubt } from './doubt.ts';
import { FIELD_NAMES, isFactField } from './fact-field-names.ts';
import { nearestName } from './nearest-name.ts';
import type { SectionField } from './section-field.ts';
import { findStrayMarkup } from './stray-markup.ts';
import { holdsField, isNotice, MEND_TAKING_BACK, mayTakeBack } from './taking-back.ts';

/** What readers never see, so that it may be written in any way. */
const FOR_THE_DESK = 'note';

/** What of a value says that a field went into it. Names and questions may be those of an embargo. */
const TAKES_BACK: Readonly<Record<string, (value: string) => boolean>> = {
  kind: mayTakeBack,
  'as of': mayTakeBack,
  'review by': mayTakeBack,
  'said by': isNotice,
  'checked by': isNotice,
  correction: isNotice,
  note: isNotice,
  'asked as': holdsField,
  'also called': holdsField,
};

/** What cannot be taken for a field: lines that belong to none, unknown names, and fields that went into another. */
export function doubtsOfFields(fields: readonly SectionField[]): readonly Doubt[] {
  const isTaken = fields.some(
    ({ name, value }) => name === 'embargo until' || (name === 'status' && value === 'withdrawn'),
  );
  return fields.flatMap((field) => [
    ...doubtsOfName(field),
    ...doubtsOfSwallowed(field),
    ...doubtsOfMarkup(field),
    ...doubtsOfValue(field, isTaken),
  ]);
}

function doubtsOfName({ name, value, line }: SectionField): readonly Doubt[] {
  if (isFactField(name)) return [];
  const what = name === '' ? 'this line has no "name:"' : `"${name}" is not a field of a fact`;
  return [{ line, what, mend: mendName(name, value) }];
}

function mendName(name: string, value: string): string {
  const all = `use one of ${FIELD_NAMES.join(', ')}, or take the line out`;
  const nearest = nearestName(name, FIELD_NAMES);
  if (nearest !== undefined) return `Write "${nearest}" if that is meant; otherwise ${all}`;
  if (mayTakeBack(`${name} ${value}`)) return MEND_TAKING_BACK;
  return `U${all.slice(1)}`;
}

function doubtsOfSwallowed({ name, lineBelow }: SectionField): readonly Doubt[] {
  if (lineBelow === undefined) return [];
  const what = `this line would be read as a part of ${name === '' ? 'the line above' : `"${name}"`}`;
  const mend =
    'Start it with "- " and the name of its field, or join it to the line above: a field is one line';
  return [{ line: lineBelow, what, mend }];
}

function doubtsOfMarkup({ name, value, line }: SectionField): readonly Doubt[] {
  if (name === FOR_THE_DESK) return [];
  return findStrayMarkup(value).map(({ name: markup, sample, mend }) => ({
    line,
    what: `"${name}" holds ${markup}: "${sample}"`,
    mend,
  }));
}

function doubtsOfValue({ name, value, line }: SectionField, isTaken: boolean): readonly Doubt[] {
  // A note may say why a fact is under embargo or withdrawn when a field says that it is.
  if (isTaken || !isFactField(name) || !TAKES_BACK[name]?.(value)) return [];
  return [{ line, what: `"${name}" seems to take the fact back, which it cannot`, mend: MEND_TAKING_BACK }];
}
