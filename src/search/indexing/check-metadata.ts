import { type TextStore, textAt } from '../columns/text-store.ts';
import { type MetadataColumns, PASSAGE_KINDS } from './passage-metadata.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function isSource(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, title, file, writers, origin, publisher, url, published, accessed } = value;
  const optional = [writers, origin, publisher, url, published, accessed];
  const isDated = isText(published) || isText(accessed);
  return (
    isDated && [id, title, file].every(isText) && optional.every((text) => text === undefined || isText(text))
  );
}

function isDocument(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { source, topics, file, item, idStart } = value;
  const isItem =
    item === undefined ||
    (isRecord(item) && isText(item.uri) && isCount(item.byteOffset) && isCount(item.byteLength));
  return isSource(source) && areTexts(topics) && isText(file) && isText(idStart) && isItem;
}

function isOwnMetadata(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { kind, attribution, asOf, line, askedAs, alsoCalled, checkedBy, reviewBy, correction } = value;
  const isNamed = isText(attribution) && attribution !== '' && isText(asOf);
  const isKind = PASSAGE_KINDS.some((known) => known === kind);
  const isReviewed = [checkedBy, reviewBy, correction].every((text) => text === undefined || isText(text));
  return isKind && isNamed && isReviewed && isCount(line) && areTexts(askedAs) && areTexts(alsoCalled);
}

function holdsOnly({ offsets, bytes }: TextStore, isSound: (value: unknown) => boolean): boolean {
  try {
    for (let number = 0; number < offsets.length - 1; number++)
      if (!isSound(JSON.parse(textAt({ offsets, bytes }, number)))) return false;
    return true;
  } catch {
    return false;
  }
}

/** Whether the metadata of every document and passage can be read and says what it must. */
export function isMetadataSound({ origins, voices }: MetadataColumns): boolean {
  return holdsOnly(origins, isDocument) && holdsOnly(voices, isOwnMetadata);
}
