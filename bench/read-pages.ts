// How well pages and feeds are read, beside what public suites expect of them:
//   npm run bench:pages -- FOLDER… [--each]
// FOLDER is a copy of mozilla/readability, scrapinghub/article-extraction-benchmark, flairNLP/fundus,
// adbar/trafilatura or kurtmckee/feedparser. --each prints every page, so that the worst can be looked at.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureFeedparser } from './pages/feedparser.ts';
import {
  measureArticleExtraction,
  measureFundus,
  measureReadability,
  measureTrafilatura,
  type Suite,
} from './pages/suites.ts';

const SUITES: readonly Suite[] = [
  { mark: 'test/test-pages', measure: measureReadability },
  { mark: 'ground-truth.json', measure: measureArticleExtraction },
  { mark: 'tests/evaldata.json', measure: measureTrafilatura },
  { mark: 'tests/resources/parser', measure: measureFundus },
  { mark: 'tests/wellformed', measure: measureFeedparser },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { each: { type: 'boolean', default: false } },
});
for (const folder of positionals) {
  const suite = SUITES.find(({ mark }) => existsSync(join(folder, mark)));
  if (!suite) throw new Error(`${folder} is none of the suites. Give the top folder of one`);
  const tell = (page: string, figures: Readonly<Record<string, unknown>>) => {
    if (values.each) console.log(JSON.stringify({ page, ...figures }));
  };
  console.log(JSON.stringify({ folder, ...(await suite.measure(folder, tell)) }));
}
