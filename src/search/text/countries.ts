import { readDataJson, readDataLines } from './data-files.ts';

/** A country as it is written: its names and those of its people, the common name first, and its capitals. */
export interface Country {
  readonly names: readonly string[];
  readonly capitals: readonly string[];
}

/** The countries of the world, those that are no more or not agreed on, and parts of the world. */
export function readCountries(): readonly Country[] {
  const countries = readDataJson('countries.json') as readonly Country[];
  const listed = readDataLines('country-names.txt').map((line) => line.split(', '));
  const otherNames = new Map(listed.map(([name = '', ...others]) => [name, others]));
  const known = new Set(countries.map(({ names: [name] }) => name));
  return [
    ...countries.map(({ names, capitals }) => ({
      names: [...new Set([...names, ...(otherNames.get(names[0] ?? '') ?? [])])],
      capitals,
    })),
    ...listed.filter(([name]) => !known.has(name)).map((names) => ({ names, capitals: [] })),
  ];
}
