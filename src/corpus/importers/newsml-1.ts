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
import { markupText } from './markup-text.ts';
import { child, children, find, findAll, wordsOf, type XmlElement, xmlMarkup } from './xml.ts';
import { ofXml } from './xml-document.ts';

/** Components that stand beside the article: what its picture shows, what is wrong with it, how it begins or looks. */
const BESIDE =
  /caption|abstract|summary|teaser|advis|note|thumbnail|preview|supplement|icon|quicklook|headline|contact|style|logo/i;

/** NewsML 1.1 and 1.2: news items with NITF, XHTML or plain text in their components. */
export const importNewsml1: Importer = ofXml(function* (root, document) {
  const items = root.name === 'NewsItem' ? [root] : findAll(root, 'NewsItem');
  if (root.attributes.Version === '1.0' || items.length === 0) {
    const what = items.length === 0 ? `<${root.name}> holds no NewsItem` : 'NewsML 1.0 is not read';
    yield problemAt(root.line, what, 'Ask for NewsML 1.2 or NewsML-G2');
    return;
  }
  for (const item of items.flatMap(withInner)) yield* importItem(item, document);
});

/** A component may hold whole items. */
function withInner(item: XmlElement): readonly XmlElement[] {
  return [item, ...findAll(item, 'NewsItem').flatMap(withInner)];
}

function* importItem(item: XmlElement, document: ImportDocument): Generator<Imported> {
  const uri = uriOf(child(item, 'Identification'));
  const texts = textComponents(item);
  const rights = readManagement(child(item, 'NewsManagement'));
  const isTakenBack = /^(?:cancel|withh|kill)/i.test(rights.status ?? '');
  if (!uri) yield problemAt(item.line, 'the NewsItem has no NewsIdentifier', 'Export the item again');
  else if (texts.length === 0 && !isTakenBack) yield noArticle(mediaOf(item));
  else {
    const [main = item, ...others] = texts;
    if (others.length > 0) {
      const what = `of the ${texts.length} texts of a NewsItem the first alone is read`;
      yield warningAt(item.line, what, 'Ask for one NewsItem a text');
    }
    yield orProblem(item.line, () => {
      const draft = { ...readLines(item, main), ...readMetadata(item, main), ...rights };
      const version = wordsOf(find(item, 'NewsIdentifier', 'RevisionId'));
      return buildItem({ ...draft, line: item.line, uri, version, text: readText(main) }, document);
    });
  }
}

/** The public identifier without its last part: that is the revision, and another for each version. */
function uriOf(identification: XmlElement | undefined): string | undefined {
  const identifier = find(identification, 'NewsIdentifier');
  const part = (name: string) => wordsOf(find(identifier, name)).trim();
  const parts = [part('ProviderId'), part('DateId'), part('NewsItemId')];
  if (parts.every((name) => name !== '')) return `urn:newsml:${parts.join(':')}`;
  return part('PublicIdentifier').replace(/:\d+[A-Z]?$/, '') || undefined;
}

/** An embargo is a status that will change at a moment. */
function readManagement(management: XmlElement | undefined): Partial<Draft> {
  const status = find(management, 'Status')?.attributes.FormalName;
  const change = find(management, 'StatusWillChange');
  const becomes = find(change, 'FutureStatus')?.attributes.FormalName ?? '';
  const until = wordsOf(find(change, 'DateAndTime')).trim();
  const isEmbargo = /^usable$/i.test(becomes) && until !== '' && !/^usable$/i.test(status ?? '');
  const ends = !isEmbargo && until !== '' ? until : undefined;
  const instructions = findAll(management ?? NOTHING, 'Instruction').map(
    ({ attributes }) => attributes.FormalName ?? '',
  );
  const isCanceled = instructions.some((instruction) => /^(?:cancel|delete|kill)/i.test(instruction));
  return {
    published: wordsOf(find(management, 'FirstCreated')),
    updated: wordsOf(find(management, 'ThisRevisionCreated')),
    status: isCanceled ? 'canceled' : isEmbargo ? 'usable' : status,
    embargo: isEmbargo ? until : undefined,
    expires: ends,
  };
}

const NOTHING: XmlElement = { name: '', namespace: '', attributes: {}, children: [], line: 1 };

/** The components that hold the text of the article itself. Of equivalents, such as languages, the first. */
function textComponents(component: XmlElement): readonly XmlElement[] {
  const role = child(component, 'Role')?.attributes.FormalName ?? '';
  if (BESIDE.test(role)) return [];
  if (children(component, 'ContentItem').some((item) => readContent(item) !== '')) return [component];
  const inner = children(component, 'NewsComponent').flatMap(textComponents);
  return component.attributes.EquivalentsList === 'yes' ? inner.slice(0, 1) : inner;
}

function readText(component: XmlElement): string {
  const texts = children(component, 'ContentItem').map(readContent);
  return texts.find((text) => text !== '') ?? '';
}

/** NITF, XHTML, HTML in a text, or plain text; of pictures, sound and data nothing. */
function readContent(content: XmlElement): string {
  const media = child(content, 'MediaType')?.attributes.FormalName ?? 'Text';
  const data = find(content, 'DataContent');
  if (!/text|story|article/i.test(media) || !data) return '';
  const body = find(data, 'body.content') ?? find(data, 'body') ?? find(data, 'html');
  if (body) return markupText(xmlMarkup(body));
  const words = wordsOf(data).trim();
  const isMarked = findAll(data, 'p').length > 0;
  if (isMarked) return markupText(xmlMarkup(data));
  return /<\/?(?:p|br|div)\b/i.test(words) ? htmlText(words) : words;
}

function readLines(item: XmlElement, component: XmlElement): Partial<Draft> {
  const line = (name: string) => lineOf(component, name) || lineOf(item, name);
  const notes = findAll(item, 'NewsLine');
  return {
    title: line('HeadLine'),
    by: line('ByLine'),
    slugline: line('SlugLine'),
    summary: line('SubHeadLine'),
    copyrightNotice: line('CopyrightLine'),
    edNote: notes.map((note) => wordsOf(find(note, 'NewsLineText')).trim()).join(' '),
  };
}

/** The first of several: components around that of the text may have lines of their own. */
function lineOf(component: XmlElement, name: string): string {
  const lines = findAll(component, 'NewsLines').map((all) => wordsOf(child(all, name)).trim());
  return lines.find((words) => words !== '') ?? '';
}

function readMetadata(item: XmlElement, component: XmlElement): Partial<Draft> {
  const formal = (...path: readonly string[]) =>
    (find(component, ...path) ?? find(item, ...path))?.attributes.FormalName;
  const properties = findAll(item, 'Property');
  const valuesOf = (name: string) =>
    properties.flatMap(({ attributes }) => (attributes.FormalName === name ? (attributes.Value ?? []) : []));
  return {
    publisher:
      formal('Provider', 'Party') ??
      formal('Source', 'Party') ??
      wordsOf(find(item, 'NewsIdentifier', 'ProviderId')),
    language: formal('Language') ?? item.attributes.lang,
    copyrightHolder: wordsOf(find(component, 'CopyrightHolder')).trim(),
    usageTerms: findAll(item, 'UsageRights')
      .flatMap((rights) => ['UsageType', 'Limitations'].map((name) => wordsOf(find(rights, name)).trim()))
      .join(' '),
    topics: valuesOf('Keyword'),
    located: valuesOf('City')[0],
  };
}

/** What an item without a text is: its first medium, or what kind of item it is. */
function mediaOf(item: XmlElement): string {
  const media = find(item, 'MediaType')?.attributes.FormalName;
  const kind = find(item, 'NewsItemType')?.attributes.FormalName;
  return (media ?? kind ?? 'item without a text').toLowerCase();
}
