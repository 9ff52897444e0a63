import { buildItem, type Draft } from './build-item.ts';
import { type ImportDocument, type Imported, orProblem, problemAt, warningAt } from './importer.ts';
import type { Markup } from './markup.ts';
import { markupText } from './markup-text.ts';
import { readFileName, readWritten } from './plain-text.ts';
import { child, find, findAll, parseXml, wordsOf, type XmlElement } from './xml.ts';

/** Where a package of Word keeps what is known of the document. */
export const DOCX_PROPERTIES = 'docProps/core.xml';

/** Drawings, text boxes, notes and fields have words that stand beside the article. */
const BESIDE = new Set(
  `drawing pict object AlternateContent instrText delInstrText footnoteReference endnoteReference commentReference
  annotationRef sectPr pPr rPr tblPr trPr tcPr sdtPr`.split(/\s+/),
);

/** What a word processor writes where nobody gave a title. */
const NO_TITLE = /^(?:document\s*\d*|untitled.*|microsoft word -.*|word document)$/i;

/** Word: the text as it would be when all tracked changes were accepted, without what is struck or hidden. */
export function* importDocx(document: ImportDocument): Generator<Imported> {
  const parsed = parseXml(document.text);
  const body = 'root' in parsed ? find(parsed.root, 'body') : undefined;
  if (!body) {
    const fault = 'fault' in parsed ? parsed.fault : `<${parsed.root.name}> is not a document of Word`;
    yield problemAt(1, fault, 'Open the file in Word and save it again as .docx');
    return;
  }
  if (['ins', 'del', 'moveFrom', 'moveTo'].some((change) => find(body, change)))
    yield warningAt(
      1,
      'the document has tracked changes, and is read as if all were accepted',
      'Accept or reject them in Word and import it again',
    );
  yield orProblem(1, () => {
    const known = { ...readFileName(document.name), ...readProperties(document.parts?.get(DOCX_PROPERTIES)) };
    const written = readWritten(markupText({ name: 'body', children: blocksOf(body) }));
    const title = titleIn(body);
    return buildItem({ line: 1, ...known, ...written, ...(title ? { title } : {}) }, document);
  });
}

/** The day of the last change is that of this version; a day of publication stands in the text or nowhere. */
function readProperties(xml: string | undefined): Partial<Draft> {
  const parsed = xml === undefined ? undefined : parseXml(xml);
  if (!parsed || 'fault' in parsed) return {};
  const property = (name: string) => wordsOf(find(parsed.root, name)).trim();
  const title = property('title');
  return {
    ...(title === '' || NO_TITLE.test(title) ? {} : { title }),
    by: property('creator'),
    updated: property('modified') || property('created'),
    status: property('contentStatus'),
    language: property('language'),
    topics: property('keywords').split(/[;,]/),
  };
}

/** The paragraph that bears the style of a title, or the heading that the text begins with. */
function titleIn(body: XmlElement): string | undefined {
  const written = findAll(body, 'p').map((paragraph) => ({
    style: styleOf(paragraph),
    words: markupText({ name: 'p', children: runsOf(paragraph) }),
  }));
  const title = written.find(({ style, words }) => /^title$/i.test(style) && words !== '');
  const first = written.find(({ words }) => words !== '');
  return title?.words ?? (/^heading1$/i.test(first?.style ?? '') ? first?.words : undefined);
}

/** Paragraphs and tables. A paragraph whose end was deleted goes on in the next. */
function* blocksOf(container: XmlElement): Generator<Markup> {
  let begun: readonly Markup[] = [];
  for (const element of elementsOf(container)) {
    if (BESIDE.has(element.name) || /^(?:del|moveFrom)$/.test(element.name)) continue;
    if (element.name !== 'p') {
      yield { name: TABLE[element.name] ?? 'div', children: blocksOf(element) };
      continue;
    }
    const words = [...begun, ...runsOf(element)];
    const mark = child(child(element, 'pPr'), 'rPr');
    const isJoined = mark !== undefined && child(mark, 'del') !== undefined;
    begun = isJoined ? words : [];
    if (!isJoined) yield { name: blockName(element), children: words };
  }
  if (begun.length > 0) yield { name: 'p', children: begun };
}

const TABLE: Readonly<Record<string, string>> = { tbl: 'table', tr: 'tr', tc: 'td' };

/** The name that HTML has for a paragraph of that style. Styles keep their English name in every language of Word. */
function blockName(paragraph: XmlElement): string {
  const style = styleOf(paragraph);
  if (/^(?:heading|title|subtitle|toc)/i.test(style)) return 'h2';
  if (/^caption$/i.test(style)) return 'figcaption';
  if (/quote$/i.test(style)) return 'blockquote';
  return child(child(paragraph, 'pPr'), 'numPr') || /^list(?!paragraph$)/i.test(style) ? 'li' : 'p';
}

function styleOf(paragraph: XmlElement): string {
  return child(child(paragraph, 'pPr'), 'pStyle')?.attributes.val ?? '';
}

/** The words of a paragraph. Links, fields and boxes for filling in are looked into; deleted words are not there. */
function runsOf(container: XmlElement): readonly Markup[] {
  return elementsOf(container).flatMap((element) => {
    if (BESIDE.has(element.name) || /^(?:del|moveFrom)$/.test(element.name)) return [];
    return element.name === 'r' ? runOf(element) : runsOf(element);
  });
}

function runOf(run: XmlElement): readonly Markup[] {
  const properties = child(run, 'rPr');
  const isOn = (name: string) => {
    const property = child(properties, name);
    return property !== undefined && !/^(?:0|false|off|none)$/.test(property.attributes.val ?? '');
  };
  if (isOn('vanish') || isOn('webHidden')) return [];
  const words = elementsOf(run).flatMap((element) => signsOf(element));
  const name = isOn('strike') || isOn('dstrike') ? 's' : alignmentOf(properties);
  return name ? [{ name, children: words }] : words;
}

function alignmentOf(properties: XmlElement | undefined): string | undefined {
  const alignment = child(properties, 'vertAlign')?.attributes.val;
  return alignment === 'superscript' ? 'sup' : alignment === 'subscript' ? 'sub' : undefined;
}

function signsOf(element: XmlElement): readonly Markup[] {
  if (element.name === 't') return [wordsOf(element)];
  if (element.name === 'br' || element.name === 'cr')
    return element.attributes.type === undefined ? [{ name: 'br', children: [] }] : [];
  const sign = SIGNS[element.name];
  return sign === undefined ? [] : [sign];
}

const SIGNS: Readonly<Record<string, string>> = { tab: ' ', ptab: ' ', noBreakHyphen: '-' };

function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((one) => (typeof one === 'string' ? [] : [one]));
}
