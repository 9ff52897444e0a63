import type { PassageKind } from '../corpus/index.ts';
import type { Filter, Hit, ParsedQuery } from '../search/index.ts';
import type { FilterSuggestions } from './filter-suggestions.ts';

/**
 * How a question was read, told to the asker in plain sentences: its phrases and filters, and what is wrong with them.
 * @param shown what is shown in reply
 */
export function remarksOn(
  { text, filters, phrases, mustHoldPhrases, unread }: ParsedQuery,
  suggestions: FilterSuggestions,
  shown: readonly Pick<Hit, 'features'>[],
): readonly string[] {
  return [
    ...unread.map(({ typed, problem }) => `“${typed}” was not used as a filter: ${problem}.`),
    ...(phrases.length === 0 ? [] : [tellPhrases(phrases, mustHoldPhrases, shown)]),
    ...(filters.length === 0
      ? []
      : [`Searched only: ${filters.map((filter) => tellFilter(filter, suggestions)).join(', ')}.`]),
    ...(filters.length > 0 && text.trim() === ''
      ? ['Without words, a filter gives the newest within it. Add the words to look for.']
      : []),
    ...filters.flatMap((filter) => tellUnknown(filter, suggestions)),
  ];
}

const inMarks = (words: string) => `“${words}”`;

function tellPhrases(
  phrases: readonly string[],
  mustHoldPhrases: boolean,
  shown: readonly Pick<Hit, 'features'>[],
): string {
  const told = phrases.map(inMarks).join(', ');
  if (mustHoldPhrases) return `Searched only for the exact words ${told}.`;
  const areMissing = shown.length > 0 && shown.every(({ features }) => features.missingPhrases === 1);
  return `Looked first for the exact words ${told}.${areMissing ? ' Nothing that is shown here holds them.' : ''}`;
}

const KINDS: Readonly<Record<PassageKind, string>> = {
  quote: 'quotes',
  statement: 'statements in desk wording',
  article: 'what articles say',
};

function tellFilter({ name, value }: Filter, suggestions: FilterSuggestions): string {
  switch (name) {
    case 'source':
    case 'topic':
    case 'speaker': {
      const meant = suggestions.takenFor(name, value);
      return `${name} “${value}”${meant === undefined ? '' : `, taken for “${meant}”`}`;
    }
    case 'before':
    case 'after':
      return `${name} ${value} (${value} itself is not searched)`;
    case 'kind':
      return KINDS[value];
    default:
      return name satisfies never;
  }
}

/** A filter that names nothing on file is told with the names that are nearest to it, or else with the commonest. */
function tellUnknown({ name, value }: Filter, suggestions: FilterSuggestions): readonly string[] {
  if (name !== 'source' && name !== 'topic' && name !== 'speaker') return [];
  const instead = suggestions.instead(name, value);
  if (!instead) return [];
  const { names, areAlike } = instead;
  const told = names.map(inMarks).join(', ');
  const hint = told === '' ? '' : ` ${areAlike ? 'Nearest' : 'Most facts'}: ${told}.`;
  return [`No ${name} ${suggestions.isNarrowed ? 'searched here' : 'on file'} is called “${value}”.${hint}`];
}
