import { FACT_CHECK_GENRE, UNDATED_PROFILE } from '../archive/index.ts';
import { buildItem, type Draft } from './build-item.ts';
import { htmlText } from './html.ts';
import {
  type ImportDocument,
  type Imported,
  type Importer,
  noArticle,
  orProblem,
  problemAt,
} from './importer.ts';
import { ofJson, parseJsonLine } from './json-document.ts';
import type { Field } from './publication/read-item-state.ts';

/** The properties of a ninjs object by their names in small letters: the versions differ in case and plural. */
type Properties = ReadonlyMap<string, unknown>;

/** Of the properties of what is no ninjs; they show what it is. */
const MOST_NAMES = 8;

/** ninjs 1, 2 and 3: one object, a list of them, an object with a list of them, or one object a line. */
export const importNinjs: Importer = ofJson(function* (value, line, document) {
  for (const item of listItems(value)) yield importObject(item, line, document);
});

/** One line of a JSON Lines file. */
export function importNinjsLine(text: string, number: number, document: ImportDocument): Imported {
  const parsed = parseJsonLine(text, number);
  return 'kind' in parsed ? parsed : importObject(parsed.value, number, document);
}

function listItems(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const properties = propertiesOf(value);
  for (const name of ['items', '_items', 'newsitems', 'results']) {
    const list = properties?.get(name);
    if (Array.isArray(list)) return list;
  }
  return [value];
}

function importObject(value: unknown, line: number, document: ImportDocument): Imported {
  const ninjs = propertiesOf(value);
  if (!ninjs) return problemAt(line, 'the item is not an object', 'Export it again, or take it out');
  const uri = textOf(ninjs, 'uri', 'guid', 'id', '_id');
  if (!uri) {
    const names = [...ninjs.keys()].slice(0, MOST_NAMES).join(', ');
    const what = `the item has no "uri"; its properties are: ${names}`;
    return problemAt(line, what, 'Give it a stable one, or name the format with --format');
  }
  const type = textOf(ninjs, 'type') ?? 'text';
  if (!['text', 'composite', 'article'].includes(type)) return noArticle(type);
  return orProblem(line, () =>
    buildItem(
      { line, uri, ...readTexts(ninjs), ...readRights(ninjs), ...readNames(ninjs), fields: fieldsOf(value) },
      document,
    ),
  );
}

function readTexts(ninjs: Properties): Partial<Draft> {
  const title = partsOf(ninjs, 'headline').find(({ value }) => value)?.value ?? textOf(ninjs, 'title');
  return {
    title: title && htmlText(title),
    text: bestText(partsOf(ninjs, 'body')),
    summary: bestText(partsOf(ninjs, 'description')),
  };
}

function readRights(ninjs: Properties): Partial<Draft> {
  return {
    ...readDates(ninjs),
    version: textOf(ninjs, 'version'),
    profile: textOf(ninjs, 'profile'),
    copyrightHolder: textOf(ninjs, 'copyrightholder'),
    copyrightNotice: textOf(ninjs, 'copyrightnotice'),
    usageTerms: textOf(ninjs, 'usageterms'),
    edNote: textOf(ninjs, 'ednote'),
  };
}

/** An article that an import found undated is undated still, whenever it is read. */
function readDates(ninjs: Properties): Partial<Draft> {
  const updated = dateOf(ninjs, 'versioncreated');
  if (textOf(ninjs, 'profile') === UNDATED_PROFILE) return { readAt: updated };
  return { published: dateOf(ninjs, 'firstcreated', 'contentcreated'), updated, timezone: zoneOf(ninjs) };
}

/** The desk's zone, where Superdesk schedules by it. */
function zoneOf(ninjs: Properties): string | undefined {
  const settings = propertiesOf(ninjs.get('schedule_settings'));
  return settings && textOf(settings, 'time_zone');
}

/** A list or an object in the place of a date is given as it is, so that it is told and not passed over. */
function dateOf(ninjs: Properties, ...names: readonly string[]): string | undefined {
  const text = textOf(ninjs, ...names);
  const other = names
    .map((name) => ninjs.get(name))
    .find((value) => value !== null && typeof value === 'object');
  return text ?? (other === undefined ? undefined : JSON.stringify(other));
}

/** Under their own names: what they are called is how a state is known. */
function fieldsOf(value: unknown): readonly Field[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function readNames(ninjs: Properties): Partial<Draft> {
  return {
    by: textOf(ninjs, 'by', 'byline'),
    publisher: namesOf(ninjs, 'infosources', 'infosource')[0] ?? textOf(ninjs, 'source', 'provider'),
    language: textOf(ninjs, 'language'),
    located: textOf(ninjs, 'located'),
    slugline: textOf(ninjs, 'slugline'),
    url: pageOf(ninjs.get('renditions')),
    topics: namesOf(ninjs, 'subjects', 'subject'),
    people: namesOf(ninjs, 'people', 'person'),
    organisations: namesOf(ninjs, 'organisations', 'organisation'),
    places: namesOf(ninjs, 'places', 'place'),
    genre: isFactCheck(ninjs) ? FACT_CHECK_GENRE : undefined,
  };
}

function isFactCheck(ninjs: Properties): boolean {
  const genres = ninjs.get('genres');
  return (
    Array.isArray(genres) &&
    genres.some((genre) => textOf(propertiesOf(genre) ?? new Map(), 'uri') === FACT_CHECK_GENRE.uri)
  );
}

interface Part {
  readonly isMain: boolean;
  readonly isMarkup: boolean;
  readonly value: string;
}

/** `bodies: [{role, value}]` of ninjs 2 and 3, `body_text`, `body_html` of ninjs 1; the main one first. */
function partsOf(ninjs: Properties, name: string): readonly Part[] {
  const parts: Part[] = [];
  const list = ninjs.get(`${name.replace(/y$/, 'ie')}s`);
  for (const entry of Array.isArray(list) ? list : []) {
    const part = propertiesOf(entry);
    const value = part && textOf(part, 'value');
    const type = part && textOf(part, 'contenttype');
    if (value)
      parts.push({
        isMain: textOf(part, 'role') === 'main',
        isMarkup: isMarkup(value, type ?? textOf(part, 'role')),
        value,
      });
  }
  for (const [property, value] of ninjs) {
    const [base, role] = [property.slice(0, name.length), property.slice(name.length + 1)];
    if (base !== name || typeof value !== 'string' || property === `${name}s`) continue;
    parts.push({ isMain: role === 'main' || role === '', isMarkup: isMarkup(value, role), value });
  }
  return parts.sort((a, b) => Number(b.isMain) - Number(a.isMain));
}

/** By what it is called (`body_xhtml`, `text/html`), else by the tags in it. */
function isMarkup(value: string, kind: string | undefined): boolean {
  return (
    /html|xml|nitf|richtext/i.test(kind ?? '') ||
    (!/plain/i.test(kind ?? '') && /<\/\w+\s*>|<(?:br|p)\b/i.test(value))
  );
}

/** Markup tells paragraphs apart, which a plain text without line ends does not. */
function bestText(parts: readonly Part[]): string | undefined {
  const plain = parts.find((part) => !part.isMarkup);
  const markup = parts.find((part) => part.isMarkup);
  const best = plain && (!markup || /\n\s*\n/.test(plain.value)) ? plain : markup;
  return best?.isMarkup ? htmlText(best.value) : best?.value;
}

/** The page readers see, in the list of ninjs 3 or the object of ninjs 1. */
function pageOf(renditions: unknown): string | undefined {
  const list = Array.isArray(renditions) ? renditions : [propertiesOf(renditions)?.get('web')];
  const pages = list.flatMap((entry) => propertiesOf(entry) ?? []);
  const page = pages.find(
    (entry) => textOf(entry, 'name') === 'web' || /html/.test(textOf(entry, 'contenttype', 'mimetype') ?? ''),
  );
  return page && textOf(page, 'href');
}

function namesOf(ninjs: Properties, ...names: readonly string[]): readonly string[] {
  const list = names.map((name) => ninjs.get(name)).find(Array.isArray);
  return (list ?? []).flatMap((entry: unknown) => {
    const named = propertiesOf(entry);
    return (named && textOf(named, 'name')) ?? [];
  });
}

function textOf(properties: Properties, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = properties.get(name);
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

function propertiesOf(value: unknown): Properties | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value).map(([name, property]) => [name.toLowerCase(), property]));
}
