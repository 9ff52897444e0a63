import type { DraftFact } from '../../corpus/index.ts';

/**
 * What was filled into the form. A source without a date was read today, which is what is known of it then.
 *
 * @param today such as `2026-12-01`
 */
export function readFactForm(values: ReadonlyMap<string, string>, today: string): DraftFact {
  const given = (name: string) => values.get(name) ?? '';
  const published = given('published');
  return {
    kind: given('kind') === 'quote' ? 'quote' : 'statement',
    text: given('text'),
    saidBy: given('saidBy'),
    asOf: given('asOf'),
    title: given('title'),
    publisher: given('publisher'),
    ...(published === '' ? { accessed: today } : { published }),
    url: given('url'),
    topics: given('topics').split(','),
    askedAs: given('askedAs').split(/[\r\n]+/),
  };
}
