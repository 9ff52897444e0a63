import { type Filter, parseQuery } from '../search/index.ts';
import type { NamesOnFile } from './names-on-file.ts';

/** What the asker should know of how a question was read, in plain sentences: its filters, and what is wrong with them. */
export function remarksOn(question: string, known: NamesOnFile): readonly string[] {
  const { text, filters, phrases, unread } = parseQuery(question);
  return [
    ...unread.map(({ typed, problem }) => `“${typed}” was not used as a filter: ${problem}.`),
    ...(phrases.length === 0
      ? []
      : [`Searched only for the exact words ${phrases.map(inMarks).join(', ')}.`]),
    ...(filters.length === 0
      ? []
      : [`Searched only: ${filters.map((filter) => tellFilter(filter, known)).join(', ')}.`]),
    ...(filters.length > 0 && text.trim() === ''
      ? ['Without words, a filter gives the newest within it. Add the words to look for.']
      : []),
    ...filters.flatMap((filter) => tellUnknown(filter, known)),
  ];
}

const inMarks = (words: string) => `“${words}”`;

function tellFilter({ name, value }: Filter, known: NamesOnFile): string {
  switch (name) {
    case 'source':
    case 'topic':
    case 'speaker': {
      const meant = known.takenFor(name, value);
      return `${name} “${value}”${meant === undefined ? '' : `, taken for “${meant}”`}`;
    }
    case 'before':
    case 'after':
      return `${name} ${value} (${value} itself is not searched)`;
    case 'kind':
      return value === 'quote' ? 'quotes' : 'statements in desk wording';
    default:
      return name satisfies never;
  }
}

/** A filter that names nothing on file is told with the names that are nearest to it, or else with the commonest. */
function tellUnknown({ name, value }: Filter, known: NamesOnFile): readonly string[] {
  if (name !== 'source' && name !== 'topic' && name !== 'speaker') return [];
  const instead = known.instead(name, value);
  if (!instead) return [];
  const { names, areAlike } = instead;
  const told = names.map(inMarks).join(', ');
  const hint = told === '' ? '' : ` ${areAlike ? 'Nearest' : 'Most facts'}: ${told}.`;
  return [`No ${name} ${known.isNarrowed ? 'searched here' : 'on file'} is called “${value}”.${hint}`];
}
