import { type ImportDocument, type Imported, type Importer, problemAt } from './importer.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** Reads the articles of a document in XML, given its outermost element. */
export type XmlReader = (root: XmlElement, document: ImportDocument) => Iterable<Imported>;

/** An importer of a format in XML. A document that is not XML is one problem, with the line of the fault. */
export function ofXml(read: XmlReader): Importer {
  return function* importXml(document) {
    const parsed = parseXml(document.text);
    if ('fault' in parsed) yield problemAt(parsed.line, parsed.fault, 'Export the document again');
    else yield* read(parsed.root, document);
  };
}
