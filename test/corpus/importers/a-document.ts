import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  decodeText,
  guessFormat,
  IMPORTERS,
  type ImportDocument,
  type Imported,
  type Importer,
} from '../../../src/corpus/importers/index.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/archive');

/** A document as a reader of files would make it. */
export function aDocument(text: string, properties: Partial<ImportDocument> = {}): ImportDocument {
  return {
    name: 'news.xml',
    address: 'file:///desk/news.xml',
    text,
    modified: new Date('2026-03-01T12:00:00Z'),
    columns: new Map(),
    ...properties,
  };
}

/** What a fixture file gives, its format guessed. */
export function importFixture(name: string, properties: Partial<ImportDocument> = {}): readonly Imported[] {
  const decoded = decodeText(readFileSync(join(FIXTURES, name)));
  if ('fault' in decoded) throw new Error(decoded.fault);
  const format = guessFormat(name, decoded.text);
  if (!format) throw new Error(`the format of ${name} is unknown`);
  return [
    ...IMPORTERS[format](aDocument(decoded.text, { name, address: `file:///desk/${name}`, ...properties })),
  ];
}

export function importText(importer: Importer, text: string, properties: Partial<ImportDocument> = {}) {
  return [...importer(aDocument(text, properties))];
}

/** The items alone; a problem fails the test. */
export function itemsOf(imported: readonly Imported[]) {
  return imported.map((one) => {
    if (one.kind !== 'item') throw new Error(JSON.stringify(one));
    return one.item;
  });
}

/** `line: what` of each problem. */
export function problemsOf(imported: readonly Imported[]): readonly string[] {
  return imported.flatMap((one) => (one.kind === 'problem' ? [`${one.line}: ${one.what}`] : []));
}

/** What a reader would know an article by. */
export function summaryOf(imported: readonly Imported[]) {
  return imported.flatMap((one) =>
    one.kind === 'item'
      ? [
          {
            uri: one.item.uri,
            title: one.item.headlines?.[0]?.value,
            text: one.item.bodies?.[0]?.value ?? one.item.descriptions?.[0]?.value,
          },
        ]
      : [],
  );
}

/** What is told of articles that are withheld because their state was not understood. */
export function doubtsOf(imported: readonly Imported[]): readonly string[] {
  return imported.flatMap((one) =>
    one.kind === 'item' && one.item.pubStatus === 'withheld'
      ? (one.doubts ?? []).map(({ what }) => what)
      : [],
  );
}
