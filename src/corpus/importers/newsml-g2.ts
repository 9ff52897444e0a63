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
import { markupText } from './markup-text.ts';
import type { Field } from './publication/read-item-state.ts';
import { find, findAll, wordsOf, type XmlElement, xmlMarkup } from './xml.ts';
import { ofXml } from './xml-document.ts';

const STATE_ELEMENTS = ['pubStatus', 'signal', 'expires'];
const RIGHTS_ELEMENTS = ['validFrom', 'validTo'];

/** Everything a message can carry. */
const ITEMS = ['newsItem', 'packageItem', 'planningItem', 'conceptItem', 'knowledgeItem', 'catalogItem'];

/** NewsML-G2: a news item, or a message with many. Packages, plans and lists of terms have no words to quote. */
export const importNewsmlG2: Importer = ofXml(function* (root, document) {
  const items = ITEMS.flatMap((name) => (root.name === name ? [root] : findAll(root, name)));
  if (items.length === 0) {
    yield problemAt(root.line, `<${root.name}> holds no newsItem`, 'Check that the file is NewsML-G2');
  }
  for (const item of items) {
    yield item.name === 'newsItem' ? importItem(item, document) : noArticle(item.name.replace(/Item$/, ''));
  }
});

function importItem(item: XmlElement, document: ImportDocument): Imported {
  const { guid } = item.attributes;
  if (!guid) return problemAt(item.line, 'the newsItem has no guid', 'Export the item again');
  const itemClass = codeOf(find(item, 'itemMeta', 'itemClass')) || 'text';
  if (!/^(?:text|composite)$/i.test(itemClass)) return noArticle(itemClass);
  return orProblem(item.line, () => {
    const draft = { ...readManagement(item), ...readContent(item), ...readRights(item) };
    return buildItem({ line: item.line, uri: guid, version: item.attributes.version, ...draft }, document);
  });
}

function readManagement(item: XmlElement): Partial<Draft> {
  const meta = find(item, 'itemMeta');
  const embargo = find(meta, 'embargoed');
  const until = wordsOf(embargo).trim();
  return {
    published: wordsOf(find(meta, 'firstCreated')) || wordsOf(find(item, 'contentMeta', 'contentCreated')),
    updated: wordsOf(find(meta, 'versionCreated')),
    fields: [
      // An embargo without a date holds until further notice.
      ...(embargo ? [['embargoed', until || 'yes'] as const] : []),
      ...STATE_ELEMENTS.flatMap((name) =>
        findAll(meta ?? item, name).map((element) => stateOf(name, element)),
      ),
      ...findAll(item, 'rightsInfo').flatMap(statesOfRights),
      // Infomaker's Writer says so when an article is to appear and to go.
      ...findAll(meta ?? item, 'itemMetaExtProperty').map(
        ({ attributes }) => [attributes.type ?? '', attributes.value] as const,
      ),
    ],
    edNote: findAll(meta ?? item, 'edNote')
      .map(wordsOf)
      .join(' '),
    publisher: nameOf(find(meta, 'provider')) || nameOf(find(item, 'contentMeta', 'infoSource')),
    url: findAll(meta ?? item, 'link').find(isOwnPage)?.attributes.href,
  };
}

function statesOfRights(info: XmlElement): readonly Field[] {
  return RIGHTS_ELEMENTS.flatMap((name) => [
    [name, info.attributes[name.toLowerCase()]] as const,
    ...findAll(info, name).map((element) => [name, wordsOf(element)] as const),
  ]);
}

/** Links with another relation lead to pictures, earlier versions and other stories. */
function isOwnPage({ attributes: { rel = '', href } }: XmlElement): boolean {
  return href !== undefined && /(?:^|:)(?:|alternate|canonical|permalink|hasWebVersion|sameAs)$/i.test(rel);
}

/** By code, by address or in words: whichever the item has counts, and a state with none of them is unreadable. */
function stateOf(name: string, element: XmlElement): Field {
  const { qcode, uri, literal } = element.attributes;
  return [name, { qcode, uri, literal, value: wordsOf(element) }];
}

/** The last part of a code or an address: `text` of `ninat:text`. */
function codeOf(element: XmlElement | undefined): string {
  const { qcode, uri, literal } = element?.attributes ?? {};
  return (qcode ?? uri ?? literal ?? '').replace(/[/#]{1,8}$/, '').replace(/^.*[:/#]/, '');
}

function readContent(item: XmlElement): Partial<Draft> {
  const meta = find(item, 'contentMeta');
  const names = (element: string) => findAll(meta ?? item, element).map(nameOf);
  const subjects = findAll(meta ?? item, 'subject');
  const ofType = (pattern: RegExp) =>
    subjects.filter(({ attributes }) => pattern.test(attributes.type ?? ''));
  const located = find(meta, 'located');
  return {
    title: wordsOf(find(meta, 'headline')) || wordsOf(find(item, 'itemMeta', 'title')),
    by:
      wordsOf(find(meta, 'by')) ||
      findAll(meta ?? item, 'creator')
        .map(nameOf)
        .join('; '),
    slugline: wordsOf(find(meta, 'slugline')),
    summary: wordsOf(find(meta, 'description')),
    language: find(meta, 'language')?.attributes.tag ?? item.attributes.lang,
    located: located && nameOf(located),
    topics: [...ofType(/^(?!.*:(?:person|organisation|geoArea))/).map(nameOf), ...names('keyword')],
    people: ofType(/:person$/).map(nameOf),
    organisations: ofType(/:organisation$/).map(nameOf),
    places: ofType(/:geoArea$/).map(nameOf),
    text: readBody(find(item, 'contentSet')),
  };
}

function readRights(item: XmlElement): Partial<Draft> {
  const rights = find(item, 'rightsInfo');
  return {
    copyrightHolder: nameOf(find(rights, 'copyrightHolder')),
    copyrightNotice: wordsOf(find(rights, 'copyrightNotice')),
    usageTerms: findAll(rights ?? item, 'usageTerms')
      .map(wordsOf)
      .join(' '),
  };
}

/** Inline XHTML or NITF, or inline text that may itself be HTML. Other XML is data (results, events), not sentences. */
function readBody(content: XmlElement | undefined): string {
  const xml = find(content, 'inlineXML');
  const isText = /html|nitf/i.test(xml?.attributes.contenttype ?? '');
  const body = find(xml, 'body.content') ?? find(xml, 'html', 'body') ?? (isText ? xml : undefined);
  if (body) return markupText(xmlMarkup(body));
  const data = find(content, 'inlineData');
  const isHtml = /html/i.test(data?.attributes.contenttype ?? '');
  return isHtml ? htmlText(wordsOf(data)) : wordsOf(data);
}

/** `<provider><name>…</name></provider>`; its own words or literal when nobody gave a name: below are contact data. */
function nameOf(element: XmlElement | undefined): string {
  const name = element?.children.find((child) => typeof child !== 'string' && child.name === 'name');
  if (typeof name === 'object') return wordsOf(name).trim();
  const words = element?.children.filter((child) => typeof child === 'string').join('') ?? '';
  return words.trim() || element?.attributes.literal || '';
}
