import { buildItem, type Draft } from './build-item.ts';
import { htmlText } from './html.ts';
import {
  type ImportDocument,
  type Imported,
  type Importer,
  noArticle,
  orProblem,
  problemAt,
  warningAt,
} from './importer.ts';
import { ofJson } from './json-document.ts';
import { listAt, textAt, textsOf, valueAt, writtenAt } from './json-value.ts';
import { markupText } from './markup-text.ts';
import { find, parseXml, xmlMarkup } from './xml.ts';

/** What the AP says of an item in `editorialtypes`, where it takes it back or holds it. */
const EDITORIAL_STATES: Readonly<Record<string, string>> = {
  kill: 'killed',
  elimination: 'killed',
  withdrawal: 'withdrawn',
  withhold: 'withheld',
  disregard: 'withdrawn',
  holdforrelease: 'hold',
  advance: 'hold',
};

/** AP Media API: an item, or the answer of a search or feed. Its texts are NITF, and mostly behind a link. */
export const importApMedia: Importer = ofJson(function* (value, line, document) {
  for (const item of itemsIn(value)) yield* importOne(item, line, document);
});

function itemsIn(value: unknown): readonly unknown[] {
  const data = valueAt(value, 'data') ?? value;
  const [list] = [data, valueAt(data, 'items')].filter(Array.isArray);
  return (list ?? [data]).map((entry: unknown) => valueAt(entry, 'item') ?? entry);
}

function* importOne(item: unknown, line: number, document: ImportDocument): Generator<Imported> {
  const type = textAt(item, 'type') ?? 'text';
  if (type !== 'text') {
    yield noArticle(type);
    return;
  }
  const draft = { line, ...readNames(item), ...readRights(item), ...readTexts(item) };
  const isBehindLink = !draft.text && valueAt(item, 'renditions', 'nitf', 'href') !== undefined;
  const where = draft.title ? ` of “${draft.title}”` : '';
  const mend = 'Download the NITF story it links to, and import that';
  const imported = orProblem(line, () => buildItem(draft, document));
  if (isBehindLink && imported.kind === 'problem')
    yield problemAt(line, `the text${where} is behind a link, and is not in the document`, mend);
  else {
    if (isBehindLink && draft.summary)
      yield warningAt(line, `the text${where} is behind a link: its summary alone is read`, mend);
    yield imported;
  }
}

function readNames(item: unknown): Partial<Draft> {
  return {
    // The address of an item is another for each search that finds it.
    uri: textAt(item, 'altids', 'itemid') ?? textAt(item, 'uri'),
    provider: 'AP',
    version: textAt(item, 'version'),
    by: textsOf(listAt(item, 'bylines'), 'by').join(', '),
    publisher: textsOf(listAt(item, 'infosource'), 'name')[0] ?? textAt(item, 'provider'),
    language: textAt(item, 'language'),
    located: textAt(item, 'datelinelocation', 'city') ?? textAt(item, 'located'),
    slugline: textAt(item, 'slugline') ?? textAt(item, 'title'),
    topics: [...textsOf(listAt(item, 'subject'), 'name'), ...textList(item, 'keywords')],
    people: textsOf(listAt(item, 'person'), 'name'),
    organisations: textsOf(listAt(item, 'organisation'), 'name'),
    places: textsOf(listAt(item, 'place'), 'name'),
  };
}

function readRights(item: unknown): Partial<Draft> {
  const embargo = writtenAt(item, 'embargoed') ?? writtenAt(item, 'releasedatetime');
  const editorial = textList(item, 'editorialtypes').map(
    (type) => EDITORIAL_STATES[type.replace(/[^a-z]/gi, '').toLowerCase()],
  );
  // With a time of release the time decides.
  const states = editorial.map((state) => (state === 'hold' && embargo ? undefined : state));
  return {
    published: writtenAt(item, 'firstcreated'),
    updated: writtenAt(item, 'versioncreated'),
    fields: [...states, writtenAt(item, 'pubstatus')].map((state) => ['status', state]),
    embargo,
    expires: writtenAt(item, 'expires'),
    edNote: textAt(item, 'ednote'),
    copyrightNotice: textAt(item, 'copyrightnotice'),
    usageTerms: textList(item, 'usageterms').join(' '),
  };
}

function readTexts(item: unknown): Partial<Draft> {
  const nitf = valueAt(item, 'renditions', 'nitf');
  const [body] = [
    textAt(nitf, 'content'),
    textAt(nitf, 'body'),
    textAt(item, 'nitf'),
    textAt(item, 'body'),
  ].filter((text) => text !== undefined);
  return {
    title: textAt(item, 'headline'),
    summary: textAt(item, 'description_summary'),
    text: body && nitfText(body),
  };
}

/** The words of a whole NITF document, or of the paragraphs of one. */
function nitfText(body: string): string {
  const parsed = /<(?:nitf|body\.content)\b/.test(body) ? parseXml(body) : undefined;
  const root = parsed && 'root' in parsed ? parsed.root : undefined;
  const content = root?.name === 'body.content' ? root : find(root, 'body.content');
  return content ? markupText(xmlMarkup(content)) : htmlText(body);
}

function textList(item: unknown, name: string): readonly string[] {
  return listAt(item, name).filter((text) => typeof text === 'string');
}
