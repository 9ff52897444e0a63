import { buildItem, type Draft } from './build-item.ts';
import { htmlText } from './html.ts';
import { type ImportDocument, type Imported, type Importer, noArticle, orProblem } from './importer.ts';
import { ofJson } from './json-document.ts';
import { listAt, textAt, textsOf, textsOfType, valueAt, writtenAt } from './json-value.ts';
import type { Field } from './publication/read-item-state.ts';

/** Elements nest quotations and groups; this is deeper than any story. */
const DEEPEST = 8;

/** Arc XP's ANS: a story, a list of them, an answer or collection that holds stories, or what is done to a story. */
export const importArcAns: Importer = ofJson(function* (value, line, document) {
  for (const one of itemsIn(value)) yield importOne(one, line, document);
});

function itemsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const isStory = valueAt(value, 'type') === 'story' || valueAt(value, 'headlines') !== undefined;
  const inner = listAt(value, 'content_elements');
  return isStory || inner.length === 0 ? [value] : inner;
}

function importOne(value: unknown, line: number, document: ImportDocument): Imported {
  const type = textAt(value, 'type') ?? 'story';
  if (type === 'story_operation') return importOperation(value, line, document);
  if (type !== 'story') return noArticle(type);
  return orProblem(line, () =>
    buildItem(
      { line, ...readNames(value), ...readRights(value), ...readDates(value), ...readTexts(value) },
      document,
    ),
  );
}

/** A story that is deleted or taken off the site is taken back; the others carry the story as it now is. */
function importOperation(value: unknown, line: number, document: ImportDocument): Imported {
  const operation = textAt(value, 'operation') ?? '';
  const story = valueAt(value, 'story');
  if (!/^(?:delete|unpublish)/.test(operation))
    return story ? importOne(story, line, document) : noArticle(`story ${operation}`);
  const uri = textAt(value, 'story_id') ?? textAt(story, '_id');
  return buildItem({ line, uri, status: 'deleted', updated: writtenAt(value, 'date') }, document);
}

function readNames(story: unknown): Partial<Draft> {
  const named = listAt(story, 'taxonomy', 'named_entities');
  const ofType = (type: string) => textsOfType(named, type, 'name');
  return {
    uri: textAt(story, '_id'),
    url: textAt(story, 'canonical_url') ?? textAt(story, 'website_url'),
    by: listAt(story, 'credits', 'by')
      .flatMap((author) => textAt(author, 'byline') ?? textAt(author, 'name') ?? [])
      .join(', '),
    publisher: textAt(story, 'distributor', 'name') ?? sourceOf(story),
    language: textAt(story, 'language'),
    located: textAt(story, 'location'),
    slugline: textAt(story, 'slug'),
    copyrightNotice: textAt(story, 'copyright'),
    edNote: textAt(story, 'editor_note'),
    topics: [
      ...textsOf(listAt(story, 'taxonomy', 'tags'), 'text'),
      ...textsOf(listAt(story, 'taxonomy', 'sections'), 'name'),
      ...textsOf(listAt(story, 'taxonomy', 'keywords'), 'keyword'),
    ],
    people: ofType('person'),
    organisations: ofType('organization'),
    places: ofType('location'),
  };
}

/** The organisation of the first writer comes before the source, which often names the program it was written with. */
function sourceOf(story: unknown): string | undefined {
  const [author] = listAt(story, 'credits', 'by');
  const source = textAt(story, 'source', 'name');
  return textAt(author, 'org') ?? (source === '(deprecated)' ? undefined : source);
}

function readDates(story: unknown): Partial<Draft> {
  const [published] = ['first_publish_date', 'publish_date', 'display_date'].flatMap(
    (name) => writtenAt(story, name) ?? [],
  );
  return { published, updated: writtenAt(story, 'last_updated_date') };
}

function readRights(story: unknown): Partial<Draft> {
  const embargo = valueAt(story, 'content_restrictions', 'embargo');
  const isHeld = embargo !== undefined && embargo !== null && valueAt(embargo, 'active') !== false;
  const until = isHeld ? writtenAt(embargo, 'end_time') : undefined;
  const wasPublished = writtenAt(story, 'first_publish_date') ?? writtenAt(story, 'publish_date');
  const fields: readonly Field[] = [
    ['status', isHeld && until === undefined ? 'embargoed' : undefined],
    ['status', valueAt(story, 'status')],
    ['is published', valueAt(story, 'revision', 'published')],
    ['is published', valueAt(story, 'publishing', 'has_published_edition')],
    ['is published', valueAt(story, 'additional_properties', 'is_published')],
  ];
  const isTold =
    wasPublished !== undefined || fields.some(([, value]) => value !== undefined && value !== null);
  // A story that says nowhere that it was published is somebody's draft.
  return { status: isTold ? undefined : 'draft', fields, embargo: until };
}

function readTexts(story: unknown): Partial<Draft> {
  const elements = listAt(story, 'content_elements');
  const text = wordsOf(elements, 'text', 0);
  return {
    title: wordsAt(story, 'headlines', 'basic'),
    summary: wordsAt(story, 'description', 'basic') ?? wordsAt(story, 'subheadlines', 'basic'),
    // Beside written paragraphs raw HTML is widgets; a story that was moved to Arc may have nothing else.
    text: text || wordsOf(elements, 'raw_html', 0),
  };
}

/** The paragraphs, lists and quotations among some elements; of pictures, links and corrections nothing. */
function wordsOf(elements: readonly unknown[], written: 'text' | 'raw_html', depth: number): string {
  if (depth > DEEPEST) return '';
  const words = elements.map((element) => {
    const type = textAt(element, 'type') ?? '';
    if (type === written) return wordsAt(element, 'content');
    if (written === 'raw_html') return undefined;
    if (type === 'list') return pointsOf(element, depth);
    if (type === 'blockquote')
      return htmlText(`<blockquote>${textAt(element, 'content') ?? ''}</blockquote>`);
    const inner = type === 'quote' || type === 'element_group' ? listAt(element, 'content_elements') : [];
    return wordsOf(inner, written, depth + 1);
  });
  return words.filter((text) => text).join('\n\n');
}

function pointsOf(list: unknown, depth: number): string {
  const points = listAt(list, 'items').map((item) =>
    textAt(item, 'type') === 'list' && depth < DEEPEST
      ? pointsOf(item, depth + 1)
      : (textAt(item, 'content') ?? '').replace(/^(?=.)/, '<li>'),
  );
  return depth === 0 ? htmlText(points.join('')) : points.join('');
}

function wordsAt(value: unknown, ...path: readonly string[]): string | undefined {
  const html = textAt(value, ...path);
  return html === undefined ? undefined : htmlText(html);
}
