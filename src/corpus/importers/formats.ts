import { importClaimReview } from './claim-review.ts';
import { importFeed } from './feed.ts';
import type { Format } from './format-names.ts';
import { importHtmlArticle } from './html-article.ts';
import type { Importer } from './importer.ts';
import { importLinkedArticles } from './linked-article.ts';
import { importMarkdown } from './markdown.ts';
import { importNewsmlG2 } from './newsml-g2.ts';
import { importNinjs } from './ninjs.ts';
import { importNitf } from './nitf.ts';
import { importPlainText } from './plain-text.ts';
import { importTable } from './table.ts';

/** What reads each format. */
export const IMPORTERS: Readonly<Record<Format, Importer>> = {
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
};
