import { importApMedia } from './ap-media.ts';
import { importArcAns } from './arc-ans.ts';
import { importClaimReview } from './claim-review.ts';
import { importDocx } from './docx.ts';
import { importFeed } from './feed.ts';
import type { Format } from './format-names.ts';
import { importGuardian } from './guardian.ts';
import { importHtmlArticle } from './html-article.ts';
import type { Importer } from './importer.ts';
import { importLinkedArticles } from './linked-article.ts';
import { importMarkdown } from './markdown.ts';
import { importNewsml1 } from './newsml-1.ts';
import { importNewsmlG2 } from './newsml-g2.ts';
import { importNinjs } from './ninjs.ts';
import { importNitf } from './nitf.ts';
import { importNyt } from './nyt.ts';
import { importPlainText } from './plain-text.ts';
import { importTable } from './table.ts';
import { importWxr } from './wxr.ts';

/** What reads each format. */
export const IMPORTERS: Readonly<Record<Format, Importer>> = {
  ninjs: importNinjs,
  'newsml-g2': importNewsmlG2,
  'newsml-1': importNewsml1,
  nitf: importNitf,
  'arc-ans': importArcAns,
  'ap-media': importApMedia,
  guardian: importGuardian,
  nyt: importNyt,
  feed: importFeed,
  wxr: importWxr,
  html: importHtmlArticle,
  'json-ld': importLinkedArticles,
  'claim-review': importClaimReview,
  csv: importTable,
  docx: importDocx,
  markdown: importMarkdown,
  text: importPlainText,
};

const IN_JSON: readonly Format[] = [
  'ninjs',
  'arc-ans',
  'ap-media',
  'guardian',
  'nyt',
  'json-ld',
  'claim-review',
];

/** Whether a format is JSON, of which a file may have one value a line. */
export function isJsonFormat(format: Format): boolean {
  return IN_JSON.includes(format);
}
