import { SaxesParser } from 'saxes';
import { parseHtml } from './html.ts';
import type { Markup } from './markup.ts';

/** An element of a document, or the text between elements. */
export interface XmlElement {
  /** Without its prefix: formats differ in prefixes, not in names. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** From 1. */
  readonly line: number;
}

/** The root of a document, or why it could not be read and where. */
export type ParsedXml = { readonly root: XmlElement } | { readonly fault: string; readonly line: number };

const DEEPEST = 200;
/** HTML knows 2,125 names; whoever writes more makes some up. */
const MOST_ENTITIES = 3000;

/**
 * Reads a whole document. Nothing outside the text is ever loaded; a document that declares entities of its own is
 * refused, because they can make a gigabyte out of ten lines. HTML's entities (`&nbsp;`) are known.
 */
export function parseXml(text: string): ParsedXml {
  if (/<!ENTITY/i.test(text)) return { fault: 'the document declares entities of its own', line: 1 };
  const parser = new SaxesParser({ xmlns: true });
  for (const [name, value] of findHtmlEntities(text)) parser.ENTITIES[name] = value;
  const document: OpenElement = { name: '', namespace: '', attributes: {}, children: [], line: 1 };
  const open: OpenElement[] = [document];
  const addText = (words: string) => open.at(-1)?.children.push(words);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length > DEEPEST) throw new Error('the elements are nested too deep');
    const values = Object.values(attributes).map((attribute) => [attribute.local, attribute.value]);
    const element: OpenElement = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(values),
      children: [],
      line: parser.line,
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  return run(parser, text, document);
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

function run(parser: SaxesParser, text: string, document: XmlElement): ParsedXml {
  try {
    parser.write(text).close();
  } catch (error) {
    const what = error instanceof Error ? error.message.replace(/^\d+:\d+: /, '') : String(error);
    return { fault: `the document is not sound XML (${what})`, line: parser.line };
  }
  const root = document.children.find((child) => typeof child !== 'string');
  return root ? { root } : { fault: 'the document has no root element', line: 1 };
}

function findHtmlEntities(text: string): readonly (readonly [string, string])[] {
  const names = new Set([...text.matchAll(/&([A-Za-z]\w{1,30});/g)].map((match) => match[1] ?? ''));
  return [...names].slice(0, MOST_ENTITIES).flatMap((name) => {
    const value = parseHtml(`&${name};`).documentElement.textContent ?? '';
    return value.includes('&') ? [] : [[name, value]];
  });
}

/** The element as text with markup. */
export function xmlMarkup({ name, attributes, children }: XmlElement): Markup {
  return {
    name: name.toLowerCase(),
    attributes,
    children: children.map((child) => (typeof child === 'string' ? child : xmlMarkup(child))),
  };
}

/**
 * Every element of that name, in whatever depth, in document order. Those inside one that was found are not searched.
 */
export function findAll({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child] : findAll(child, name);
  });
}

/** The first element at the end of a path of names, each in whatever depth below the one before. */
export function find(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of path) found = found && findFirst(found, name);
  return found;
}

function findFirst({ children }: XmlElement, name: string): XmlElement | undefined {
  for (const child of children) {
    if (typeof child === 'string') continue;
    const found = child.name === name ? child : findFirst(child, name);
    if (found) return found;
  }
  return undefined;
}

/** The elements of that name directly inside another; of one namespace where that is named. */
export function children(element: XmlElement, name: string, namespace?: RegExp): readonly XmlElement[] {
  return element.children.flatMap((one) => {
    const isMeant = typeof one !== 'string' && one.name === name && (namespace?.test(one.namespace) ?? true);
    return isMeant ? [one] : [];
  });
}

/** The first element of that name directly inside another; of one namespace where that is named. */
export function child(element: XmlElement | undefined, name: string, namespace?: RegExp) {
  return element && children(element, name, namespace)[0];
}

/** All words inside an element. */
export function wordsOf(element: XmlElement | undefined): string {
  if (!element) return '';
  return element.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
}
