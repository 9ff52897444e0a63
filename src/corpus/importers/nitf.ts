import { buildItem, type Draft } from './build-item.ts';
import { type Importer, problemAt } from './importer.ts';
import { markupText } from './markup-text.ts';
import { readMoment } from './moments/read-moment.ts';
import { find, findAll, wordsOf, type XmlElement, xmlMarkup } from './xml.ts';
import { ofXml } from './xml-document.ts';

/** NITF, the News Industry Text Format: one article a document. */
export const importNitf: Importer = ofXml(function* (root, document) {
  if (root.name !== 'nitf')
    yield problemAt(root.line, `<${root.name}> is not a NITF document`, 'Name its format with --format');
  else {
    const words = { ...readData(root), ...readPublication(root), ...readWords(root) };
    yield buildItem({ line: root.line, ...words }, document);
  }
});

function readData(root: XmlElement): Partial<Draft> {
  const data = find(root, 'docdata');
  const attribute = (element: string, name: string) => find(data, element)?.attributes[name];
  const issue = attribute('date.issue', 'norm');
  const release = attribute('date.release', 'norm');
  const status = data?.attributes['management-status'];
  // Wires write the date of issue a second time, and hold nothing back by it.
  const isEmbargo = /embargo/i.test(status ?? '') || !repeats(release, issue);
  return {
    uri: attribute('doc-id', 'id-string') ?? attribute('du-key', 'key'),
    provider: attribute('doc-id', 'regsrc'),
    version: attribute('du-key', 'version') ?? attribute('du-key', 'generation'),
    published: issue ?? release ?? find(root, 'pubdata')?.attributes['date.publication'],
    updated: findAll(root, 'revision-history').at(-1)?.attributes.norm,
    embargo: isEmbargo ? release : undefined,
    expires: attribute('date.expire', 'norm'),
    status,
    edNote: findAll(data ?? root, 'ed-msg')
      .map(({ attributes }) => attributes.info)
      .join(' '),
    copyrightHolder: attribute('doc.copyright', 'holder'),
    usageTerms: wordsOf(find(root, 'head', 'rights')) || attribute('doc.rights', 'limitations'),
    topics: findAll(data ?? root, 'keyword').flatMap(({ attributes }) => attributes.key ?? []),
  };
}

/** Whether a date of release is that of issue, or its day. */
function repeats(release: string | undefined, issue: string | undefined): boolean {
  const [released, issued] = [release, issue].map((date) => (date ? readMoment(date) : undefined));
  if (!released || !issued) return false;
  const isDay = /T00:00:00Z$/.test(released) && released.slice(0, 10) === issued.slice(0, 10);
  return isDay || Date.parse(released) === Date.parse(issued);
}

function readPublication(root: XmlElement): Partial<Draft> {
  const publication = find(root, 'pubdata')?.attributes;
  return {
    publisher: publication?.name ?? wordsOf(find(root, 'body.head', 'distributor')),
    url: publication?.['ex-ref'],
    language: root.attributes.lang ?? find(root, 'body')?.attributes.lang,
  };
}

function readWords(root: XmlElement): Partial<Draft> {
  const head = find(root, 'body.head');
  const content = find(root, 'body.content');
  return {
    title: wordsOf(find(head, 'hedline', 'hl1')) || wordsOf(find(root, 'head', 'title')),
    by: findAll(head ?? root, 'byline')
      .flatMap(readWriters)
      .join('; '),
    located: wordsOf(find(head, 'dateline', 'location')),
    summary: markupText(find(head, 'abstract') ? xmlMarkup(find(head, 'abstract') ?? head ?? root) : ''),
    text: content && markupText(xmlMarkup(content)),
  };
}

/** The persons of a byline, or its words without the writer's title. */
function readWriters(byline: XmlElement): readonly string[] {
  const persons = findAll(byline, 'person').map(wordsOf);
  if (persons.length > 0) return persons;
  const untitled = byline.children.filter((child) => typeof child === 'string' || child.name !== 'byttl');
  return [wordsOf({ ...byline, children: untitled })];
}
