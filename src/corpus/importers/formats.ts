import { importClaimReview } from './claim-review.ts';
import { importFeed } from './feed.ts';
import { importHtmlArticle, importLinkedArticles } from './html-article.ts';
import type { Importer } from './importer.ts';
import { importMarkdown } from './markdown.ts';
import { importNewsmlG2 } from './newsml-g2.ts';
import { importNinjs } from './ninjs.ts';
import { importNitf } from './nitf.ts';
import { importPlainText } from './plain-text.ts';
import { importTable } from './table.ts';

/** The formats that can be imported, by the names `--format` takes. */
export const IMPORTERS = {
  ninjs: importNinjs,
  'newsml-g2': importNewsmlG2,
  nitf: importNitf,
  feed: importFeed,
  html: importHtmlArticle,
  'json-ld': importLinkedArticles,
  'claim-review': importClaimReview,
  csv: importTable,
  markdown: importMarkdown,
  text: importPlainText,
} as const satisfies Readonly<Record<string, Importer>>;

/** A format that can be imported. */
export type Format = keyof typeof IMPORTERS;

/** Whether `--format` takes that name. */
export function isFormat(name: string): name is Format {
  return Object.hasOwn(IMPORTERS, name);
}
