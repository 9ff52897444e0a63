import type { SynonymRule } from '../../corpus/index.ts';
import type { Country } from '../text/countries.ts';
import { stem } from '../text/stem.ts';
import { STOP_WORDS } from '../text/stop-words.ts';
import { tokenise } from '../text/tokenise.ts';

/** How surely another name means what was asked. The first two are the desk's own word. */
const CERTAINTY = {
  same: 1,
  oneWay: 0.5,
  /** Ukraine, Ukrainian. */
  country: 0.7,
  /** Kyiv, Ukraine. */
  capital: 0.3,
} as const;

/** A name in words that can be searched. */
export interface Name {
  /** As it was written down. */
  readonly written: string;
  /** Stems of its words in order; undefined for grammar words, which only keep their place. */
  readonly stems: readonly (string | undefined)[];
}

/** A name that stands for one that was asked, and how surely (0 to 1). */
export interface OtherName extends Name {
  readonly certainty: number;
}

/** What a name of the question also finds. */
export interface NameEntry {
  /** The words by which it is met: stems, and grammar words as they are. */
  readonly keys: readonly string[];
  readonly others: readonly OtherName[];
  /** Whether any of the others means the same. */
  readonly isSame: boolean;
  /** Whether it is a country, its people or its capital. */
  readonly isCountry: boolean;
  /**
   * The folded forms in which it was written down, plurals aside. A country is met in one of them only: "pary" has
   * the stem of Paris.
   */
  readonly forms: ReadonlySet<string>;
}

/** Tells which words of a question are a name, and what else that name finds. */
export interface NameBook {
  /** The longest name that begins with the word at `from` of a text, given as its folded words. */
  longestAt(forms: readonly string[], from: number): NameEntry | undefined;
  /** Whether a folded word is of the name of a country, its people or its capital: `burkina` is no slip. */
  isOfCountry(form: string): boolean;
}

/** The word by which a name is looked up: its stem, and a grammar word as it is. */
function keyOf(form: string): string {
  return STOP_WORDS.has(form) ? form : stem(form);
}

function formsOf(name: string): readonly string[] {
  const forms: string[] = [];
  tokenise(name, (form) => forms.push(form));
  return forms;
}

/** As it is written, but for the ending of a plural. */
const inOneForm = (forms: readonly string[]) => forms.join(' ').replace(/s$/, '');

interface CertainRule extends Pick<SynonymRule, 'asked' | 'finds'> {
  readonly certainty: number;
  readonly isCountry: boolean;
}

/** What is asked by the name of a country, of its people or of its capital. */
const rulesOf = ({ names, capitals }: Country): readonly CertainRule[] => [
  { asked: names, finds: names, certainty: CERTAINTY.country, isCountry: true },
  { asked: capitals, finds: names, certainty: CERTAINTY.capital, isCountry: true },
];

/** What is known of a name while rules are added. */
interface OpenEntry {
  readonly keys: readonly string[];
  readonly others: Map<string, OtherName>;
  readonly forms: Set<string>;
  isCountry: boolean;
}

/** Collects what every name finds; a name found in several ways is found the surest way. */
class NameBookBuilder {
  /** By the words of the name asked: other names by their words. */
  readonly #entries = new Map<string, OpenEntry>();

  add({ asked, finds, certainty, isCountry }: CertainRule): void {
    const found = finds.map((written) => ({ written, keys: formsOf(written).map(keyOf) }));
    for (const forms of asked.map(formsOf).filter(isSearchable)) {
      const keys = forms.map(keyOf);
      const entry = this.#entryOf(keys);
      entry.forms.add(inOneForm(forms));
      entry.isCountry ||= isCountry;
      for (const other of found.filter((name) => isSearchable(name.keys))) {
        const [key, own] = [other.keys.join(' '), keys.join(' ')];
        if (key === own || certainty <= (entry.others.get(key)?.certainty ?? 0)) continue;
        const stems = other.keys.map((word) => (STOP_WORDS.has(word) ? undefined : word));
        entry.others.set(key, { written: other.written, stems, certainty });
      }
    }
  }

  finish(): NameBook {
    const byFirst = new Map<string, NameEntry[]>();
    const words = new Set<string>();
    for (const { keys, others, forms, isCountry } of this.#entries.values()) {
      const [first = ''] = keys;
      const entries = byFirst.get(first) ?? [];
      const list = [...others.values()];
      const isSame = list.some(({ certainty }) => certainty === CERTAINTY.same);
      if (isCountry) for (const form of forms) for (const word of form.split(' ')) words.add(word);
      entries.push({ keys, others: list, isSame, isCountry, forms });
      byFirst.set(first, entries);
    }
    for (const entries of byFirst.values()) entries.sort((a, b) => b.keys.length - a.keys.length);
    return {
      isOfCountry: (form) => words.has(form) || words.has(inOneForm([form])),
      longestAt: (forms, from) =>
        byFirst.get(keyOf(forms[from] ?? ''))?.find((entry) => {
          const asked = forms.slice(from, from + entry.keys.length);
          const isMet = entry.keys.every((key, i) => key === keyOf(asked[i] ?? ''));
          return isMet && (!entry.isCountry || entry.forms.has(inOneForm(asked)));
        }),
    };
  }

  #entryOf(keys: readonly string[]): OpenEntry {
    const key = keys.join(' ');
    const known = this.#entries.get(key);
    if (known) return known;
    const entry: OpenEntry = { keys, others: new Map(), forms: new Set(), isCountry: false };
    this.#entries.set(key, entry);
    return entry;
  }
}

const isSearchable = (keys: readonly string[]) => keys.some((key) => !STOP_WORDS.has(key));

/** The names of countries, and what the desk says beyond them. */
export function createNameBook(countries: readonly Country[], rules: readonly SynonymRule[]): NameBook {
  const builder = new NameBookBuilder();
  for (const rule of countries.flatMap(rulesOf)) builder.add(rule);
  for (const { asked, finds, isSame } of rules) {
    const certainty = isSame ? CERTAINTY.same : CERTAINTY.oneWay;
    builder.add({ asked, finds, certainty, isCountry: false });
  }
  return builder.finish();
}
