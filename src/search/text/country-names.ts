import type { Country } from './countries.ts';
import { fold } from './fold.ts';

/** No country has a name of more words. */
const MOST_WORDS = 5;

/** A country in a text. */
export interface NamedCountry {
  /** Its common name. */
  readonly name: string;
  /** How many words it is named by. */
  readonly length: number;
}

/** The country that folded words name from a place on, by the longest name; undefined where they name none. */
export type CountryAt = (forms: readonly string[], from: number) => NamedCountry | undefined;

/** Reads the names of countries and of their people. */
export function readCountryNames(countries: readonly Country[]): CountryAt {
  const known = new Map<string, string>();
  for (const { names } of countries) for (const name of names) known.set(fold(name), names[0] ?? name);
  return (forms, from) => {
    for (let length = MOST_WORDS; length > 0; length--) {
      const name = known.get(forms.slice(from, from + length).join(' '));
      if (name !== undefined) return { name, length };
    }
    return undefined;
  };
}
