import type { ArchiveFile, Entry } from '../corpus/index.ts';

/** What is kept beside an index of an archive. */
export interface IndexNotes {
  /** How articles were cut and words read when it was built. Indexes of the first versions do not tell. */
  readonly analysis?: string;
  /** Keys of the articles that are in it. */
  readonly covers: readonly string[];
  /** What these are named by. */
  readonly names: readonly string[];
  /** By place in `covers`: numbers of names. */
  readonly named: readonly (readonly number[])[];
  /** What was read of each file. */
  readonly files: readonly ArchiveFile[];
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] =>
  Array.isArray(value) && value.every(isItem);

/** Whether the value is a whole number, 0 or above, and below `end`. */
const isNumber = (value: unknown, end: number = Number.MAX_SAFE_INTEGER): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < end;

/** A moment that cannot be read would end no embargo and begin none. */
const isMoment = (value: unknown) =>
  value === undefined || (isText(value) && !Number.isNaN(Date.parse(value)));
const isOptionalText = (value: unknown) => value === undefined || isText(value);
const STATUSES: readonly unknown[] = [undefined, 'usable', 'withheld', 'canceled'];

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value)) return false;
  const { uri, file, line, byteOffset, byteLength, pubStatus, profile, version, language } = value;
  const { versionCreated, embargoedUntil, expires } = value;
  return (
    isText(uri) &&
    isText(file) &&
    [line, byteOffset, byteLength].every((number) => isNumber(number)) &&
    STATUSES.includes(pubStatus) &&
    [profile, version, language].every(isOptionalText) &&
    [versionCreated, embargoedUntil, expires].every(isMoment)
  );
}

function isProblem(value: unknown): value is ArchiveFile['problems'][number] {
  if (!isRecord(value)) return false;
  const { file, line, what, mend } = value;
  return [file, what, mend].every(isText) && (line === undefined || isNumber(line));
}

function isArchiveFile(value: unknown): value is ArchiveFile {
  if (!isRecord(value)) return false;
  const { file, stamp, entries, problems } = value;
  return isText(file) && isText(stamp) && isListOf(entries, isEntry) && isListOf(problems, isProblem);
}

/** Whether these are notes as an index of an archive has them. By hand: they tell of a million articles, and more. */
export function areIndexNotes(value: unknown): value is IndexNotes {
  if (!isRecord(value)) return false;
  const { analysis, covers, names, named, files } = value;
  if (!isListOf(covers, isText) || !isListOf(names, isText)) return false;
  const areNames = (numbers: unknown): numbers is readonly number[] =>
    isListOf(numbers, (number): number is number => isNumber(number, names.length));
  return (
    isOptionalText(analysis) &&
    isListOf(named, areNames) &&
    named.length === covers.length &&
    isListOf(files, isArchiveFile)
  );
}
