import { isLine } from './head-text.ts';
import type { FrontMatterEntry } from './parse-front-matter.ts';

import type { ReportProblem } from './report-problem.ts';
import { findStrayMarkup } from './stray-markup.ts';
import { holdsField, isStamped } from './taking-back.ts';

/** The topics of a sheet: in a list, or in a text with commas between them, as people write them. */
export function parseTopics(entry: FrontMatterEntry | undefined, report: ReportProblem): readonly string[] {
  if (!entry) return [];
  const { value, line } = entry;
  const list: readonly unknown[] = Array.isArray(value) ? value : String(value).split(',');
  const topics = list.map((topic) => (typeof topic === 'string' ? topic.trim() : undefined));
  // A comma at the end is no topic.
  if (!Array.isArray(value) && topics.at(-1) === '') topics.pop();
  const sound = topics.filter((topic) => topic !== undefined).filter(isTopic);
  if (sound.length < topics.length)
    report(line, '"topics" cannot be read', 'Write a list of short names: topics: [land mines, Ukraine]');
  return sound;
}

function isTopic(text: string): boolean {
  const isName = isLine(text) && !/[,;|]/.test(text) && findStrayMarkup(text).length === 0;
  return isName && !holdsField(text) && !isStamped(text);
}
