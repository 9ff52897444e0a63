/**
 * Writes `data/countries.json`: the countries of the world with their people and capitals, from the package
 * `world-countries` (ODbL). Dependent territories are left out: most are named after something else. So is Malé, which
 * without its accent is another word.
 *
 *   node --import ./bin/typescript.js tools/make-countries.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type everything from 'world-countries/countries.json';

const FILE = fileURLToPath(import.meta.resolve('world-countries/countries.json'));
const countries = JSON.parse(readFileSync(FILE, 'utf8')) as typeof everything;

/** `UAE`, `DRC`, `UK`: short forms that are in use, unlike most codes of two letters, which are words. */
const SHORT_FORM = /^(?:[A-Z]{3,4}|UK)$/;

const lines = countries
  .filter(({ independent }) => independent !== false)
  .map(({ name, altSpellings, demonyms, capital }) => {
    const people = demonyms.eng.m === '' ? [] : demonyms.eng.m.split(/, | or /);
    const short = altSpellings.filter((spelling) => SHORT_FORM.test(spelling));
    const capitals = capital.map((city) => city.replace(' D.C.', '')).filter((city) => city !== 'Malé');
    return JSON.stringify({ names: [...new Set([name.common, ...people, ...short])], capitals });
  });
writeFileSync('data/countries.json', `[\n${lines.join(',\n')}\n]\n`);
